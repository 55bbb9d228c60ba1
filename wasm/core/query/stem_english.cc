#include "core/query/stem_english.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/query/stem_rules.h"

namespace daybook {
namespace {

// Longer words are names of something.
constexpr std::size_t kLongest = 64;

// Words with stems of their own.
constexpr std::string_view kExceptions =
    "skis>ski skies>sky dying>die lying>lie tying>tie idly>idl gently>gentl ugly>ugli early>earli "
    "only>onli singly>singl sky>sky news>news howe>howe atlas>atlas cosmos>cosmos bias>bias "
    "andes>andes";

// Words that are stems once a plural's s is gone.
constexpr std::string_view kInvariants =
    "inning outing canning herring earring proceed exceed succeed";

constexpr std::string_view kPlurals = "sses>ss ied>i ies>i us>us ss>ss s";

constexpr std::string_view kVerbs = "eedly>ee ingly edly eed>ee ing ed";

constexpr std::string_view kDoubles = "bb dd ff gg mm nn pp rr tt";

constexpr std::string_view kDerivations =
    "ational>ate ization>ize fulness>ful ousness>ous iveness>ive tional>tion biliti>ble "
    "lessli>less "
    "entli>ent ation>ate alism>al aliti>al ousli>ous iviti>ive fulli>ful enci>ence anci>ance "
    "abli>able izer>ize ator>ate alli>al bli>ble l<ogi>og cdeghkmnrt<li";

constexpr std::string_view kMoreDerivations =
    "ational>ate tional>tion alize>al icate>ic iciti>ic ative ical>ic ness ful";

constexpr std::string_view kSuffixes =
    "ement ance ence able ible ment ant ent ism ate iti ous ive ize st<ion al er ic";

bool is_vowel(char c) {
  constexpr std::uint32_t kVowels = 1 | 1 << 4 | 1 << 8 | 1 << 14 | 1 << 20 | 1 << 24;  // aeiouy
  const auto place = static_cast<std::uint32_t>(c - 'a');
  return place < 26 && (kVowels >> place & 1) != 0;
}

// One word on its way through the steps, whose names are Porter's. A consonant y is written Y.
class Stemmer {
 public:
  explicit Stemmer(std::string_view word) : size_(word.size()) {
    char before = 'a';
    for (std::size_t i = 0; i < size_; ++i) {
      letters_[i] = word[i] == 'y' && is_vowel(before) ? 'Y' : word[i];
      before = letters_[i];
    }
    r1_ = behind_syllable(0);
    for (const std::string_view prefix : {"gener", "commun", "arsen"}) {
      if (word.starts_with(prefix)) r1_ = prefix.size();
    }
    r2_ = behind_syllable(r1_);
  }

  std::string run() {
    step_1a();
    if (find_stem_rule(kInvariants, word()).ending != size_) {
      step_1b();
      if ((letter(0) | 0x20) == 'y' && size_ > 2 && !is_vowel(letter(1))) letters_[size_ - 1] = 'i';
      apply(kDerivations, r1_);
      apply(kMoreDerivations, word().ends_with("ative") ? r2_ : r1_);
      apply(kSuffixes, r2_);
      step_5();
    }
    std::string stem(word());
    std::replace(stem.begin(), stem.end(), 'Y', 'y');
    return stem;
  }

 private:
  std::string_view word() const { return {letters_.data(), size_}; }

  // R1 is what follows the first consonant behind a vowel, R2 the same within R1.
  std::size_t behind_syllable(std::size_t begin) const {
    while (begin < size_ && !is_vowel(letters_[begin])) ++begin;
    while (begin < size_ && is_vowel(letters_[begin])) ++begin;
    return std::min(begin + 1, size_);
  }

  // The last letter but `count`; 0 before the first.
  char letter(std::size_t count) const {
    return count < size_ ? letters_[size_ - 1 - count] : '\0';
  }

  bool has_vowel_before(std::size_t end) const {
    while (end > 0 && !is_vowel(letters_[end - 1])) --end;
    return end > 0;
  }

  // Whether the word without its last `cut` letters ends in a short syllable.
  bool is_short_syllable(std::size_t cut) const {
    const char last = letter(cut);
    const char first = letter(cut + 2);
    if (last == '\0' || is_vowel(last) || !is_vowel(letter(cut + 1))) return false;
    return first == '\0' || (!is_vowel(first) && last != 'w' && last != 'x' && last != 'Y');
  }

  void replace(const StemRule& rule) {
    size_ -= rule.ending;
    for (const char c : rule.replacement) letters_[size_++] = c;
  }

  // Replaces an ending that lies within a region.
  void apply(std::string_view rules, std::size_t region) {
    const StemRule rule = find_stem_rule(rules, word());
    if (size_ >= region + rule.ending) replace(rule);
  }

  void step_1a() {
    const StemRule rule = find_stem_rule(kPlurals, word());
    if (rule.replacement == "i" && size_ <= 4) {
      --size_;  // ties → tie
    } else if (rule.ending != 1 || has_vowel_before(size_ - 2)) {
      replace(rule);
    }
  }

  void step_1b() {
    const StemRule rule = find_stem_rule(kVerbs, word());
    if (!rule.replacement.empty()) {
      if (size_ >= r1_ + rule.ending) replace(rule);
      return;
    }
    if (rule.ending == 0 || !has_vowel_before(size_ - rule.ending)) return;
    replace(rule);
    if (find_stem_rule(kDoubles, word()).ending != 0) {
      --size_;
    } else if (find_stem_rule("at bl iz", word()).ending != 0 ||
               (size_ == r1_ && is_short_syllable(0))) {
      letters_[size_++] = 'e';
    }
  }

  void step_5() {
    const bool is_in_r2 = size_ > r2_;
    if (letter(0) == 'e') {
      if (is_in_r2 || (size_ > r1_ && !is_short_syllable(1))) --size_;
    } else if (letter(0) == 'l' && letter(1) == 'l' && is_in_r2) {
      --size_;
    }
  }

  std::array<char, kLongest> letters_;
  std::size_t size_;
  std::size_t r1_;
  std::size_t r2_;
};

}  // namespace

std::string english_stem(std::string_view word) {
  if (word.size() < 3 || word.size() > kLongest) return std::string(word);
  const StemRule exception = find_stem_rule(kExceptions, word);
  if (exception.ending == word.size()) return std::string(exception.replacement);
  return Stemmer(word).run();
}

std::string_view english_stem_prefix(std::string_view word) {
  const std::string stem = english_stem(word);
  // dying, dies and die: no other stem ends so.
  if (stem.size() == 3 && stem.ends_with("ie")) return word.substr(0, 1);
  std::size_t size = 0;
  while (size < stem.size() && size < word.size() && stem[size] == word[size]) ++size;
  // What a step changed or added may stand otherwise in another form: happy and happiness, hope and
  // hoping, probable and probability.
  size -= find_stem_rule("bl i y e", word.substr(0, size)).ending != 0 ? 1 : 0;
  return word.substr(0, size);
}

}  // namespace daybook
