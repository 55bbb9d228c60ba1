#include <algorithm>
#include <bit>

#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/search/spelling.h"
#include "core/search/spelling_model.h"

namespace daybook {
namespace {

constexpr std::size_t kSteps = 256;  // the room is used but for about one in so many words

class Encoder {
 public:
  explicit Encoder(std::string& out) : out_(out) {}

  bool code(std::uint16_t probability, bool bit) {
    const std::uint32_t middle = middle_of(low_, high_, probability);
    (bit ? high_ : low_) = bit ? middle : middle + 1;
    while ((low_ ^ high_) >> 24 == 0) {
      out_ += static_cast<char>(low_ >> 24);
      low_ <<= 8;
      high_ = high_ << 8 | 0xFF;
    }
    return bit;
  }

  // What is missing behind the last byte reads as zeros: one byte more tells the interval.
  void finish() { out_ += static_cast<char>((low_ >> 24) + 1); }

 private:
  std::string& out_;
  std::uint32_t low_ = 0;
  std::uint32_t high_ = 0xFFFFFFFF;
};

bool is_spelled(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size(); ++letters) {
    const char32_t c = next_code_point(word, i);
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_word_character(c) || is_digit || is_unspaced(c)) return false;
  }
  return letters >= kLeastSpellingLetters && letters <= kMaxSpellingLetters &&
         word.size() <= kMaxSpellingWordBytes;
}

std::size_t commonness_of(std::size_t posts) {
  return std::min<std::size_t>(7, (static_cast<std::size_t>(std::bit_width(posts)) - 1) / 2);
}

// The file of the first `count` words.
std::string encode_first(std::vector<WordCount> words, std::size_t count) {
  words.resize(count);
  std::sort(words.begin(), words.end(),
            [](const WordCount& a, const WordCount& b) { return a.word < b.word; });
  std::string out;
  out += static_cast<char>(words.size() & 0xFF);
  out += static_cast<char>(words.size() >> 8);
  Encoder encoder(out);
  SpellingModel model;
  std::string_view previous;
  for (const auto& [word, posts] : words) {
    const auto mismatch = std::mismatch(word.begin(), word.end(), previous.begin(), previous.end());
    const std::size_t shared =
        std::min(kMaxShared, static_cast<std::size_t>(mismatch.first - word.begin()));
    model.shared(encoder, previous, shared);
    for (std::size_t i = shared; i <= word.size(); ++i) {
      const unsigned char byte = i < word.size() ? static_cast<unsigned char>(word[i]) : 0;
      model.byte(encoder, previous, word.substr(0, i), i == shared, byte);
    }
    model.commonness(encoder, word, commonness_of(posts));
    previous = word;
  }
  encoder.finish();
  return out;
}

}  // namespace

std::string write_spelling(const std::vector<WordCount>& words) {
  std::vector<WordCount> kept;
  for (const WordCount& word : words) {
    if (word.posts >= kLeastSpellingPosts && is_spelled(word.word)) kept.push_back(word);
  }
  // The commonest first, so that what has no room stands at the end.
  std::sort(kept.begin(), kept.end(), [](const WordCount& a, const WordCount& b) {
    return a.posts != b.posts ? a.posts > b.posts : a.word < b.word;
  });
  if (kept.size() > 0xFFFF) kept.resize(0xFFFF);
  std::string file = encode_first(kept, kept.size());
  if (file.size() <= kMaxSpellingBytes) return file;
  std::size_t fitting = 0;
  std::size_t too_many = kept.size();
  while (too_many - fitting > kept.size() / kSteps + 1) {
    const std::size_t count = fitting + (too_many - fitting) / 2;
    std::string shorter = encode_first(kept, count);
    if (shorter.size() > kMaxSpellingBytes) {
      too_many = count;
    } else {
      fitting = count;
      file = std::move(shorter);
    }
  }
  return file;
}

}  // namespace daybook
