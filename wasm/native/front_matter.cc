#include "native/front_matter.h"

#include <optional>
#include <utility>

#include "core/base/text.h"
#include "core/base/url.h"
#include "native/author_date.h"
#include "native/front_matter_block.h"
#include "native/front_matter_keys.h"
#include "native/source_name.h"
#include "native/source_text.h"
#include "native/timezone.h"
#include "native/value_reader.h"

namespace daybook {
namespace {

bool leads_upwards(std::string_view path) {
  for (const std::string_view segment : split(path, '/')) {
    if (segment == "..") return true;
  }
  return false;
}

Timestamp to_timestamp(const WrittenDate& written, std::string_view timezone) {
  const int seconds = written.seconds_of_day.value_or(0);
  if (written.offset_minutes) return make_timestamp(written.date, seconds, *written.offset_minutes);
  return timestamp_in(timezone, written.date, seconds);
}

// Reads each field by the rule of its kind.
class FieldReader {
 public:
  // All must outlive the reader.
  FieldReader(SortedKeys& keys, std::string_view timezone, std::vector<Problem>& problems)
      : keys_(keys), timezone_(timezone), read_(problems) {}

  void read_into(SourceFile& source) {
    read_text_fields(source);
    read_dates(source);
    read_visibility(source);
    read_place(source);
    read_lists(source.post);
    read_image(source.post.image);
    read_switches(source.post);
  }

 private:
  // The value of `field` that counts, null where there is none.
  const KnownValue* first(Field field) const {
    const auto& values = keys_.of(field);
    return values.empty() ? nullptr : &values.front();
  }

  std::string text_of(Field field) {
    const KnownValue* known = first(field);
    return known == nullptr ? "" : read_.text(known->key, *known->value).value_or("");
  }

  std::optional<bool> boolean_of(Field field) {
    const KnownValue* known = first(field);
    return known == nullptr ? std::nullopt : read_.boolean(known->key, *known->value);
  }

  std::optional<int> number_of(Field field) {
    const KnownValue* known = first(field);
    return known == nullptr ? std::nullopt : read_.whole_number(known->key, *known->value);
  }

  std::vector<std::string> names_of(Field field) {
    const KnownValue* known = first(field);
    return known == nullptr ? std::vector<std::string>{} : read_.names(known->key, *known->value);
  }

  // An empty text is no date and no mistake: editors with forms write `date: ""`.
  std::optional<Timestamp> date_of(const KnownValue& known) {
    const auto text = read_.text(known.key, *known.value);
    if (!text || text->empty()) return std::nullopt;
    if (const auto written = parse_author_date(*text)) return to_timestamp(*written, timezone_);
    read_.error(*known.value, std::string(known.key) + ' ' + describe(*known.value) +
                                  " is not a date; write it like 2025-11-10 or "
                                  "2025-11-10T09:30:00+01:00");
    return std::nullopt;
  }

  std::optional<Timestamp> date_of(Field field) {
    const KnownValue* known = first(field);
    return known == nullptr ? std::nullopt : date_of(*known);
  }

  void read_text_fields(SourceFile& source) {
    if (const std::string title = text_of(Field::kTitle); !title.empty()) {
      source.post.title = title;
      source.has_title = true;
    }
    if (const KnownValue* known = first(Field::kDescription)) {
      if (const auto text = read_.text(known->key, *known->value)) {
        source.post.description = *text;
        source.has_description = true;
      }
    }
    source.post.language = language();
    source.post.canonical_url = text_of(Field::kCanonicalUrl);
    const std::string& url = source.post.canonical_url;
    if (!url.empty() && !url.starts_with("https://") && !url.starts_with("http://")) {
      const KnownValue* known = first(Field::kCanonicalUrl);
      read_.error(*known->value, "write \"" + std::string(known->key) +
                                     "\" as an absolute URL like https://example.org/a/");
    }
  }

  // `en_GB`, as other software writes it, is `en-GB` in HTML.
  std::string language() {
    std::string tag = text_of(Field::kLanguage);
    for (char& c : tag) {
      const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == '_') c = '-';
      if (is_letter || c == '-' || (c >= '0' && c <= '9')) continue;
      const KnownValue* known = first(Field::kLanguage);
      read_.error(*known->value, "write \"" + std::string(known->key) +
                                     "\" as a language tag like en or pt-BR, not as " +
                                     describe(*known->value));
      return "";
    }
    return tag;
  }

  void read_dates(SourceFile& source) {
    source.post.date = date_of(Field::kDate);
    source.post.updated = date_of(Field::kUpdated);
    source.publish_date = date_of(Field::kPublishDate);
    source.expiry_date = date_of(Field::kExpiryDate);
  }

