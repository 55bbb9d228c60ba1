#include "core/search/snippet.h"

#include <algorithm>

#include "core/base/json_writer.h"
#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/search/query_finder.h"

namespace daybook {
namespace {

// Places beyond so many in one post change nothing that readers would notice.
constexpr std::size_t kMaxPlaces = 2000;

// What each condition that is found adds to a piece of text: most where it stands in the piece,
// less in the heading above, least elsewhere in the section. Many places count a little.
constexpr std::size_t kWeightHere = 12;
constexpr std::size_t kWeightInHeading = 8;
constexpr std::size_t kWeightInSection = 4;
constexpr std::size_t kMostPlaces = 6;

constexpr std::string_view kEllipsis = "…";

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }
bool is_space(char c) { return c == ' ' || c == '\n'; }

// The code point that begins at `position`; 0 at the end.
char32_t code_point_at(std::string_view text, std::size_t position) {
  return position < text.size() ? next_code_point(text, position) : 0;
}

std::size_t columns_of(char32_t c) {
  if (c < 0x0300) return 1;
  return extends_character(c) ? 0 : is_unspaced(c) && c > 0x2000 ? 2 : 1;
}

// The place so many columns behind `position`, or less where a character does not fit.
std::size_t go_forward(std::string_view text, std::size_t position, std::size_t columns) {
  while (position < text.size()) {
    std::size_t next = position;
    const std::size_t width = columns_of(next_code_point(text, next));
    if (width > columns) break;
    columns -= width;
    position = next;
  }
  return position;
}

std::size_t go_back(std::string_view text, std::size_t position, std::size_t columns) {
  while (position > 0) {
    std::size_t before = position - 1;
    while (before > 0 && is_continuation(text[before])) --before;
    const std::size_t width = columns_of(code_point_at(text, before));
    if (width > columns) break;
    columns -= width;
    position = before;
  }
  return position;
}

std::size_t columns_between(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t columns = 0;
  while (begin < end) columns += columns_of(next_code_point(text, begin));
  return columns;
}

// Whether no word goes on across `position`.
bool parts_words(std::string_view text, std::size_t position) {
  if (position == 0 || position >= text.size()) return true;
  if (is_space(text[position - 1]) || is_space(text[position])) return true;
  const char32_t c = code_point_at(text, position);
  return is_word_character(c) && is_unspaced(c) && !extends_character(c);
}

// Whether a sentence or a block begins at `position`.
bool begins_sentence(std::string_view text, std::size_t position) {
  constexpr std::string_view kWideStops = "。！？";
  if (position == 0 || text[position - 1] == '\n') return true;
  if (position < 3) return false;
  const char before = text[position - 2];
  if (text[position - 1] == ' ') return before == '.' || before == '?' || before == '!';
  const std::size_t stop = kWideStops.find(text.substr(position - 3, 3));
  return stop != std::string_view::npos && stop % 3 == 0;
}

struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// How far to go back from what was found: to where its sentence begins, or to the first sentence
// that has room.
enum class Reach { kNearest, kFarthest };

// The place from which to show a text in which something was found at `found`: where a sentence
// begins, or else a word, at most `columns` before it.
std::size_t begin_before(std::string_view text, std::size_t found, std::size_t columns,
                         Reach reach) {
  const std::size_t earliest = go_back(text, found, columns);
  std::size_t word = found;
  std::size_t sentence = begins_sentence(text, found) ? found : std::string_view::npos;
  for (std::size_t place = found; place-- > earliest;) {
    if (reach == Reach::kNearest && sentence != std::string_view::npos) break;
    if (is_continuation(text[place]) || is_space(text[place])) continue;
    if (begins_sentence(text, place)) sentence = place;
    if (parts_words(text, place)) word = place;
  }
  return sentence != std::string_view::npos ? sentence : word;
}

// The piece to show of a text where the places from `found.begin` to `found.end` are of interest.
Piece piece_around(std::string_view text, Piece found) {
  const std::size_t width = columns_between(text, found.begin, found.end);
  const std::size_t spare = kSnippetColumns - std::min(kSnippetColumns, width);
  Piece piece = found;
  piece.begin = begin_before(text, found.begin, spare / 3, Reach::kNearest);
  piece.end = go_forward(text, piece.begin, kSnippetColumns);
  if (piece.end == text.size()) {
    const std::size_t left = kSnippetColumns - columns_between(text, piece.begin, piece.end);
    piece.begin = begin_before(text, piece.begin, left, Reach::kFarthest);
    return piece;
  }
  for (std::size_t place = piece.end; place > std::min(found.end, piece.end); --place) {
    if (!is_continuation(text[place]) && parts_words(text, place)) {
      piece.end = place;
      break;
    }
  }
  return piece;
}

// The piece as parts, every second one marked.
std::vector<std::string> mark(std::string_view text, Piece piece,
                              const std::vector<FoundWords>& places) {
  std::string marked(piece.end - piece.begin, ' ');
  for (const FoundWords& place : places) {
    for (std::size_t i = std::max(place.begin, piece.begin); i < std::min(place.end, piece.end);
         ++i) {
      marked[i - piece.begin] = 'x';
    }
  }
  while (!marked.empty() && is_space(text[piece.end - 1])) {
    marked.pop_back();
    --piece.end;
  }
  std::vector<std::string> parts(1);
  if (!begins_sentence(text, piece.begin)) parts[0] = kEllipsis;
  char kind = ' ';
  for (std::size_t i = piece.begin; i < piece.end; ++i) {
    if (marked[i - piece.begin] != kind) {
      kind = marked[i - piece.begin];
      parts.emplace_back();
    }
    parts.back() += text[i] == '\n' ? ' ' : text[i];
  }
  const bool ends_block = piece.end >= text.size() || text[piece.end] == '\n';
  if (!ends_block && !begins_sentence(text, piece.end + 1)) {
    if (kind != ' ') parts.emplace_back();
    parts.back() += kEllipsis;
  }
  return parts;
}

// A set of conditions: those of a query are at most as many as its words.
using Bits = std::uint64_t;
Bits bit_of(const FoundWords& place) { return Bits{1} << place.condition; }

std::size_t count_of(Bits bits) {
  std::size_t count = 0;
  for (; bits != 0; bits &= bits - 1) ++count;
  return count;
}

struct Candidate {
  std::size_t score = 0;
  Piece found;
};

// The best piece of a section whose heading has the conditions `in_heading`.
Candidate best_piece(std::string_view text, const std::vector<FoundWords>& places,
                     Bits in_heading) {
  Bits in_section = in_heading;
  for (const FoundWords& place : places) in_section |= bit_of(place);
  Candidate best{kWeightInHeading * count_of(in_heading), {0, 0}};
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t end = go_forward(text, places[i].begin, kSnippetColumns);
    Candidate candidate{0, {places[i].begin, places[i].begin}};
    Bits here = 0;
    std::size_t count = 0;
    for (std::size_t j = i; j < places.size() && places[j].end <= end; ++j) {
      if ((here & bit_of(places[j])) == 0) {
        candidate.score += kWeightHere;
        candidate.found.end = std::max(candidate.found.end, places[j].end);
      }
      here |= bit_of(places[j]);
      ++count;
    }
    candidate.score += std::min(count, kMostPlaces) +
                       kWeightInHeading * count_of(in_heading & ~here) +
                       kWeightInSection * count_of(in_section & ~in_heading & ~here);
    if (candidate.score > best.score) best = candidate;
  }
  return best;
}

}  // namespace

