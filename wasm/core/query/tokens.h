// The words of a text, as search and filter compare them.
//
// Letters, digits and marks in a row make a word; so do an apostrophe or a dot between two of
// them where readers would take it so (don't, 1.88.0). Chinese, Japanese and Korean runs have no
// spaces and become overlapping pairs of characters; a single one stands alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

struct Token {
  std::size_t begin = 0;  // of the text's bytes
  std::size_t end = 0;
  std::string word;    // lower case, compatibility forms resolved, diacritics kept: the exact form
  std::string folded;  // `word` without diacritics: what readers may type instead
  bool is_joined = false;  // shares a character with the token before it

  bool operator==(const Token&) const = default;
};

// Total: any bytes have tokens. Words longer than kMaxTokenBytes are cut.
inline constexpr std::size_t kMaxTokenBytes = 64;
std::vector<Token> tokenize(std::string_view text);

}  // namespace daybook
