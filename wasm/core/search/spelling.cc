#include "core/search/spelling.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/search/spelling_model.h"

namespace daybook {
namespace {

constexpr std::size_t kShortestForTwo = 8;  // letters

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {
    for (int i = 0; i < 4; ++i) shift();
  }

  bool code(std::uint16_t probability, bool /*unknown*/) {
    const std::uint32_t middle = middle_of(low_, high_, probability);
    const bool bit = value_ <= middle;
    (bit ? high_ : low_) = bit ? middle : middle + 1;
    while ((low_ ^ high_) >> 24 == 0) {
      low_ <<= 8;
      high_ = high_ << 8 | 0xFF;
      shift();
    }
    return bit;
  }

  bool is_past_end() const { return past_end_ > 4; }

 private:
  void shift() {
    const bool is_there = position_ < bytes_.size();
    value_ = value_ << 8 | (is_there ? static_cast<unsigned char>(bytes_[position_]) : 0U);
    if (is_there) ++position_;
    if (!is_there) ++past_end_;
  }

  std::string_view bytes_;
  std::size_t position_ = 0;
  int past_end_ = 0;
  std::uint32_t value_ = 0;
  std::uint32_t low_ = 0;
  std::uint32_t high_ = 0xFFFFFFFF;
};

// The letters of a word as they count for nearness, without case and diacritics; of longer ones one
// more than kMaxSpellingLetters.
struct Letters {
  std::array<char32_t, kMaxSpellingLetters + 1> at{};
  std::array<std::size_t, kMaxSpellingLetters + 1> ends{};  // of the word's bytes
  std::size_t size = 0;

  // Goes on to a word that has `shared` bytes in common with this one. Returns how many letters
  // that is.
  std::size_t go_on(std::string_view word, std::size_t shared) {
    while (size > 0 && ends[size - 1] > shared) --size;
    const std::size_t kept = size;
    for (std::size_t i = kept == 0 ? 0 : ends[kept - 1]; i < word.size() && size < at.size();) {
      const char32_t lower = lower_case(next_code_point(word, i));
      const std::string_view letters = lower < 0x80 ? std::string_view() : base_letters(lower);
      for (const char letter : letters) add(static_cast<char32_t>(letter), i);
      if (letters.empty()) add(folded_letter(lower), i);
    }
    return kept;
  }

 private:
  void add(char32_t letter, std::size_t end) {
    if (letter == 0 || size == at.size()) return;
    at[size] = letter;
    ends[size++] = end;
  }
};

// Distances between the wanted word and words that come in their order: what neighbours share is
// reckoned once. Insertions, deletions, substitutions and swaps of neighbours (optimal string
// alignment), row by row: row[d][j] is the distance between d letters of the one and j of the
// other.
class Distances {
 public:
  Distances(const Letters& wanted, std::size_t limit) : wanted_(wanted), limit_(limit) {
    for (std::size_t j = 0; j <= wanted.size; ++j) rows_[0][j] = static_cast<std::uint8_t>(j);
  }

  // The distance of a word of whose letters the first `shared` are those of the word before;
  // anything above the limit where it is above it, and then settled() letters are reason enough:
  // every word that begins with them is above it too.
  std::size_t next(const Letters& word, std::size_t shared) {
    // Behind a row that is above the limit all are.
    std::size_t depth = std::min(shared, known_);
    while (depth < word.size) {
      if (depth > 0 && least_[depth] > limit_ && least_[depth - 1] + 1 > limit_) break;
      add_row(word, ++depth);
    }
    known_ = depth;
    return depth == word.size ? rows_[depth][wanted_.size] : limit_ + 1;
  }

  std::size_t settled() const { return known_; }

 private:
  void add_row(const Letters& word, std::size_t d) {
    auto& row = rows_[d];
    const auto& above = rows_[d - 1];
    std::size_t least = row[0] = static_cast<std::uint8_t>(d);
    for (std::size_t j = 1; j <= wanted_.size; ++j) {
      const bool is_same = word.at[d - 1] == wanted_.at[j - 1];
      std::size_t best = std::min<std::size_t>(
          {above[j] + 1U, row[j - 1] + 1U, above[j - 1] + (is_same ? 0U : 1U)});
      const bool is_swap = d > 1 && j > 1 && word.at[d - 1] == wanted_.at[j - 2] &&
                           word.at[d - 2] == wanted_.at[j - 1];
      if (is_swap) best = std::min<std::size_t>(best, rows_[d - 2][j - 2] + 1U);
      row[j] = static_cast<std::uint8_t>(best);
      least = std::min(least, best);
    }
    least_[d] = least;
  }

