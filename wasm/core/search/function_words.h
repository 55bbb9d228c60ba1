// Words that hold a sentence together and say nothing of what it is about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daybook {

// Those of languages (BCP 47; only the first part counts), folded, ascending.
std::vector<std::string> function_words(const std::vector<std::string>& languages);

}  // namespace daybook
