#include "native/diagram/text_width.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/base/text.h"
#include "core/base/unicode.h"

namespace daybook {
namespace {

// Advances of U+0020 to U+007E in hundredths of the font size: for each the widest among Roboto,
// Noto Sans, Open Sans, Inter and Liberation Sans (which is as wide as Helvetica and Arial).
// Figures are all as wide as the widest.
constexpr std::array<std::uint8_t, 95> kAscii = {
    28, 29, 47, 65, 64, 98, 73, 30, 36, 36, 55, 66, 29, 46, 29, 41, 65, 65, 65, 65, 65, 65, 65, 65,
    65, 65, 29, 30, 66, 66, 66, 56, 99, 69, 67, 73, 73, 67, 61, 78, 74, 34, 57, 67, 57, 91, 76, 78,
    67, 78, 72, 67, 65, 74, 69, 99, 68, 68, 63, 36, 41, 36, 57, 56, 33, 56, 62, 57, 62, 58, 37, 62,
    62, 26, 26, 55, 26, 94, 62, 60, 62, 62, 41, 53, 36, 62, 56, 82, 55, 56, 55, 43, 55, 43, 68,
};

struct WidthRange {
  char32_t first;
  char32_t last;
  int width;  // hundredths of the font size
};

// Scripts and signs beyond Latin, in the order of their code points.
constexpr WidthRange kRanges[] = {
    {0x00A1, 0x00BF, 66},     // Latin-1 signs
    {0x00D7, 0x00D7, 66},     // times
    {0x00F7, 0x00F7, 66},     // divided by
    {0x0300, 0x036F, 0},      // combining marks
    {0x0370, 0x03AB, 74},     // Greek, capitals
    {0x03AC, 0x03FF, 64},     // Greek
    {0x0400, 0x042F, 80},     // Cyrillic, capitals
    {0x0430, 0x052F, 68},     // Cyrillic
    {0x0530, 0x05FF, 70},     // Armenian, Hebrew
    {0x0600, 0x06FF, 66},     // Arabic
    {0x0900, 0x0DFF, 82},     // the scripts of India
    {0x0E00, 0x0EFF, 66},     // Thai, Lao
    {0x1100, 0x115F, 100},    // Hangul
    {0x200B, 0x200F, 0},      // zero width
    {0x2010, 0x2013, 62},     // hyphens, dash
    {0x2014, 0x2015, 100},    // long dashes
    {0x2018, 0x201F, 48},     // quotation marks
    {0x2026, 0x2026, 100},    // ellipsis
    {0x202A, 0x202E, 0},      // direction
    {0x2190, 0x2BFF, 105},    // arrows, mathematics, boxes, signs
    {0x2E80, 0xA4CF, 105},    // Chinese, Japanese
    {0xAC00, 0xD7A3, 100},    // Korean
    {0xF900, 0xFAFF, 105},    // Chinese
    {0xFE00, 0xFE0F, 0},      // variation selectors
    {0xFE30, 0xFE4F, 105},    // vertical forms
    {0xFF00, 0xFF60, 105},    // full width
    {0x1F000, 0x1FAFF, 140},  // emoji
    {0x20000, 0x3FFFF, 105},  // Chinese
};

constexpr int kOther = 85;

// Per cent; DejaVu Sans, which some systems have for all text, is wider than the fonts above.
constexpr int kAllowance = 104;

int advance(char32_t code_point) {
  if (code_point < 0x20) return 0;
  if (code_point < 0x7F) return kAscii[code_point - 0x20];
  if (code_point == 0xA0) return kAscii[0];
  for (const auto& [first, last, width] : kRanges) {
    if (code_point >= first && code_point <= last) return width;
  }
  const char32_t lower = lower_case(code_point);
  const std::string_view letters = base_letters(lower);
  if (letters.empty()) return kOther;
  int width = 0;
  for (const char letter : letters) {
    const char upper = lower == code_point ? letter : static_cast<char>(letter - 'a' + 'A');
    width += kAscii[static_cast<unsigned char>(upper) - 0x20U];
  }
  // Accents may be wider than the i that they stand on.
  return std::max(width, 34);
}

}  // namespace

int text_width(std::string_view text, int font_size) {
  int hundredths = 0;
  for (std::size_t i = 0; i < text.size();) hundredths += advance(next_code_point(text, i));
  return (hundredths * font_size * kAllowance + 9'999) / 10'000;
}

}  // namespace daybook
