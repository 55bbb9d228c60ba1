#include "native/front_matter_keys.h"

#include <algorithm>
#include <span>
#include <string>

#include "core/base/text.h"
#include "native/spelling.h"

namespace daybook {
namespace {

struct Spelling {
  std::string_view key;  // `a.b` is b in the mapping a
  Field field;
};

// Of several spellings of one field the first counts.
constexpr Spelling kSpellings[] = {
    {"title", Field::kTitle},
    {"description", Field::kDescription},
    {"summary", Field::kDescription},           // Hugo
    {"excerpt", Field::kDescription},           // Jekyll
    {"meta_description", Field::kDescription},  // Bear
    {"date", Field::kDate},
    {"pubDate", Field::kDate},      // Astro
    {"pubDatetime", Field::kDate},  // AstroPaper
    {"published_date", Field::kDate},
    {"created", Field::kDate},  // Quartz
    {"updated", Field::kUpdated},
    {"lastmod", Field::kUpdated},
    {"modified", Field::kUpdated},
    {"modDatetime", Field::kUpdated},
    {"updatedDate", Field::kUpdated},
    {"last_modified_at", Field::kUpdated},
    {"last_update.date", Field::kUpdated},  // Docusaurus
    {"draft", Field::kDraft},
    {"published", Field::kPublished},  // Jekyll, Hugo
    {"publish", Field::kPublished},    // Quartz
    {"unlisted", Field::kUnlisted},
    {"hiddenInHomeList", Field::kUnlisted},  // PaperMod
    {"publishDate", Field::kPublishDate},
    {"pubdate", Field::kPublishDate},  // Hugo
    {"expiryDate", Field::kExpiryDate},
    {"unpublishdate", Field::kExpiryDate},  // Hugo
    {"slug", Field::kSlug},
    {"permalink", Field::kPermalink},
    {"url", Field::kPermalink},   // Hugo
    {"path", Field::kPermalink},  // Zola
    {"link", Field::kPermalink},
    {"aliases", Field::kAliases},
    {"alias", Field::kAliases},
    {"redirect_from", Field::kAliases},
    {"oldUrl", Field::kAliases},
    {"tags", Field::kTags},
    {"tag", Field::kTags},
    {"taxonomies.tags", Field::kTags},  // Zola
    {"categories", Field::kCategories},
    {"category", Field::kCategories},
    {"taxonomies.categories", Field::kCategories},
    {"series", Field::kSeries},
    {"taxonomies.series", Field::kSeries},
    {"series_order", Field::kSeriesOrder},
    {"authors", Field::kAuthors},
    {"author", Field::kAuthors},
    {"taxonomies.authors", Field::kAuthors},
    {"image", Field::kImage},
    {"image.url", Field::kImage},
    {"image.src", Field::kImage},
    {"image.path", Field::kImage},   // Jekyll's SEO tag
    {"cover.image", Field::kImage},  // PaperMod
    {"heroImage", Field::kImage},    // Astro
    {"ogImage", Field::kImage},
    {"socialImage", Field::kImage},
    {"image.alt", Field::kImageAlt},
    {"cover.alt", Field::kImageAlt},
    {"alt", Field::kImageAlt},
    {"image_alt", Field::kImageAlt},
    {"image.caption", Field::kImageCaption},
    {"cover.caption", Field::kImageCaption},
    {"caption", Field::kImageCaption},
    {"image_caption", Field::kImageCaption},
    {"lang", Field::kLanguage},
    {"canonicalURL", Field::kCanonicalUrl},
    {"canonical_url", Field::kCanonicalUrl},
    {"toc", Field::kTableOfContents},
    {"enableToc", Field::kTableOfContents},
    {"ShowToc", Field::kTableOfContents},
    {"math", Field::kMath},
    {"pin", Field::kPin},
    {"featured", Field::kPin},
    {"weight", Field::kWeight},
    {"order", Field::kWeight},
    {"layout", Field::kIgnored},
    {"type", Field::kIgnored},
    {"template", Field::kIgnored},
};

// Keys of other engines and of schema.org that only look like a slip of one of ours.
constexpr std::string_view kKnownElsewhere[] = {
    "creator", "feature", "images",    "lastupdated", "layouts", "links",
    "paths",   "public",  "publisher", "related",     "types",
};

std::string_view container_of(std::string_view key) {
  const std::size_t dot = key.find('.');
  return dot == key.npos ? std::string_view() : key.substr(0, dot);
}

bool same_letters(std::string_view a, std::string_view b) {
  return a.size() == b.size() && to_ascii_lower(a) == to_ascii_lower(b);
}

// The table's row for `key`, null where it has none.
const Spelling* find_spelling(std::string_view key) {
  const auto exact = std::ranges::find(kSpellings, key, &Spelling::key);
  if (exact != std::end(kSpellings)) return exact;
  const auto similar = std::ranges::find_if(
      kSpellings, [key](const Spelling& row) { return same_letters(row.key, key); });
  return similar == std::end(kSpellings) ? nullptr : similar;
}

bool is_container(std::string_view key) {
  return std::ranges::any_of(
      kSpellings, [key](const Spelling& row) { return same_letters(container_of(row.key), key); });
}

void warn_of_slip(const Member& member, std::vector<Problem>& problems) {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const Spelling& row : kSpellings) {
      const std::string_view container = container_of(row.key);
      all.push_back(container.empty() ? row.key : container);
    }
    return all;
  }();
  const std::string lower = to_ascii_lower(member.key);
  if (std::ranges::find(kKnownElsewhere, lower) != std::end(kKnownElsewhere)) return;
  const std::string_view meant = nearest_word(lower, names);
  if (meant.empty() || same_letters(meant, lower)) return;
  problems.push_back(warning_at(member.place, "write \"" + std::string(meant) +
                                                  "\" if that is what \"" + member.key +
                                                  "\" means; so far it is a parameter"));
}

// Files `member` under its field; says whether the table knows it.
bool sort_member(std::string_view path, const Member& member, SortedKeys& sorted) {
  const Spelling* row = find_spelling(path);
  if (row == nullptr) return false;
  if (member.value.kind != ValueKind::kNull) {
    sorted.known[static_cast<std::size_t>(row->field)].push_back(
        {row->key, &member.value, static_cast<std::size_t>(row - std::begin(kSpellings))});
  }
  return true;
}

}  // namespace

SortedKeys sort_keys(Value& front_matter) {
  SortedKeys sorted;
  sorted.unknown.kind = ValueKind::kMapping;
  std::vector<Member>& unknown = sorted.unknown.members;
  for (Member& member : front_matter.members) {
    if (member.value.kind == ValueKind::kMapping && is_container(member.key)) {
      Value rest(ValueKind::kMapping, member.value.place);
      for (Member& inner : member.value.members) {
        const bool is_known = sort_member(member.key + '.' + inner.key, inner, sorted);
        if (!is_known) rest.members.push_back(std::move(inner));
      }
      if (!rest.members.empty()) unknown.push_back({member.key, member.place, std::move(rest)});
    } else if (!sort_member(member.key, member, sorted)) {
      warn_of_slip(member, sorted.problems);
      unknown.push_back(std::move(member));
    }
  }
  for (auto& values : sorted.known) {
    std::ranges::stable_sort(values, {}, &KnownValue::rank);
  }
  return sorted;
}

}  // namespace daybook
