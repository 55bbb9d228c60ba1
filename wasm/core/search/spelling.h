// «Did you mean»: the words of a site's posts, and those among them that a mistyped word is close
// to. This file, spelling.cc and spelling_writer.cc own the format:
//
//   u16     number of words, little-endian
//   bytes   the words in the order of their bytes, by a binary arithmetic coder (spelling_model.h),
//           each as
//             4 bits  how many bytes it shares with the word before, 15 at most
//             bytes   the others, then 0
//             3 bits  how common it is: log4 of the number of posts that have it, 7 at most
//
// About two bytes a word. Its reader takes any bytes: from foreign ones it reads foreign words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

inline constexpr std::size_t kMaxSpellingBytes = 38'000;
inline constexpr std::size_t kLeastSpellingPosts = 5;
inline constexpr std::size_t kLeastSpellingLetters = 3;
inline constexpr std::size_t kMaxSpellingLetters = 24;

struct WordCount {
  std::string_view word;  // Token::word, the exact form
  std::size_t posts = 0;  // that have it
};

// The file for the words of a site, in any order, each once. It keeps words of letters alone, of
// scripts that people spell, in kLeastSpellingPosts posts or more; of these the commonest that
// kMaxSpellingBytes have room for.
std::string write_spelling(const std::vector<WordCount>& words);

class Spelling {
 public:
  // No words.
  Spelling() = default;
  explicit Spelling(std::string_view bytes);

  // The words near `word` (any bytes), `limit` at most: one letter more, less, other or swapped
  // with its neighbour; up to two of these where it has eight letters or more. The nearest first,
  // of these the commonest. Case and diacritics do not count, and `word` itself is none of them.
  // None for words of fewer letters than kLeastSpellingLetters or more than kMaxSpellingLetters.
  std::vector<std::string> nearest(std::string_view word, std::size_t limit) const;

  std::size_t size() const { return size_; }

 private:
  // Decoded, of each word: a byte each for what it shares and how common it is, its other bytes, 0.
  std::string words_;
  std::size_t size_ = 0;
};

}  // namespace daybook
