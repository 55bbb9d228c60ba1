#include "core/base/unicode.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace daybook {
namespace {

// Something that holds for a range of code points below U+10000.
struct Range {
  char16_t first;
  char16_t last;
  char16_t value = 0;
};

// The range that has a code point; null where none has. They are in order.
const Range* find_range(std::span<const Range> ranges, char32_t code_point) {
  const auto range = std::lower_bound(
      ranges.begin(), ranges.end(), code_point,
      [](const Range& candidate, char32_t wanted) { return candidate.last < wanted; });
  return range == ranges.end() || code_point < range->first ? nullptr : &*range;
}

// Upper-case letters come in runs: either each lies the range's value before its lower case, or,
// where that is kAlternating, upper and lower case alternate, beginning with an upper-case letter.
constexpr char16_t kAlternating = 0;

constexpr auto kCaseRuns = std::to_array<Range>({
    {0x0041, 0x005A, 32},           {0x00C0, 0x00D6, 32},           {0x00D8, 0x00DE, 32},
    {0x0100, 0x012F, kAlternating}, {0x0132, 0x0137, kAlternating}, {0x0139, 0x0148, kAlternating},
    {0x014A, 0x0177, kAlternating}, {0x0179, 0x017E, kAlternating}, {0x01A0, 0x01A5, kAlternating},
    {0x01AF, 0x01B0, kAlternating}, {0x01CD, 0x01DC, kAlternating}, {0x01DE, 0x01EF, kAlternating},
    {0x01F8, 0x021F, kAlternating}, {0x0222, 0x0233, kAlternating}, {0x0246, 0x024F, kAlternating},
    {0x0388, 0x038A, 37},           {0x038E, 0x038F, 63},           {0x0391, 0x03A1, 32},
    {0x03A3, 0x03AB, 32},           {0x03D8, 0x03EF, kAlternating}, {0x0400, 0x040F, 80},
    {0x0410, 0x042F, 32},           {0x0460, 0x0481, kAlternating}, {0x048A, 0x04BF, kAlternating},
    {0x04C1, 0x04CE, kAlternating}, {0x04D0, 0x052F, kAlternating}, {0x0531, 0x0556, 48},
    {0x1E00, 0x1E95, kAlternating}, {0x1EA0, 0x1EFF, kAlternating}, {0xFF21, 0xFF3A, 32},
});

// What is neither letter, mark nor decimal digit above U+007F: punctuation, symbols,
// separators, controls and private use, joined where only unassigned code points lie between.
constexpr auto kNotWord = std::to_array<Range>({
    {0x0080, 0x00A9}, {0x00AB, 0x00B4}, {0x00B6, 0x00B9}, {0x00BB, 0x00BF}, {0x00D7, 0x00D7},
    {0x00F7, 0x00F7}, {0x02C2, 0x02C5}, {0x02D2, 0x02DF}, {0x037E, 0x037E}, {0x0387, 0x0387},
    {0x055A, 0x055F}, {0x0589, 0x058F}, {0x05BE, 0x05BE}, {0x05C0, 0x05C0}, {0x05C3, 0x05C3},
    {0x05C6, 0x05C6}, {0x05F3, 0x05F4}, {0x0600, 0x060F}, {0x061B, 0x061F}, {0x066A, 0x066D},
    {0x06D4, 0x06D4}, {0x06DD, 0x06DE}, {0x0700, 0x070F}, {0x07F6, 0x07F9}, {0x0830, 0x083E},
    {0x085E, 0x085E}, {0x0964, 0x0965}, {0x0970, 0x0970}, {0x09F2, 0x09FB}, {0x0BF0, 0x0BFA},
    {0x0DF4, 0x0DF4}, {0x0E3F, 0x0E3F}, {0x0E4F, 0x0E4F}, {0x0E5A, 0x0E5B}, {0x0F01, 0x0F17},
    {0x0F3A, 0x0F3D}, {0x104A, 0x104F}, {0x10FB, 0x10FB}, {0x1360, 0x137C}, {0x1390, 0x1400},
    {0x166D, 0x166E}, {0x1680, 0x1680}, {0x169B, 0x169C}, {0x16EB, 0x16ED}, {0x17D4, 0x17D6},
    {0x17D8, 0x17DB}, {0x1800, 0x180A}, {0x180E, 0x180E}, {0x2000, 0x203E}, {0x2041, 0x2053},
    {0x2055, 0x2070}, {0x2074, 0x207E}, {0x2080, 0x208E}, {0x20A0, 0x20CF}, {0x2100, 0x2101},
    {0x2103, 0x2106}, {0x2108, 0x2109}, {0x2114, 0x2114}, {0x2116, 0x2118}, {0x211E, 0x2123},
    {0x2140, 0x2144}, {0x214A, 0x214D}, {0x2150, 0x215F}, {0x2189, 0x24B5}, {0x24EA, 0x2BFF},
    {0x2CE5, 0x2CEA}, {0x2CF9, 0x2CFF}, {0x2E00, 0x2E2E}, {0x2E30, 0x3004}, {0x3008, 0x3020},
    {0x3030, 0x3030}, {0x3036, 0x3037}, {0x303D, 0x3040}, {0x309B, 0x309C}, {0x30A0, 0x30A0},
    {0x30FB, 0x30FB}, {0x3190, 0x319F}, {0x31C0, 0x31EF}, {0x3200, 0x33FF}, {0x4DC0, 0x4DFF},
    {0xA490, 0xA4CF}, {0xA4FE, 0xA4FF}, {0xA60D, 0xA60F}, {0xA673, 0xA673}, {0xA6F2, 0xA6F7},
    {0xA700, 0xA716}, {0xA828, 0xA82B}, {0xA830, 0xA839}, {0xA874, 0xA877}, {0xA8CE, 0xA8CF},
    {0xA92E, 0xA92F}, {0xA9C1, 0xA9CD}, {0xAA5C, 0xAA5F}, {0xABEB, 0xABEB}, {0xD800, 0xF8FF},
    {0xFD3E, 0xFD4F}, {0xFDFC, 0xFDFF}, {0xFE10, 0xFE19}, {0xFE30, 0xFE32}, {0xFE35, 0xFE4C},
    {0xFE50, 0xFE6B}, {0xFEFF, 0xFEFF}, {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF3E},
    {0xFF40, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF},
});

bool is_word_beyond_basic_plane(char32_t code_point) {
  return !(code_point >= 0x10100 && code_point <= 0x1013F) &&
         !(code_point >= 0x1D000 && code_point <= 0x1D3FF) &&
         !(code_point >= 0x1F000 && code_point <= 0x1FAFF) &&
         !(code_point >= 0xE0000 && code_point <= 0xE00FF) && code_point < 0xF0000;
}

// Scripts written without spaces between words: Thai and Lao, Burmese, conjoining Hangul, Khmer,
// Chinese, kana and what lies between, Hangul, compatibility ideographs, half-width forms, the
// ideographs of planes 2 and 3.
constexpr auto kUnspaced = std::to_array<Range>({
    {0x0E00, 0x0EFF},
    {0x1000, 0x109F},
    {0x1100, 0x11FF},
    {0x1780, 0x17FF},
    {0x2E80, 0xA4CF},
    {0xAC00, 0xD7FF},
    {0xF900, 0xFAFF},
    {0xFF66, 0xFFDC},
});

// In these scripts: vowels and marks behind or around their consonant.
constexpr auto kExtending = std::to_array<Range>({
    {0x0E30, 0x0E3A},
    {0x0E45, 0x0E45},
    {0x0E47, 0x0E4E},
    {0x0EB0, 0x0EBC},
    {0x0EC8, 0x0ECE},
    {0x102B, 0x103E},
    {0x1160, 0x11FF},
    {0x17B4, 0x17D3},
    {0x3099, 0x309A},
    {0xFF9E, 0xFF9F},
});

// Base letters of U+00E0 to U+00FF, U+0100 to U+024F and U+1E00 to U+1EFF, one letter a code
// point; `.` where there is none. Letters that fold to several stand in kDigraphs.
constexpr std::string_view kLatin1 = "aaaaaa.ceeeeiiiidnooooo.ouuuuy.y";
constexpr std::string_view kLatinExtendedA =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiii.jjkkkllllllllllnnnnnnnnnoooooo..rrrrrr"
    "ssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr std::string_view kLatinExtendedB =
    "b.bb...cc..dd....ff.....kkl...n.oo..pp.....ttt.uu..yyzz......................aaiioouuuuuuuuuu"
    ".aaaa..ggggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylnt...."
    "ccl.sz..b..eejj..rryy";
constexpr std::string_view kLatinExtendedAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprr"
    "rrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasss.daaaaaaaaaaaaaaaaaaaa"
    "aaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";
static_assert(kLatin1.size() == 32);
static_assert(kLatinExtendedA.size() == 128);
static_assert(kLatinExtendedB.size() == 208);
static_assert(kLatinExtendedAdditional.size() == 256);

struct Digraph {
  char32_t code_point;
  std::string_view letters;
};

constexpr auto kDigraphs = std::to_array<Digraph>({
    {0x00AA, "a"},
    {0x00BA, "o"},
    {0x00DF, "ss"},
    {0x00E6, "ae"},
    {0x00FE, "th"},
    {0x0133, "ij"},
    {0x0153, "oe"},
    {0xFB00, "ff"},
    {0xFB01, "fi"},
    {0xFB02, "fl"},
    {0xFB03, "ffi"},
    {0xFB04, "ffl"},
    {0xFB05, "st"},
    {0xFB06, "st"},
});

// What search takes for the letters of a range, in all but the Latin script; none if it is 0. Marks
// and punctuation may share a range, punctuation stays.
constexpr auto kFoldings = std::to_array<Range>({
    {0x0300, 0x036F, 0},                                                           // diacritics
    {0x0390, 0x0390, 0x03B9}, {0x03AC, 0x03AC, 0x03B1}, {0x03AD, 0x03AD, 0x03B5},  // Greek tonos
    {0x03AE, 0x03AE, 0x03B7}, {0x03AF, 0x03AF, 0x03B9}, {0x03B0, 0x03B0, 0x03C5},
    {0x03C2, 0x03C2, 0x03C3}, {0x03CA, 0x03CA, 0x03B9}, {0x03CB, 0x03CB, 0x03C5},  // final sigma
    {0x03CC, 0x03CC, 0x03BF}, {0x03CD, 0x03CD, 0x03C5}, {0x03CE, 0x03CE, 0x03C9},
    {0x0450, 0x0451, 0x0435}, {0x045D, 0x045D, 0x0438}, {0x0483, 0x0489, 0},       // Cyrillic yo
    {0x0591, 0x05C7, 0},                                                           // Hebrew niqqud
    {0x0610, 0x061A, 0},      {0x0622, 0x0623, 0x0627}, {0x0624, 0x0624, 0x0648},  // Arabic alef
    {0x0625, 0x0625, 0x0627}, {0x0626, 0x0626, 0x064A}, {0x0629, 0x0629, 0x0647},
    {0x0640, 0x0640, 0},      {0x0649, 0x0649, 0x064A}, {0x064B, 0x065F, 0},  // tatweel, harakat
    {0x0670, 0x0670, 0},      {0x0671, 0x0671, 0x0627}, {0x06A9, 0x06A9, 0x0643},  // Persian kaf
    {0x06CC, 0x06CC, 0x064A}, {0x06D6, 0x06ED, 0},      {0x0901, 0x0901, 0x0902},  // candrabindu
    {0x0929, 0x0929, 0x0928}, {0x0931, 0x0931, 0x0930}, {0x0934, 0x0934, 0x0933},  // nukta
    {0x093C, 0x093C, 0},      {0x0958, 0x0958, 0x0915}, {0x0959, 0x0959, 0x0916},
    {0x095A, 0x095A, 0x0917}, {0x095B, 0x095B, 0x091C}, {0x095C, 0x095C, 0x0921},
    {0x095D, 0x095D, 0x0922}, {0x095E, 0x095E, 0x092B}, {0x095F, 0x095F, 0x092F},
    {0x09BC, 0x09BC, 0},      {0x0A3C, 0x0A3C, 0},      {0x0ABC, 0x0ABC, 0},
    {0x0B3C, 0x0B3C, 0},      {0x1AB0, 0x1AFF, 0},      {0x1DC0, 0x1DFF, 0},
    {0x20D0, 0x20F0, 0},      {0xFE00, 0xFE0F, 0},      {0xFE20, 0xFE2F, 0},  // variations
});

// Digits zero in scripts with digits of their own.
constexpr auto kZeros = std::to_array<char32_t>({0x0660, 0x06F0, 0x0966, 0x09E6});

// Vowels under the accents of ancient Greek: by row of 16 code points from U+1F00, but for the row
// of U+1F70, where each has two.
constexpr std::u16string_view kGreekVowels = u"αεηιουω";
constexpr std::u16string_view kGreekRows = u"αεηιουω.αηωαηιυω";

std::string_view letter_in(std::string_view table, std::size_t index) {
  const std::string_view letter = table.substr(index, 1);
  return letter == "." ? std::string_view() : letter;
}

}  // namespace

