#include "native/front_matter.h"

#include <optional>
#include <utility>

#include "native/front_matter_block.h"
#include "native/front_matter_fields.h"
#include "native/front_matter_keys.h"
#include "native/source_name.h"
#include "native/source_text.h"
#include "native/timezone.h"

namespace daybook {
namespace {

void read_name_into(const SourceName& name, SourceFile& source) {
  source.post.title = name.title;
  source.is_page = name.is_page;
  source.is_draft = name.is_draft;
  source.is_bundle = name.is_bundle;
  source.section = name.section;
  source.slug = name.slug;
}

// The date that stands in no key of its own.
std::optional<Timestamp> date_elsewhere(const SourceName& name, const SourceFile& source,
                                        std::string_view timezone) {
  if (name.date) return timestamp_in(timezone, *name.date, 0);
  if (const auto date = date_in_path(source.permalink)) return timestamp_in(timezone, *date, 0);
  return source.publish_date;
}

void append(std::vector<Problem>& all, std::vector<Problem> more) {
  for (Problem& problem : more) all.push_back(std::move(problem));
}

// Without the name of the file in its problems.
ReadSource read(std::string_view file, std::string_view text, std::string_view timezone) {
  ReadSource out;
  out.source.file = file;
  const SourceName name = read_source_name(file);
  read_name_into(name, out.source);
  if (auto problem = check_source_text(text)) {
    out.problems.push_back(std::move(*problem));
    return out;
  }

  const std::string normal = normalise_source_text(text);
  SplitText split = split_front_matter(normal);
  append(out.problems, std::move(split.problems));
  if (!out.problems.empty()) return out;
  out.source.body = split.body;
  out.source.body_line = split.body_line;

  ParsedValue parsed = parse_front_matter(split);
  append(out.problems, std::move(parsed.problems));
  if (!parsed.value) return out;
  SortedKeys keys = sort_keys(*parsed.value);
  append(out.problems, std::move(keys.problems));
  read_fields(keys, timezone, out.source, out.problems);
  out.source.params = to_json(keys.unknown);

  if (!out.source.post.date) out.source.post.date = date_elsewhere(name, out.source, timezone);
  if (!out.source.post.date && !out.source.is_page && !out.source.is_draft) {
    out.problems.push_back(warning_at(
        {}, "give this post a date, as `date` in its front matter or in front of its file's name"));
  }
  return out;
}

}  // namespace

ReadSource read_source(std::string_view file, std::string_view text, std::string_view timezone) {
  ReadSource out = read(file, text, timezone);
  for (Problem& problem : out.problems) problem.file = file;
  return out;
}

}  // namespace daybook
