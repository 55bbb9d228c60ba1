#include "core/query/tokens.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/base/unicode.h"

namespace daybook {
namespace {

// Parts of fewer bytes (x in x_axis) would be found everywhere.
constexpr std::size_t kShortestPart = 2;

constexpr std::string_view kArticle = "ال";
constexpr std::size_t kShortestWithArticle = 10;  // bytes: three letters behind it

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char32_t c) { return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'; }

// Lower case for ASCII letters and digits, 0 for every other byte.
constexpr std::array<char, 256> kAsciiWord = [] {
  std::array<char, 256> table{};
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = static_cast<char>(c);
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 0x20] = static_cast<char>(c);
  return table;
}();

char ascii_word(char c) { return kAsciiWord[static_cast<unsigned char>(c)]; }

// The character at a place of the text, in its plain form; 0 at the end, where `end` stays.
struct Character {
  char32_t code_point = 0;
  std::size_t end = 0;
};

Character character_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return {0, position};
  const char32_t code_point = next_code_point(text, position);
  return {compatible_character(code_point), position};
}

bool is_spaced_word(char32_t c) { return is_word_character(c) && !is_unspaced(c); }

bool is_invisible(char32_t c) { return c == 0x00AD || c == 0x200C || c == 0x200D; }

// How many letters the ending of an English contraction or possessive at `position` has, behind its
// apostrophe; 0 where it is no such thing.
std::size_t contraction_at(std::string_view text, std::size_t position) {
  constexpr std::string_view kEndings = " s t d m ll re ve ";
  char ending[] = "    ";
  std::size_t count = 0;
  while (count < 3 && position + count < text.size() && ascii_word(text[position + count]) != 0) {
    ending[count + 1] = ascii_word(text[position + count]);
    ++count;
  }
  if (count == 0 || count == 3) return 0;
  if (is_word_character(character_at(text, position + count).code_point)) return 0;
  return kEndings.find(std::string_view(ending, count + 2)) == std::string_view::npos ? 0 : count;
}

// Whether `c` is what joins two words.
bool joins(char c) { return static_cast<unsigned char>(c) < 0x80 && ascii_word(c) == 0; }

// Cuts `form` to kMaxTokenBytes, between characters and not behind what joins two.
void cut(std::string& form) {
  if (form.size() < kMaxTokenBytes) return;
  std::size_t end = std::min(form.size(), kMaxTokenBytes);
  while (end < form.size() && (static_cast<unsigned char>(form[end]) & 0xC0U) == 0x80U) --end;
  while (end > 0 && joins(form[end - 1])) --end;
  form.resize(end);
}

// Writes both forms of a token, character by character.
class Forms {
 public:
  explicit Forms(Token& token) : token_(token) {
    token.word.clear();
    token.folded.clear();
  }

  void add(char32_t plain) {
    const char32_t lower = lower_case(plain);
    if (token_.word.size() < kMaxTokenBytes) append_code_point(token_.word, lower);
    if (token_.folded.size() < kMaxTokenBytes) append_folded(token_.folded, lower);
  }

  void add_ascii(std::string_view letters) {
    for (const char c : letters.substr(0, room(token_.word))) token_.word += ascii_word(c);
    for (const char c : letters.substr(0, room(token_.folded))) token_.folded += ascii_word(c);
  }

  void add_to_word(std::string_view text) { token_.word += text; }

  // Marks that are folded away join nothing.
  void add_joiner(std::string_view text) {
    if (token_.word.size() < kMaxTokenBytes) token_.word += text;
    const std::string& folded = token_.folded;
    const bool has_letter = !folded.empty() && !joins(folded.back());
    if (has_letter && folded.size() < kMaxTokenBytes) token_.folded += text;
  }

  bool ends_in_digit() const {
    return !token_.folded.empty() && is_digit(static_cast<unsigned char>(token_.folded.back()));
  }

