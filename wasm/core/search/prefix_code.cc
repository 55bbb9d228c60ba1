#include "core/search/prefix_code.h"

#include <algorithm>

#include "core/search/number_set.h"

namespace daybook {
namespace {

constexpr unsigned kLengthBits = 4;

// The lengths of a Huffman code: the two rarest become one, until one is left.
std::vector<std::uint8_t> huffman_lengths(std::vector<std::uint32_t> weights) {
  const std::size_t leaves = weights.size();
  std::vector<std::size_t> parents(leaves, 0);
  std::vector<std::size_t> open(leaves);
  for (std::size_t i = 0; i < leaves; ++i) open[i] = i;
  const auto is_heavier = [&](std::size_t a, std::size_t b) {
    return weights[a] != weights[b] ? weights[a] > weights[b] : a > b;
  };
  std::make_heap(open.begin(), open.end(), is_heavier);
  const auto take_lightest = [&] {
    std::pop_heap(open.begin(), open.end(), is_heavier);
    const std::size_t lightest = open.back();
    open.pop_back();
    return lightest;
  };
  while (open.size() > 1) {
    const std::size_t one = take_lightest();
    const std::size_t other = take_lightest();
    const std::size_t joined = weights.size();
    weights.push_back(weights[one] + weights[other]);
    parents[one] = joined;
    parents[other] = joined;
    parents.push_back(0);
    open.push_back(joined);
    std::push_heap(open.begin(), open.end(), is_heavier);
  }
  std::vector<std::uint8_t> depths(weights.size(), 0);
  for (std::size_t i = weights.size() - 1; i-- > 0;) {
    depths[i] = static_cast<std::uint8_t>(depths[parents[i]] + 1);
  }
  depths.resize(leaves);
  return depths;
}

}  // namespace

PrefixCode::PrefixCode(std::span<const std::uint32_t> counts) : lengths_(counts.size(), 0) {
  std::vector<std::size_t> used;
  std::vector<std::uint32_t> weights;
  for (std::size_t symbol = 0; symbol < counts.size(); ++symbol) {
    if (counts[symbol] == 0) continue;
    used.push_back(symbol);
    weights.push_back(counts[symbol]);
  }
  if (used.empty()) return;
  auto lengths = huffman_lengths(weights);
  // Rare symbols are taken for less rare until no code is too long.
  while (*std::max_element(lengths.begin(), lengths.end()) > kMaxLength) {
    for (std::uint32_t& weight : weights) weight = weight / 2 + 1;
    lengths = huffman_lengths(weights);
  }
  for (std::size_t i = 0; i < used.size(); ++i) lengths_[used[i]] = lengths[i];
  codes_.resize(counts.size(), 0);
  if (used.size() == 1) {
    symbols_ = {static_cast<std::uint16_t>(used.front())};
    return;
  }
  order_symbols();
  unsigned code = 0;
  unsigned length = 0;
  for (const std::uint16_t symbol : symbols_) {
    code <<= lengths_[symbol] - length;
    length = lengths_[symbol];
    codes_[symbol] = static_cast<std::uint16_t>(code++);
  }
}

// Codes count up: shorter ones first, among equals by symbol.
void PrefixCode::order_symbols() {
  for (unsigned length = 1; length <= kMaxLength; ++length) {
    for (std::size_t symbol = 0; symbol < lengths_.size(); ++symbol) {
      if (lengths_[symbol] != length) continue;
      symbols_.push_back(static_cast<std::uint16_t>(symbol));
      ++counts_[length];
    }
  }
}

void PrefixCode::write(BitWriter& out, std::uint32_t alphabet) const {
  std::vector<std::uint32_t> used(symbols_.begin(), symbols_.end());
  std::sort(used.begin(), used.end());
  out.number(static_cast<std::uint32_t>(used.size()));
  write_number_set(out, used, alphabet);
  if (used.size() < 2) return;
  for (const std::uint32_t symbol : used) out.bits(lengths_[symbol], kLengthBits);
}

void PrefixCode::put(BitWriter& out, unsigned symbol) const {
  out.bits(codes_[symbol], lengths_[symbol]);
}

PrefixCode PrefixCode::read(BitReader& in, std::uint32_t alphabet) {
  PrefixCode code;
  const std::uint32_t size = in.number();
  const auto used = read_number_set(in, size, alphabet);
  code.lengths_.resize(alphabet, 0);
  if (used.size() == 1) {
    code.symbols_ = {static_cast<std::uint16_t>(used.front())};
    return code;
  }
  std::uint32_t room = 1U << kMaxLength;
  for (const std::uint32_t symbol : used) {
    const std::uint32_t length = in.bits(kLengthBits);
    const std::uint32_t taken = 1U << (kMaxLength - std::min(length, kMaxLength));
    if (length == 0 || length > kMaxLength || taken > room) {
      in.fail();
      return {};
    }
    room -= taken;
    code.lengths_[symbol] = static_cast<std::uint8_t>(length);
  }
  code.order_symbols();
  code.look_ahead();
  return code;
}

void PrefixCode::look_ahead() {
  ahead_.resize(1U << kAheadBits);
  std::size_t begin = 0;
  for (const std::uint16_t symbol : symbols_) {
    const std::uint8_t length = lengths_[symbol];
    if (length > kAheadBits) return;
    const std::size_t end = begin + (1U << (kAheadBits - length));
    for (; begin < end; ++begin) ahead_[begin] = {symbol, length};
  }
}

unsigned PrefixCode::get(BitReader& in) const {
  if (symbols_.size() == 1) return symbols_.front();
  const Ahead ahead = ahead_.empty() ? Ahead{} : ahead_[in.peek(kAheadBits)];
  if (ahead.length == 0) return get_long(in);
  in.skip(ahead.length);
  return ahead.symbol;
}

unsigned PrefixCode::get_long(BitReader& in) const {
  const std::uint32_t ahead = in.peek(kMaxLength);
  std::uint32_t code = 0;
  std::uint32_t first = 0;
  for (unsigned length = 1; length <= kMaxLength; ++length) {
    const std::uint32_t offset = (ahead >> (kMaxLength - length)) - code;
    if (offset < counts_[length]) {
      in.skip(length);
      return symbols_[first + offset];
    }
    first += counts_[length];
    code = (code + counts_[length]) << 1;
  }
  in.fail();
  return 0;
}

}  // namespace daybook
