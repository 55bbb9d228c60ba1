#include "native/facts.h"

#include <functional>
#include <map>

namespace daybook {
namespace {

std::string truth(bool value) { return value ? "true" : "false"; }

std::string time(const std::optional<Timestamp>& timestamp) {
  return timestamp ? format_rfc3339(*timestamp) : "?";
}

std::string number(const std::optional<int>& value) { return value ? std::to_string(*value) : "?"; }

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "|") + name;
  return names.empty() ? "?" : out;
}

std::string authors(const std::vector<Author>& all) {
  std::vector<std::string> names;
  for (const Author& author : all) {
    names.push_back(author.url.empty() ? author.name : author.name + " <" + author.url + ">");
  }
  return joined(names);
}

std::string present(const std::string& text) { return text.empty() ? "?" : text; }

std::string contents(TableOfContents value) {
  return value == TableOfContents::kAuto    ? "auto"
         : value == TableOfContents::kShown ? "shown"
                                            : "hidden";
}

using Reader = std::function<std::string(const SourceFile&)>;

const std::map<std::string_view, Reader>& readers() {
  static const std::map<std::string_view, Reader> all = {
      {"title", [](const SourceFile& s) { return s.has_title ? s.post.title : "?"; }},
      {"any title", [](const SourceFile& s) { return s.post.title; }},
      {"description",
       [](const SourceFile& s) { return s.has_description ? s.post.description : "?"; }},
      {"date", [](const SourceFile& s) { return time(s.post.date); }},
      {"updated", [](const SourceFile& s) { return time(s.post.updated); }},
      {"publish date", [](const SourceFile& s) { return time(s.publish_date); }},
      {"expiry date", [](const SourceFile& s) { return time(s.expiry_date); }},
      {"draft", [](const SourceFile& s) { return truth(s.is_draft); }},
      {"page", [](const SourceFile& s) { return truth(s.is_page); }},
      {"bundle", [](const SourceFile& s) { return truth(s.is_bundle); }},
      {"unlisted", [](const SourceFile& s) { return truth(s.post.is_unlisted); }},
      {"slug", [](const SourceFile& s) { return s.slug; }},
      {"section", [](const SourceFile& s) { return present(s.section); }},
      {"permalink", [](const SourceFile& s) { return present(s.permalink); }},
      {"aliases", [](const SourceFile& s) { return joined(s.aliases); }},
      {"tags", [](const SourceFile& s) { return joined(s.post.tags); }},
      {"categories", [](const SourceFile& s) { return joined(s.post.categories); }},
      {"series", [](const SourceFile& s) { return present(s.post.series); }},
      {"series order", [](const SourceFile& s) { return number(s.post.series_order); }},
      {"authors", [](const SourceFile& s) { return authors(s.post.authors); }},
      {"image", [](const SourceFile& s) { return present(s.post.image.url); }},
      {"alt", [](const SourceFile& s) { return present(s.post.image.alt); }},
      {"caption", [](const SourceFile& s) { return present(s.post.image.caption); }},
      {"language", [](const SourceFile& s) { return present(s.post.language); }},
      {"canonical url", [](const SourceFile& s) { return present(s.post.canonical_url); }},
      {"contents", [](const SourceFile& s) { return contents(s.post.table_of_contents); }},
      {"math", [](const SourceFile& s) { return truth(s.post.has_math); }},
      {"pinned", [](const SourceFile& s) { return truth(s.post.is_pinned); }},
      {"weight", [](const SourceFile& s) { return number(s.post.weight); }},
      {"params", [](const SourceFile& s) { return s.params; }},
      {"body", [](const SourceFile& s) { return s.body; }},
      {"body line", [](const SourceFile& s) { return std::to_string(s.body_line); }},
  };
  return all;
}

}  // namespace

std::string fact(const SourceFile& source, std::string_view name) {
  const auto reader = readers().find(name);
  return reader == readers().end() ? "unknown fact" : reader->second(source);
}

std::string texts(const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& problem : problems) out += problem.text() + '\n';
  return out;
}

ReadSource read_post(std::string_view text) { return read_source("posts/a.md", text, "UTC"); }

}  // namespace daybook
