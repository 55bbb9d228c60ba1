// The names of everything that front matter can say: one table for all syntaxes.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "native/value.h"

namespace daybook {

enum class Field {
  kTitle,
  kDescription,
  kDate,
  kUpdated,
  kDraft,
  kPublished,  // the opposite of a draft, or a date before which it is not built
  kUnlisted,
  kPublishDate,
  kExpiryDate,
  kSlug,
  kPermalink,
  kAliases,
  kTags,
  kCategories,
  kSeries,
  kSeriesOrder,
  kAuthors,
  kImage,
  kImageAlt,
  kImageCaption,
  kLanguage,
  kCanonicalUrl,
  kTableOfContents,
  kMath,
  kPin,
  kWeight,
  kIgnored,
  kCount,  // how many there are
};

// A value in the author's front matter that the table knows.
struct KnownValue {
  std::string_view key;  // as the table spells it, `cover.image`
  const Value* value;    // never null, never of kind kNull
  std::size_t rank;      // its place in the table
};

// Front matter sorted by meaning. The known values point into the mapping it was made from.
struct SortedKeys {
  // By Field; the spelling that comes first in the table first.
  std::array<std::vector<KnownValue>, static_cast<std::size_t>(Field::kCount)> known;
  Value unknown;                  // a mapping of what the table does not know
  std::vector<Problem> problems;  // warnings about keys that look like a slip

  const std::vector<KnownValue>& of(Field field) const {
    return known[static_cast<std::size_t>(field)];
  }
};

// `front_matter` is a mapping and must outlive the result; what is unknown is moved out of it.
// Case of keys does not count, but the exact spelling comes first: Astro's `pubDate` and Hugo's
// `pubdate` differ.
SortedKeys sort_keys(Value& front_matter);

}  // namespace daybook