Snippet make_snippet(const Query& query, std::string_view language, std::string_view description,
                     const std::vector<MarkdownSection>& sections) {
  const QueryFinder finder(query, language);
  const MarkdownSection* best_section = nullptr;
  Candidate best;
  std::vector<FoundWords> best_places;
  std::size_t left = finder.conditions() > 0 ? kMaxPlaces : 0;
  for (const MarkdownSection& section : sections) {
    if (left == 0) break;
    Bits in_heading = 0;
    for (const FoundWords& place : finder.find(section.heading, left)) in_heading |= bit_of(place);
    auto places = finder.find(section.text, left);
    left -= std::min(left, places.size());
    const Candidate candidate = best_piece(section.text, places, in_heading);
    if (candidate.score <= best.score) continue;
    best = candidate;
    best_section = &section;
    best_places = std::move(places);
  }

  Snippet snippet;
  std::string_view text = description;
  if (best_section != nullptr) {
    snippet.heading = best_section->id;
    snippet.section = best_section->heading;
    if (!best_section->text.empty()) text = best_section->text;
  }
  if (best_section == nullptr || best_section->text.empty()) {
    best_places = finder.find(text, kMaxPlaces);
    best.found = {};
  }
  for (const MarkdownSection& section : sections) {
    if (text.empty()) text = section.text;
  }
  snippet.text = mark(text, piece_around(text, best.found), best_places);
  return snippet;
}

std::string snippet_json(const Snippet& snippet) {
  JsonWriter out;
  out.begin_object().member("heading", snippet.heading).member("section", snippet.section);
  out.key("text").begin_array();
  for (const std::string& part : snippet.text) out.value(part);
  out.end_array().end_object();
  return out.take();
}

}  // namespace daybook