char32_t lower_case(char32_t code_point) {
  switch (code_point) {
    case 0x0130: return 'i';
    case 0x0178: return 0x00FF;
    case 0x018F: return 0x0259;
    case 0x0386: return 0x03AC;
    case 0x038C: return 0x03CC;
    case 0x04C0: return 0x04CF;
    case 0x1E9E: return 0x00DF;
    default: break;
  }
  const Range* run = find_range(kCaseRuns, code_point);
  if (run == nullptr) return code_point;
  if (run->value != kAlternating) return code_point + run->value;
  return (code_point - run->first) % 2 == 0 ? code_point + 1 : code_point;
}

std::string_view base_letters(char32_t code_point) {
  for (const Digraph& digraph : kDigraphs) {
    if (digraph.code_point == code_point) return digraph.letters;
  }
  if (code_point >= 0x00E0 && code_point <= 0x00FF) return letter_in(kLatin1, code_point - 0x00E0);
  if (code_point >= 0x0100 && code_point <= 0x017F) {
    return letter_in(kLatinExtendedA, code_point - 0x0100);
  }
  if (code_point >= 0x0180 && code_point <= 0x024F) {
    return letter_in(kLatinExtendedB, code_point - 0x0180);
  }
  if (code_point >= 0x1E00 && code_point <= 0x1EFF) {
    return letter_in(kLatinExtendedAdditional, code_point - 0x1E00);
  }
  return {};
}