  void finish() {
    cut(token_.word);
    cut(token_.folded);
    std::string& folded = token_.folded;
    if (folded.ends_with('_')) folded.pop_back();
    const bool is_version =
        folded.size() > 1 && folded[0] == 'v' && is_digit(static_cast<unsigned char>(folded[1]));
    if (is_version && folded.find('.') != std::string::npos) folded.erase(0, 1);
    while (folded.size() >= kShortestWithArticle && folded.starts_with(kArticle) &&
           !joins(folded[kArticle.size()])) {
      folded.erase(0, kArticle.size());
    }
  }

 private:
  static std::size_t room(const std::string& form) {
    return form.size() < kMaxTokenBytes ? kMaxTokenBytes - form.size() : 0;
  }

  Token& token_;
};

// Reads the word that begins at a place of the text, and finds its parts.
class WordReader {
 public:
  // `parts` may be null.
  WordReader(std::string_view text, std::size_t begin, Token& token, TokenParts* parts)
      : text_(text), begin_(begin), end_(begin), piece_(begin), forms_(token), parts_(parts) {}

  // Returns the word's end.
  std::size_t read() {
    while (read_letters() || read_joiner()) {
    }
    if (piece_ != begin_) add_part(end_);
    forms_.finish();
    return end_;
  }

 private:
  void add_part(std::size_t end) {
    if (parts_ == nullptr || end - piece_ < kShortestPart || parts_->count == kMaxTokenParts)
      return;
    parts_->ranges[parts_->count++] = {piece_, end};
  }

  // The letters, digits and marks at end_; false where none stands there.
  bool read_letters() {
    const std::size_t begin = end_;
    while (end_ < text_.size() && ascii_word(text_[end_]) != 0) ++end_;
    if (end_ > begin) {
      forms_.add_ascii(text_.substr(begin, end_ - begin));
      last_ = static_cast<unsigned char>(text_[end_ - 1]);
      return true;
    }
    const Character next = character_at(text_, end_);
    if (next.code_point == 0 || !is_spaced_word(next.code_point)) return false;
    forms_.add(next.code_point);
    last_ = next.code_point;
    end_ = next.end;
    return true;
  }

  // What joins the letters before end_ with those behind it, or belongs to the former; false where
  // the word ends.
  bool read_joiner() {
    const Character joiner = character_at(text_, end_);
    switch (joiner.code_point) {
      case '\'': return read_apostrophe(joiner.end);
      case '.': return read_dot(joiner.end);
      case '_': return read_underscores(joiner.end);
      case '+': return read_pluses();
      case '#': return read_sharp(joiner.end);
      default: return is_invisible(joiner.code_point) && read_invisible(joiner.end);
    }
  }

  bool read_apostrophe(std::size_t behind) {
    constexpr char32_t kBehindLatin = 0x0250;
    const char32_t next = character_at(text_, behind).code_point;
    if (last_ >= kBehindLatin && next >= kBehindLatin && is_spaced_word(next)) {
      forms_.add_to_word("'");
      end_ = behind;
      return true;
    }
    const std::size_t ending = contraction_at(text_, behind);
    if (ending == 0) return false;
    end_ = behind + ending;
    forms_.add_to_word("'");
    if ((text_[behind] | 0x20) == 's') {
      forms_.add_to_word("s");
    } else {
      forms_.add_ascii(text_.substr(behind, ending));
    }
    return false;
  }

  bool read_dot(std::size_t behind) {
    if (!is_digit(last_) || !is_digit(character_at(text_, behind).code_point)) return false;
    if (++dots_ == 2) add_part(end_);
    forms_.add_joiner(".");
    end_ = behind;
    return true;
  }

  bool read_underscores(std::size_t behind) {
    while (behind < text_.size() && text_[behind] == '_') ++behind;
    const char32_t next = character_at(text_, behind).code_point;
    if (next == 0 || !is_spaced_word(next)) return false;
    add_part(end_);
    forms_.add_joiner("_");
    end_ = behind;
    piece_ = behind;
    dots_ = 0;
    return true;
  }

