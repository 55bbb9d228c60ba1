#include "core/query/stem_english.h"

#include <algorithm>

#include "core/query/stem_rules.h"

namespace daybook {
namespace {

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
    "abli>able izer>ize ator>ate alli>al bli>ble ogi>og li";

constexpr std::string_view kMoreDerivations =
    "ational>ate tional>tion alize>al icate>ic iciti>ic ative ical>ic ness ful";

constexpr std::string_view kSuffixes =
    "ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic";

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// The replacement of a whole word, by rules; empty where it has none.
std::string_view exception_of(std::string_view word) {
  const StemRule rule = find_stem_rule(kExceptions, word);
  return rule.ending == word ? rule.replacement : std::string_view();
}

// One word on its way through the steps, whose names are Porter's. A consonant y is written Y.
class Stemmer {
 public:
  explicit Stemmer(std::string_view word) : word_(word) {
    for (std::size_t i = 0; i < word_.size(); ++i) {
      if (word_[i] == 'y' && (i == 0 || is_vowel(word_[i - 1]))) word_[i] = 'Y';
    }
    mark_regions();
  }

  std::string run() {
    step_1a();
    const std::string_view invariant = find_stem_rule(kInvariants, word_).ending;
    if (invariant.empty() || invariant != word_) {
      step_1b();
      step_1c();
      step_2();
      step_3();
      step_4();
      step_5();
    }
    std::replace(word_.begin(), word_.end(), 'Y', 'y');
    return std::move(word_);
  }

 private:
  // R1 is what follows the first consonant behind a vowel, R2 the same within R1.
  void mark_regions() {
    r1_ = behind_syllable(0);
    for (const std::string_view prefix : {"gener", "commun", "arsen"}) {
      if (word_.starts_with(prefix)) r1_ = prefix.size();
    }
    r2_ = behind_syllable(r1_);
  }

  std::size_t behind_syllable(std::size_t begin) const {
    const auto vowel =
        std::find_if(word_.begin() + static_cast<std::ptrdiff_t>(begin), word_.end(), is_vowel);
    const auto consonant = std::find_if_not(vowel, word_.end(), is_vowel);
    const auto place = static_cast<std::size_t>(consonant - word_.begin());
    return std::min(place + 1, word_.size());
  }

  // The last letter but `count`; 0 before the first.
  char letter(std::size_t count) const {
    return count < word_.size() ? word_[word_.size() - 1 - count] : '\0';
  }

  bool has_vowel_in(std::size_t letters) const {
    return std::any_of(word_.begin(), word_.begin() + static_cast<std::ptrdiff_t>(letters),
                       is_vowel);
  }

  // Whether the word without its last `cut` letters ends in a short syllable.
  bool is_short_syllable(std::size_t cut) const {
    const char last = letter(cut);
    const char vowel = letter(cut + 1);
    const char first = letter(cut + 2);
    if (last == '\0' || is_vowel(last) || !is_vowel(vowel)) return false;
    if (first == '\0') return vowel != '\0';
    return !is_vowel(first) && std::string_view("wxY").find(last) == std::string_view::npos;
  }

  bool is_in(std::size_t region, std::string_view ending) const {
    return word_.size() >= region + ending.size();
  }

  void apply(const StemRule& rule) {
    word_.resize(word_.size() - rule.ending.size());
    word_ += rule.replacement;
  }

  void step_1a() {
    const StemRule rule = find_stem_rule(kPlurals, word_);
    if (rule.ending.empty()) return;
    if (rule.replacement == "i" && word_.size() <= 4) {
      word_.pop_back();  // ties → tie
    } else if (rule.ending != "s" ||
               has_vowel_in(word_.size() - std::min<std::size_t>(2, word_.size()))) {
      apply(rule);
    }
  }

  void step_1b() {
    const StemRule rule = find_stem_rule(kVerbs, word_);
    if (rule.ending.empty()) return;
    if (!rule.replacement.empty()) {
      if (is_in(r1_, rule.ending)) apply(rule);
      return;
    }
    if (!has_vowel_in(word_.size() - rule.ending.size())) return;
    apply(rule);
    if (!find_stem_rule("at bl iz", word_).ending.empty()) {
      word_ += 'e';
    } else if (!find_stem_rule(kDoubles, word_).ending.empty()) {
      word_.pop_back();
    } else if (word_.size() == r1_ && is_short_syllable(0)) {
      word_ += 'e';
    }
  }

  void step_1c() {
    const bool ends_in_y = letter(0) == 'y' || letter(0) == 'Y';
    if (ends_in_y && word_.size() > 2 && !is_vowel(letter(1))) word_.back() = 'i';
  }

  void step_2() {
    const StemRule rule = find_stem_rule(kDerivations, word_);
    if (rule.ending.empty() || !is_in(r1_, rule.ending)) return;
    if (rule.ending == "ogi" && letter(3) != 'l') return;
    if (rule.ending == "li" &&
        std::string_view("cdeghkmnrt").find(letter(2)) == std::string_view::npos)
      return;
    apply(rule);
  }

  void step_3() {
    const StemRule rule = find_stem_rule(kMoreDerivations, word_);
    const std::size_t region = rule.ending == "ative" ? r2_ : r1_;
    if (!rule.ending.empty() && is_in(region, rule.ending)) apply(rule);
  }

  void step_4() {
    const StemRule rule = find_stem_rule(kSuffixes, word_);
    if (rule.ending.empty() || !is_in(r2_, rule.ending)) return;
    if (rule.ending == "ion" && letter(3) != 's' && letter(3) != 't') return;
    apply(rule);
  }

  void step_5() {
    if (letter(0) == 'e') {
      if (is_in(r2_, "e") || (is_in(r1_, "e") && !is_short_syllable(1))) word_.pop_back();
    } else if (letter(0) == 'l' && letter(1) == 'l' && is_in(r2_, "l")) {
      word_.pop_back();
    }
  }

  std::string word_;
  std::size_t r1_ = 0;
  std::size_t r2_ = 0;
};

}  // namespace

std::string english_stem(std::string_view word) {
  if (word.size() < 3) return std::string(word);
  const std::string_view exception = exception_of(word);
  return exception.empty() ? Stemmer(word).run() : std::string(exception);
}

std::string_view english_stem_prefix(std::string_view word) {
  const std::string stem = english_stem(word);
  // dying, dies and die: no other stem ends so.
  if (stem.size() == 3 && stem.ends_with("ie")) return word.substr(0, 1);
  const auto [end, ignored] = std::mismatch(stem.begin(), stem.end(), word.begin(), word.end());
  auto size = static_cast<std::size_t>(end - stem.begin());
  const std::string_view shared = word.substr(0, size);
  // What a step changed or added may stand otherwise in another form: happy and happiness, hope and
  // hoping, probable and probability.
  if (size > 0 && std::string_view("iye").find(shared.back()) != std::string_view::npos) --size;
  if (shared.ends_with("bl")) --size;
  return word.substr(0, size);
}

}  // namespace daybook
