#include "core/blog/published_source.h"

#include <vector>

#include "core/base/json_reader.h"
#include "core/base/json_writer.h"
#include "core/base/text.h"

namespace daybook {
namespace {

// Takes the strings below _daybook.links and passes over everything else.
class LinksHandler final : public JsonHandler {
 public:
  explicit LinksHandler(LinkMap& links) : links_(links) {}

  bool boolean(bool) override { return true; }
  bool number(std::int64_t) override { return true; }
  bool string(std::string& value) override {
    if (depth_ == 3 && matched_ == 3) links_[key_] = std::move(value);
    return true;
  }
  bool start_object() override {
    const bool leads_on =
        depth_ == 0 || (depth_ == 1 && key_ == "_daybook") || (depth_ == 2 && key_ == "links");
    if (matched_ == depth_ && leads_on) ++matched_;
    ++depth_;
    return true;
  }
  bool end_object() override {
    if (matched_ == depth_) --matched_;
    return end_array();
  }
  bool start_array() override {
    ++depth_;
    return true;
  }
  bool end_array() override {
    --depth_;
    return true;
  }
  bool key(std::string& name) override {
    key_ = std::move(name);
    return true;
  }

 private:
  LinkMap& links_;
  std::string key_;
  int depth_ = 0;
  int matched_ = 0;  // how many of the open containers lie on the way to the links
};

std::string_view without_line_end(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
  return line;
}

// The line that begins at `position`, which moves behind it.
std::string_view take_line(std::string_view text, std::size_t& position) {
  const std::size_t end = text.find('\n', position);
  const std::size_t begin = position;
  position = end == std::string_view::npos ? text.size() : end + 1;
  return without_line_end(text.substr(begin, position - begin));
}

// The length of the JSON object that `text` begins with; 0 where its braces do not close.
std::size_t object_length(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_string) {
      if (text[i] == '\\') ++i;
      if (i < text.size() && text[i] == '"') in_string = false;
    } else if (text[i] == '"') {
      in_string = true;
    } else if (text[i] == '{') {
      ++depth;
    } else if (text[i] == '}' && --depth == 0) {
      return i + 1;
    }
  }
  return 0;
}

void write_list(JsonWriter& out, std::string_view key, const std::vector<std::string>& values) {
  if (values.empty()) return;
  out.line().key(key).begin_array();
  for (const std::string& value : values) out.value(value);
  out.end_array();
}

}  // namespace

std::string write_published_source(const Post& post, std::string_view params_json,
                                   const LinkMap& links, std::string_view body) {
  JsonWriter out;
  out.begin_object().line().member("title", post.title);
  if (post.date) out.line().member("date", format_rfc3339(*post.date));
  if (post.updated) out.line().member("updated", format_rfc3339(*post.updated));
  if (!post.description.empty()) out.line().member("description", post.description);
  write_list(out, "tags", post.tags);
  if (!params_json.empty() && params_json != "{}") out.line().key("params").raw(params_json);
  if (!links.empty()) {
    out.line().key("_daybook").begin_object().key("links").begin_object();
    for (const auto& [written, path] : links) out.member(written, path);
    out.end_object().end_object();
  }
  out.line().end_object();
  std::string text = "---\n" + out.take() + "\n---\n\n";
  text += body;
  return text;
}

PublishedSource read_published_source(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());

  PublishedSource source{text, {}};
  if (text.starts_with('{')) {
    source.body.remove_prefix(object_length(text));
    return source;
  }
  std::size_t position = 0;
  const std::string_view fence = take_line(text, position);
  if (fence != "---" && fence != "+++") return source;
  const std::size_t begin = position;
  while (position < text.size()) {
    const std::size_t line_begin = position;
    const std::string_view line = take_line(text, position);
    if (line != fence && !(fence == "---" && line == "...")) continue;
    source.body = text.substr(position);
    const std::string_view front_matter = text.substr(begin, line_begin - begin);
    if (front_matter.starts_with('{')) {
      LinksHandler handler(source.links);
      if (read_json(front_matter, handler).end != JsonEnd::kComplete) source.links.clear();
    }
    return source;
  }
  return source;
}

}  // namespace daybook
