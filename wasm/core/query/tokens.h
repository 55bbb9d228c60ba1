// The words of a text, as search and filter compare them.
//
// Letters, digits and marks in a row make a word. These join two of them into one:
//   an apostrophe   in English contractions and possessives (don't, author's), and between letters
//                   that are not Latin (п'ять); in French or Italian it parts words (l'homme)
//   a dot           between digits: 1.88.0
//   underscores     pg_dump
//   ++ and #        C++, C++20, notepad++; C#
//   soft hyphens and zero-width joiners, which nobody sees
// Scripts without spaces between words, Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese,
// become overlapping pairs of characters (日本語 → 日本, 本語); a lone character stands alone.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

struct Token {
  std::size_t begin = 0;  // of the text's bytes
  std::size_t end = 0;
  // The exact form: lower case, compatibility forms resolved, diacritics and apostrophes kept.
  std::string word;
  // What readers may type instead: without diacritics, vowel points and apostrophes (don't → dont),
  // without a possessive 's, the v of v1.88.0 and the Arabic article. Never empty; its tokens are
  // itself.
  std::string folded;
  bool is_joined = false;  // a pair that shares a character with the pair before it
  bool is_part = false;    // lies inside the token before it; see Parts
  bool is_lone = false;    // a character alone that stands for every pair that begins with it

  bool operator==(const Token&) const = default;
};

enum class Parts {
  kLeftOut,  // what a reader asks for: pg_dump
  // What a text is found by: pg_dump, pg, dump; 1.88.0, 1.88; C++20, C++; 日本, 本語, 語. Parts
  // take no place in the order of the words: phrases pass over them.
  kAdded,
};

// Words longer than this are cut, between characters, and have no more parts than that.
inline constexpr std::size_t kMaxTokenBytes = 64;
inline constexpr std::size_t kMaxTokenParts = 8;

// Where the parts of a word stand in the text.
struct TokenParts {
  struct Range {
    std::size_t begin;
    std::size_t end;
  };
  std::array<Range, kMaxTokenParts> ranges;
  std::size_t count = 0;
};

// The tokens of a text one by one. Total: any bytes have tokens, in linear time.
class Tokenizer {
 public:
  // `text` must outlive the tokenizer.
  explicit Tokenizer(std::string_view text, Parts parts = Parts::kLeftOut)
      : text_(text), wants_parts_(parts == Parts::kAdded) {}

  // The next token, or null after the last. It is overwritten by the next call.
  const Token* next();

 private:
  void read_word();
  void read_pair();
  bool read_part();

  std::string_view text_;
  std::size_t position_ = 0;
  bool wants_parts_;
  bool is_inside_run_ = false;  // of an unspaced script, behind a pair
  Token token_;
  TokenParts parts_;      // of the word before
  std::size_t part_ = 0;  // the next of them
};

std::vector<Token> tokenize(std::string_view text, Parts parts = Parts::kLeftOut);

}  // namespace daybook
