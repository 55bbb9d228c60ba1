#include "native/front_matter_fields.h"

#include <optional>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/base/url.h"
#include "native/author_date.h"
#include "native/timezone.h"
#include "native/value_reader.h"

namespace daybook {
namespace {

// What a name becomes is the name of a folder, which file systems keep below 256 bytes.
constexpr std::size_t kMaxNameBytes = 200;

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
    if (known == nullptr) return {};
    auto names = read_.names(known->key, *known->value);
    for (const std::string& name : names) refuse_long(*known, name);
    return names;
  }

  void refuse_long(const KnownValue& known, std::string_view name) {
    if (name.size() <= kMaxNameBytes) return;
    read_.error(*known.value, "shorten \"" + std::string(known.key) + "\": a name of it has " +
                                  std::to_string(name.size()) +
                                  " bytes, of which a folder's may "
                                  "have " +
                                  std::to_string(kMaxNameBytes));
  }

  // An empty text is no date and no mistake: editors with forms write `date: ""`.
  std::optional<Timestamp> date_of(const KnownValue& known) {
    const std::string_view text = trim(known.value->text);
    if (known.value->kind == ValueKind::kText && text.empty()) return std::nullopt;
    if (const auto written = parse_author_date(text)) return to_timestamp(*written, timezone_);
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
    if (const KnownValue* known = first(Field::kLanguage)) {
      source.post.language = read_.language(known->key, *known->value);
    }
    if (const KnownValue* known = first(Field::kCanonicalUrl)) {
      source.post.canonical_url = read_.web_url(known->key, *known->value);
    }
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
      } else if (known.value->kind == ValueKind::kText && trim(known.value->text).empty()) {
        continue;
      } else if (!parse_author_date(known.value->text)) {
        read_.error(*known.value, "write \"" + std::string(known.key) +
                                      "\" as true, false or a date like 2025-11-10, not as " +
                                      describe(*known.value));
      } else if (!source.publish_date) {
        source.publish_date = date_of(known);
      }
    }
    if (draft == true) source.is_draft = true;
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
    if (const KnownValue* known = first(Field::kSlug)) set_slug(*known, source);
    if (const KnownValue* known = first(Field::kAliases)) {
      for (const std::string& alias : read_.texts(known->key, *known->value)) {
        add_alias(*known, alias, source);
      }
    }
  }

  void set_slug(const KnownValue& known, SourceFile& source) {
    std::string slug = read_.text(known.key, *known.value).value_or("");
    while (slug.ends_with('/')) slug.pop_back();
    if (slug.empty()) return;
    if (slug.find('/') == slug.npos) {
      if (leads_upwards(slug)) return refuse_upwards(known);
      source.slug = std::move(slug);
    } else if (source.permalink.empty()) {
      // Docusaurus lets a slug be a whole path.
      set_permalink(known, std::move(slug), source);
    }
  }

  void set_permalink(const KnownValue& known, std::string path, SourceFile& source) {
    if (leads_upwards(path)) return refuse_upwards(known);
    source.permalink = std::move(path);
  }

  void add_alias(const KnownValue& known, std::string_view alias, SourceFile& source) {
    if (is_absolute_url(alias) || alias.find_first_of("?#") != alias.npos) {
      read_.warning(known.value->place, "remove \"" + std::string(alias) + "\" from \"" +
                                            std::string(known.key) +
                                            "\"; only paths of this site can lead here");
      return;
    }
    if (leads_upwards(alias)) return refuse_upwards(known);
    while (alias.starts_with('/')) alias.remove_prefix(1);
    if (!alias.empty()) source.aliases.emplace_back(alias);
  }

  void refuse_upwards(const KnownValue& known) {
    read_.error(*known.value, "write \"" + std::string(known.key) + "\" without `..`");
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
      refuse_long(*known, post.series);
      if (all.size() > 1) {
        read_.warning(known->value->place, "write one series; of several only the first counts");
      }
    }
  }

  // `image: false` switches off a theme's picture.
  void read_image(Image& image) {
    const KnownValue* known = first(Field::kImage);
    const bool is_off = known != nullptr && read_boolean(*known->value) == false;
    if (!is_off) image.url = text_of(Field::kImage);
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

}  // namespace

void read_fields(SortedKeys& keys, std::string_view timezone, SourceFile& source,
                 std::vector<Problem>& problems) {
  FieldReader(keys, timezone, problems).read_into(source);
}

}  // namespace daybook
