#include "core/markdown/plain_text.h"

#include <array>

#include "core/base/text.h"
#include "core/base/unicode.h"

namespace daybook {
namespace {

bool is_ideograph(char32_t code_point) {
  return (code_point >= 0x3040 && code_point <= 0x30FF) ||  // kana
         (code_point >= 0x3400 && code_point <= 0x9FFF) ||  // Han
         (code_point >= 0xF900 && code_point <= 0xFAFF) ||  // compatibility ideographs
         (code_point >= 0x20000 && code_point <= 0x3FFFF);  // Han, planes 2 and 3
}

bool is_space(char32_t code_point) {
  return code_point <= ' ' || code_point == 0xA0 ||
         (code_point >= 0x2000 && code_point <= 0x200A) || code_point == 0x3000;
}

enum class Kind { kSpace, kMark, kWord, kIdeograph };

Kind kind_of(char32_t code_point) {
  if (is_space(code_point)) return Kind::kSpace;
  if (!is_word_character(code_point)) return Kind::kMark;
  return is_ideograph(code_point) ? Kind::kIdeograph : Kind::kWord;
}

// Most text is ASCII, and counting it is a good part of the work on a document.
constexpr std::array<Kind, 128> kAsciiKinds = [] {
  std::array<Kind, 128> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    const bool is_word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    kinds[c] = c <= ' ' ? Kind::kSpace : is_word ? Kind::kWord : Kind::kMark;
  }
  return kinds;
}();

// Counts over pieces of text that follow each other: a word may be written `un**bold**ed`.
class WordCounter {
 public:
  void add(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte < kAsciiKinds.size()) {
        add(kAsciiKinds[byte]);
        ++i;
      } else {
        add(kind_of(next_code_point(text, i)));
      }
    }
  }

  void end_word() { is_inside_ = false; }
  std::size_t words() const { return words_; }

 private:
  void add(Kind kind) {
    const bool begins_word = kind == Kind::kWord && !is_inside_;
    if (begins_word || kind == Kind::kIdeograph) ++words_;
    if (kind != Kind::kMark) is_inside_ = kind == Kind::kWord;
  }

  std::size_t words_ = 0;
  bool is_inside_ = false;
};

}  // namespace

bool is_text(const cmark_node* node) {
  return node->type == CMARK_NODE_TEXT || node->type == CMARK_NODE_CODE;
}

bool parts_words(const cmark_node* node) {
  constexpr std::string_view kOpening = "<br";
  if (node->type != CMARK_NODE_HTML_INLINE) return is_line_break(node);
  return to_ascii_lower(view(node->as.literal).substr(0, kOpening.size())) == kOpening;
}

std::string plain_text(cmark_node* root, ImageText images, const cmark_node* end) {
  std::string out;
  TreeWalk walk(root);
  while (walk.next() && walk.node() != end) {
    const cmark_node* node = walk.node();
    if (!walk.is_entering()) {
      if (CMARK_NODE_BLOCK_P(walk.node())) out += ' ';
    } else if (is_text(node)) {
      out += view(node->as.literal);
    } else if (parts_words(node)) {
      out += ' ';
    } else if (node->type == CMARK_NODE_IMAGE && images == ImageText::kNone) {
      walk.skip_children();
    }
  }
  return collapse_space(out);
}

std::string alternative_text(cmark_node* image) {
  std::string out;
  TreeWalk walk(image);
  while (walk.next()) {
    const cmark_node* node = walk.node();
    if (is_text(node) || node->type == CMARK_NODE_HTML_INLINE) out += view(node->as.literal);
    if (is_line_break(node)) out += ' ';
  }
  return out;
}

std::size_t count_words(cmark_node* root) {
  WordCounter counter;
  TreeWalk walk(root);
  while (walk.next()) {
    cmark_node* node = walk.node();
    if (is_text(node)) {
      counter.add(view(node->as.literal));
    } else if (parts_words(node) || CMARK_NODE_BLOCK_P(node)) {
      counter.end_word();
    } else if (node->type == CMARK_NODE_IMAGE && walk.is_entering()) {
      walk.skip_children();
    }
  }
  return counter.words();
}

}  // namespace daybook