  const Letters& wanted_;
  std::size_t limit_;
  std::size_t known_ = 0;  // rows that hold for the word before
  std::array<std::array<std::uint8_t, kMaxSpellingLetters + 2>, kMaxSpellingLetters + 2> rows_{};
  std::array<std::size_t, kMaxSpellingLetters + 2> least_{};
};

struct Near {
  std::string word;
  std::size_t distance = 0;
  std::size_t commonness = 0;
};

bool is_better(const Near& a, const Near& b) {
  return a.distance != b.distance ? a.distance < b.distance : a.commonness > b.commonness;
}

// One word after another as Spelling keeps them.
class WordCursor {
 public:
  explicit WordCursor(std::string_view words) : words_(words) {}

  bool next() {
    if (words_.empty()) return false;
    shared_ = static_cast<unsigned char>(words_[0]);
    commonness_ = static_cast<unsigned char>(words_[1]);
    const std::size_t end = words_.find('\0', 2);
    word_.resize(shared_);
    word_ += words_.substr(2, end - 2);
    words_.remove_prefix(end + 1);
    return true;
  }

  const std::string& word() const { return word_; }
  std::size_t shared() const { return shared_; }
  std::size_t commonness() const { return commonness_; }

 private:
  std::string_view words_;
  std::string word_;
  std::size_t shared_ = 0;
  std::size_t commonness_ = 0;
};

}  // namespace

Spelling::Spelling(std::string_view bytes) {
  if (bytes.size() < 2) return;
  const std::size_t count = static_cast<unsigned char>(bytes[0]) |
                            static_cast<std::size_t>(static_cast<unsigned char>(bytes[1])) << 8;
  Decoder decoder(bytes.substr(2));
  SpellingModel model;
  std::string previous;
  std::string word;
  while (size_ < count && !decoder.is_past_end()) {
    const std::size_t shared = std::min(model.shared(decoder, previous, 0), previous.size());
    word.assign(previous, 0, shared);
    while (word.size() <= kMaxSpellingWordBytes) {
      const std::size_t byte = model.byte(decoder, previous, word, word.size() == shared, 0);
      if (byte == 0) break;
      word += static_cast<char>(byte);
    }
    if (word.size() > kMaxSpellingWordBytes) return;  // no writer wrote this
    words_ += static_cast<char>(shared);
    words_ += static_cast<char>(model.commonness(decoder, word, 0));
    words_.append(word, shared).append(1, '\0');
    std::swap(previous, word);
    ++size_;
  }
}

std::vector<std::string> Spelling::nearest(std::string_view word, std::size_t limit) const {
  Letters wanted;
  wanted.go_on(word, 0);
  std::vector<std::string> words;
  if (wanted.size < kLeastSpellingLetters || wanted.size > kMaxSpellingLetters) return words;

  const std::size_t reach = wanted.size >= kShortestForTwo ? 2 : 1;
  Distances distances(wanted, reach);
  Letters letters;
  std::vector<Near> best;
  std::size_t shared = 0;                 // bytes, with the last word that was looked at
  std::size_t hopeless = kMaxShared + 1;  // so many of its bytes are too far from the wanted word
  for (WordCursor cursor(words_); cursor.next();) {
    shared = std::min(shared, cursor.shared());
    if (shared >= hopeless) continue;
    const std::size_t kept = letters.go_on(cursor.word(), shared);
    const std::size_t distance = distances.next(letters, kept);
    const std::size_t settled = distances.settled();
    shared = kMaxShared;
    hopeless = settled < letters.size ? letters.ends[settled - 1] : kMaxShared + 1;
    if (distance == 0 || distance > reach) continue;
    Near near{cursor.word(), distance, cursor.commonness()};
    if (!is_valid_utf8(near.word)) continue;
    auto place = best.begin();
    while (place != best.end() && !is_better(near, *place)) ++place;
    best.insert(place, std::move(near));
    if (best.size() > limit) best.pop_back();
  }
  for (Near& near : best) words.push_back(std::move(near.word));
  return words;
}

}  // namespace daybook