  bool read_pluses() {
    if (!text_.substr(end_).starts_with("++") || forms_.ends_in_digit()) return false;
    const char32_t next = character_at(text_, end_ + 2).code_point;
    if (next == '+' || (is_spaced_word(next) && !is_digit(next))) return false;
    add_part(end_);
    if (is_digit(next)) add_part(end_ + 2);
    forms_.add_joiner("++");
    last_ = '+';
    end_ += 2;
    return is_digit(next);
  }

  bool read_sharp(std::size_t behind) {
    const char32_t next = character_at(text_, behind).code_point;
    const bool is_letter_alone = end_ - begin_ == 1 && is_ascii_letter(last_);
    if (!is_letter_alone || next == '#' || is_word_character(next)) return false;
    forms_.add_joiner("#");
    end_ = behind;
    return false;
  }

  bool read_invisible(std::size_t behind) {
    Character next = character_at(text_, behind);
    while (is_invisible(next.code_point)) {
      behind = next.end;
      next = character_at(text_, behind);
    }
    if (next.code_point == 0 || !is_spaced_word(next.code_point)) return false;
    end_ = behind;
    return true;
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t end_;
  std::size_t piece_;  // where the part that is being read begins
  Forms forms_;
  TokenParts* parts_;
  char32_t last_ = 0;  // letter read
  int dots_ = 0;       // in this piece
};

// The end of what readers see as one character of an unspaced script at `position`.
std::size_t unspaced_end(std::string_view text, std::size_t position) {
  Character character = character_at(text, position);
  while (true) {
    const Character next = character_at(text, character.end);
    const bool is_awaited = awaits_character(character.code_point) &&
                            is_word_character(next.code_point) && is_unspaced(next.code_point);
    if (!is_awaited && (next.code_point == 0 || !extends_character(next.code_point))) {
      return character.end;
    }
    character = next;
  }
}

bool is_unspaced_at(std::string_view text, std::size_t position) {
  const char32_t code_point = character_at(text, position).code_point;
  return is_word_character(code_point) && is_unspaced(code_point);
}

}  // namespace

const Token* Tokenizer::next() {
  if (read_part()) return &token_;
  while (position_ < text_.size()) {
    const Character character = character_at(text_, position_);
    if (!is_word_character(character.code_point)) {
      position_ = character.end;
      is_inside_run_ = false;
      continue;
    }
    token_ = {
        .begin = position_, .word = std::move(token_.word), .folded = std::move(token_.folded)};
    if (is_unspaced(character.code_point)) {
      read_pair();
    } else {
      read_word();
    }
    if (!token_.folded.empty()) return &token_;
  }
  return nullptr;
}

void Tokenizer::read_word() {
  is_inside_run_ = false;
  parts_.count = part_ = 0;
  WordReader reader(text_, position_, token_, wants_parts_ ? &parts_ : nullptr);
  token_.end = position_ = reader.read();
}

bool Tokenizer::read_part() {
  while (part_ < parts_.count) {
    const auto [begin, end] = parts_.ranges[part_++];
    token_.is_part = true;
    token_.begin = begin;
    token_.end = WordReader(text_.substr(0, end), begin, token_, nullptr).read();
    if (!token_.folded.empty()) return true;
  }
  return false;
}

void Tokenizer::read_pair() {
  const std::size_t middle = unspaced_end(text_, position_);
  const bool is_pair = is_unspaced_at(text_, middle);
  token_.end = is_pair ? unspaced_end(text_, middle) : middle;
  position_ = middle;
  token_.is_joined = is_inside_run_ && is_pair;
  token_.is_part = is_inside_run_ && !is_pair;
  token_.is_lone = !is_inside_run_ && !is_pair;
  is_inside_run_ = is_pair;
  Forms forms(token_);
  if (token_.is_part && !wants_parts_) return;
  for (std::size_t i = token_.begin; i < token_.end;) {
    const Character character = character_at(text_, i);
    forms.add(character.code_point);
    i = character.end;
  }
  forms.finish();
}

std::vector<Token> tokenize(std::string_view text, Parts parts) {
  std::vector<Token> tokens;
  Tokenizer tokenizer(text, parts);
  while (const Token* token = tokenizer.next()) tokens.push_back(*token);
  return tokens;
}

}  // namespace daybook
