// `daybook search`: the full text of a site that was built, from the index that readers use.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace daybook {

enum class SearchFormat { kText, kJson };

struct SearchOptions {
  std::filesystem::path site = "public";  // the folder that a build has published into
  std::string query;
  std::size_t count = 10;
  SearchFormat format = SearchFormat::kText;
};

struct SearchOutput {
  std::string text;  // to be printed
  std::size_t total = 0;
};

// As text three lines a hit: its title, its URL and, where it has one, its date. As JSON what
// core/search_answer.h says.
Result<SearchOutput> search_site(const SearchOptions& options);

}  // namespace daybook
