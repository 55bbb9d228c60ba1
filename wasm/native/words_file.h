// The words of a site's language: words/<language>.json in the engine's folder.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/blog/site.h"

namespace daybook {

// Adds to `site.words` those of its language; what site.json says already stands. Returns whether
// there are any: English needs none, and for a language without a file the pages speak English.
Result<bool> add_words(const std::filesystem::path& engine, Site& site);

}  // namespace daybook
