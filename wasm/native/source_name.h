// What the name of a Markdown file says: folder, section, date and slug.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace daybook {

struct SourceName {
  bool is_page = false;    // in pages/
  bool is_draft = false;   // in _drafts/
  bool is_bundle = false;  // `x/index.md`
  std::string section;     // as in SourceFile
  std::optional<Date> date;
  std::string slug;   // of file or bundle, without its date
  std::string title;  // the slug in words
};

// `file` is relative to the content folder, `/` between.
SourceName read_source_name(std::string_view file);

// True for .md, .markdown and .mdx, in any case.
bool is_markdown_name(std::string_view file);

// The day in `2025-11-10-slug`, `2025-11-10_slug` or `2025-11-10`, and the length of that text
// with what separates it from the slug. Nothing where `name` begins otherwise.
struct NameDate {
  Date date;
  std::size_t length = 0;
};
std::optional<NameDate> date_at_front(std::string_view name);

// The day in a path like `2025/06/26/Rust-1.88.0`.
std::optional<Date> date_in_path(std::string_view path);

}  // namespace daybook