char32_t folded_letter(char32_t code_point) {
  for (const char32_t zero : kZeros) {
    if (code_point >= zero && code_point < zero + 10) return U'0' + (code_point - zero);
  }
  if (code_point >= 0x1F00 && code_point <= 0x1FFF) {
    const std::size_t row = code_point >> 4 & 0xF;
    const std::size_t place = code_point & 0xF;
    if (row == 7 && place < 14) return kGreekVowels[place / 2];
    return row == 7 || !is_word_character(code_point) ? code_point : kGreekRows[row];
  }
  if (code_point >= 0xE0100 && code_point <= 0xE01EF) return 0;  // variations of ideographs
  const Range* folding = find_range(kFoldings, code_point);
  if (folding == nullptr) return code_point;
  return folding->value != 0 || is_word_character(code_point) ? folding->value : code_point;
}

char32_t compatible_character(char32_t code_point) {
  if (code_point < 0x80) return code_point;
  if (code_point >= 0xFF01 && code_point <= 0xFF5E) return code_point - 0xFF01 + U'!';
  if (code_point >= 0x2080 && code_point <= 0x2089) return code_point - 0x2080 + U'0';
  if (code_point == 0x00B5) return 0x03BC;
  if (code_point == 0x2019) return U'\'';
  if (code_point >= 0x1D400 && code_point <= 0x1D6A3) {
    const char32_t letter = (code_point - 0x1D400) % 52;
    return letter < 26 ? U'A' + letter : U'a' + (letter - 26);
  }
  if (code_point >= 0x1D7CE && code_point <= 0x1D7FF) return U'0' + (code_point - 0x1D7CE) % 10;
  return code_point;
}

bool is_word_character(char32_t code_point) {
  if (code_point < 0x80) {
    return (code_point >= 'a' && code_point <= 'z') || (code_point >= 'A' && code_point <= 'Z') ||
           (code_point >= '0' && code_point <= '9');
  }
  if (code_point > 0xFFFF) return is_word_beyond_basic_plane(code_point);
  return find_range(kNotWord, code_point) == nullptr;
}

bool is_unspaced(char32_t code_point) {
  if (code_point < kUnspaced.front().first) return false;
  return find_range(kUnspaced, code_point) != nullptr ||
         (code_point >= 0x20000 && code_point <= 0x3FFFF);
}

bool extends_character(char32_t code_point) {
  return find_range(kExtending, code_point) != nullptr || folded_letter(code_point) == 0;
}

bool awaits_character(char32_t code_point) {
  const bool is_leading_vowel = (code_point >= 0x0E40 && code_point <= 0x0E44) ||
                                (code_point >= 0x0EC0 && code_point <= 0x0EC4);
  const bool is_stacking = code_point == 0x1039 || code_point == 0x17D2;
  return is_leading_vowel || is_stacking;
}

}  // namespace daybook