  // `published` is Jekyll's switch and Hugo's date; what it is shows in its value.
  void read_visibility(SourceFile& source) {
    std::optional<bool> draft = boolean_of(Field::kDraft);
    for (const KnownValue& known : keys_.of(Field::kPublished)) {
      if (const auto is_published = read_boolean(*known.value)) {
        if (!draft) draft = !*is_published;
      } else if (!parse_author_date(known.value->text)) {
        read_.error(*known.value, "write \"" + std::string(known.key) +
                                      "\" as true, false or a date like 2025-11-10, not as " +
                                      describe(*known.value));
      } else if (!source.publish_date) {
        source.publish_date = date_of(known);
      }
    }
    source.is_draft = draft.value_or(source.is_draft);
    source.post.is_unlisted = boolean_of(Field::kUnlisted).value_or(false);
  }

  void read_place(SourceFile& source) {
    for (const KnownValue& known : keys_.of(Field::kPermalink)) {
      const auto path = read_.text(known.key, *known.value);
      if (!path || path->empty()) continue;
      if (is_absolute_url(*path)) {
        // The page that a link post is about, or an address that a static site cannot give.
        const Place place = known.value->place;
        keys_.unknown.members.push_back(
            {std::string(known.key), place, Value(ValueKind::kText, place, *path)});
      } else if (source.permalink.empty()) {
        set_permalink(known, *path, source);
      }
    }
    if (const KnownValue* known = first(Field::kSlug)) {
      std::string slug = read_.text(known->key, *known->value).value_or("");
      while (slug.ends_with('/')) slug.pop_back();
      if (slug.find('/') == slug.npos) {
        if (slug == "." || slug == "..") {
          read_.error(*known->value, "write a name as \"slug\"");
        } else if (!slug.empty()) {
          source.slug = slug;
        }
      } else if (source.permalink.empty()) {
        // Docusaurus lets a slug be a whole path.
        set_permalink(*known, slug, source);
      }
    }
    if (const KnownValue* known = first(Field::kAliases)) {
      for (const std::string& alias : read_.texts(known->key, *known->value)) {
        add_alias(*known, alias, source);
      }
    }
  }

  void set_permalink(const KnownValue& known, std::string path, SourceFile& source) {
    if (leads_upwards(path)) {
      read_.error(*known.value, "write \"" + std::string(known.key) + "\" without `..`");
      return;
    }
    source.permalink = std::move(path);
  }

  void add_alias(const KnownValue& known, std::string_view alias, SourceFile& source) {
    if (is_absolute_url(alias) || alias.find_first_of("?#") != alias.npos) {
      read_.warning(known.value->place, "remove \"" + std::string(alias) + "\" from \"" +
                                            std::string(known.key) +
                                            "\"; only paths of this site can lead here");
      return;
    }
    if (leads_upwards(alias)) {
      read_.error(*known.value, "write \"" + std::string(known.key) + "\" without `..`");
      return;
    }
    while (alias.starts_with('/')) alias.remove_prefix(1);
    if (!alias.empty()) source.aliases.emplace_back(alias);
  }

  void read_lists(Post& post) {
    post.tags = names_of(Field::kTags);
    post.categories = names_of(Field::kCategories);
    post.series_order = number_of(Field::kSeriesOrder);
    if (const KnownValue* known = first(Field::kAuthors)) {
      post.authors = read_.authors(known->key, *known->value);
    }
    if (const KnownValue* known = first(Field::kSeries)) {
      const std::vector<std::string> all = read_.texts(known->key, *known->value);
      if (!all.empty()) post.series = all.front();
      if (all.size() > 1) {
        read_.warning(known->value->place, "write one series; of several only the first counts");
      }
    }
  }

  // `image: false` switches off a theme's picture.
  void read_image(Image& image) {
    const KnownValue* known = first(Field::kImage);
    if (known != nullptr && read_boolean(*known->value) != false)
      image.url = text_of(Field::kImage);
    image.alt = text_of(Field::kImageAlt);
    image.caption = text_of(Field::kImageCaption);
  }

  void read_switches(Post& post) {
    if (const auto shown = boolean_of(Field::kTableOfContents)) {
      post.table_of_contents = *shown ? TableOfContents::kShown : TableOfContents::kHidden;
    }
    post.has_math = boolean_of(Field::kMath).value_or(false);
    post.is_pinned = boolean_of(Field::kPin).value_or(false);
    post.weight = number_of(Field::kWeight);
  }

  SortedKeys& keys_;
  std::string_view timezone_;
  ValueReader read_;
};

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
  FieldReader(keys, timezone, out.problems).read_into(out.source);
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
