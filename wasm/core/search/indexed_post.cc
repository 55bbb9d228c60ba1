#include "core/search/indexed_post.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/blog/published_source.h"
#include "core/markdown/markdown.h"

namespace daybook {
namespace {

// Of a description that its author left to us, so much stands in the text as it is.
constexpr std::size_t kComparedBytes = 80;

const std::string& language_of(const Site& site, const Post& post) {
  return post.language.empty() ? site.language : post.language;
}

}  // namespace

IndexedPost read_indexed_post(const Site& site, const Post& post, std::string_view markdown) {
  IndexedPost indexed;
  indexed.card = {post.title, post.path, std::nullopt, post.tags, 0};
  if (post.date) indexed.card.date = local_date(*post.date);
  indexed.language = language_of(site, post);
  for (const Author& author : post.authors) indexed.authors.push_back(author.name);
  indexed.series = post.series;

  MarkdownOptions options;
  options.title = post.title;
  options.inline_math = post.has_math ? InlineMath::kOn : InlineMath::kOff;
  const auto sections = read_sections(read_published_source(markdown).body, options);
  bool has_description = post.description.empty();
  const std::string_view beginning = cut(post.description, kComparedBytes);
  if (sections.ok()) {
    for (const MarkdownSection& section : sections.value()) {
      if (!section.heading.empty()) {
        indexed.parts.push_back({PostPartKind::kHeading, section.heading});
      }
      has_description = has_description || section.text.find(beginning) != std::string::npos;
      for (const std::string_view block : split(section.text, '\n')) {
        if (!block.empty()) indexed.parts.push_back({PostPartKind::kText, std::string(block)});
      }
    }
  }
  if (!has_description) indexed.parts.push_back({PostPartKind::kText, post.description});
  return indexed;
}

std::uint64_t fingerprint_of(const Site& site, const Post& post, std::string_view markdown) {
  std::string all;
  const auto add = [&](std::string_view text) {
    all += text;
    all += '\0';
  };
  add(post.path);
  add(post.title);
  add(post.description);
  add(post.date ? format_rfc3339(*post.date) : "");
  for (const std::string& tag : post.tags) add(tag);
  add("");
  for (const Author& author : post.authors) add(author.name);
  add("");
  add(post.series);
  add(language_of(site, post));
  add(post.has_math ? "math" : "");
  add(read_published_source(markdown).body);
  const Sha256 digest = sha256(all);
  std::uint64_t fingerprint = 0;
  for (std::size_t i = 0; i < sizeof fingerprint; ++i) fingerprint = fingerprint << 8 | digest[i];
  return fingerprint;
}

}  // namespace daybook
