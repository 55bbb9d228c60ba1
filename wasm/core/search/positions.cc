#include "core/search/positions.h"

#include <algorithm>
#include <bit>

namespace daybook {
namespace {

constexpr unsigned kMaxOrder = 12;
constexpr unsigned kTitleOrder = 2;

// No document has more words: its Markdown ends at 1 MB.
constexpr std::uint32_t kMaxPosition = 1 << 21;

// Its own inverse.
std::uint32_t count_code(std::size_t count) {
  return count < 2 ? 1 - static_cast<std::uint32_t>(count) : static_cast<std::uint32_t>(count);
}

unsigned order_for(unsigned base, std::size_t places) {
  if (places == 0) return base;
  const auto doublings = static_cast<unsigned>(std::bit_width(places)) - 1;
  return base - std::min(base, doublings);
}

void write_places(BitWriter& out, const std::vector<std::uint32_t>& places, unsigned order) {
  std::uint32_t next = 0;
  for (const std::uint32_t place : places) {
    out.number(place - next, order);
    next = place + 1;
  }
}

void read_places(BitReader& in, std::vector<std::uint32_t>& places, std::uint32_t count,
                 unsigned order) {
  std::uint32_t next = 0;
  for (std::uint32_t i = 0; i < count && in.is_good(); ++i) {
    const std::uint32_t place = next + in.number(order);
    if (place > kMaxPosition) in.fail();
    places.push_back(place);
    next = place + 1;
  }
}

std::size_t size_at(std::span<const PlacedPosting> postings, unsigned base) {
  BitWriter out;
  for (const PlacedPosting& posting : postings) {
    const std::vector<std::uint32_t>& places = posting.places.text;
    write_places(out, places, order_for(base, places.size()));
  }
  return out.size();
}

}  // namespace

std::string write_positions(std::span<const PlacedPosting> postings) {
  unsigned base = 0;
  std::size_t best = size_at(postings, base);
  for (unsigned order = 4; order <= kMaxOrder; ++order) {
    const std::size_t size = size_at(postings, order);
    if (size >= best) continue;
    best = size;
    base = order;
  }
  BitWriter out;
  out.number(base);
  for (const auto& [symbol, places] : postings) {
    if (symbol.is_in_title()) {
      out.number(count_code(places.title.size()));
      write_places(out, places.title, kTitleOrder);
    }
    out.number(count_code(places.text.size()));
    write_places(out, places.text, order_for(base, places.text.size()));
  }
  return out.take();
}

PositionReader::PositionReader(std::string_view bytes) : in_(bytes), order_(in_.number()) {
  if (order_ > kMaxOrder) in_.fail();
}

std::optional<Places> PositionReader::next(Symbol symbol) {
  Places places;
  if (symbol.is_in_title()) {
    read_places(in_, places.title, count_code(in_.number()), kTitleOrder);
  }
  const std::uint32_t in_text = count_code(in_.number());
  read_places(in_, places.text, in_text, order_for(order_, in_text));
  if (!in_.is_good()) return std::nullopt;
  return places;
}

}  // namespace daybook
