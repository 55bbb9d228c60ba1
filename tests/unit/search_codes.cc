#include <algorithm>
#include <bit>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "core/search/bits.h"
#include "core/search/number_set.h"
#include "core/search/prefix_code.h"
#include "core/search/sorted_texts.h"

namespace daybook {
namespace {

using Random = std::mt19937;

std::uint32_t pick(Random& random, std::uint32_t below) {
  return static_cast<std::uint32_t>(random() % below);
}

}  // namespace

TEST_CASE("bits and numbers are read as they were written, side by side") {
  Random random(1);
  struct Piece {
    std::uint32_t value;
    unsigned parameter;
    int kind;
  };
  std::vector<Piece> pieces;
  BitWriter out;
  for (int i = 0; i < 5'000; ++i) {
    Piece piece{0, pick(random, 33), i % 3};
    if (piece.kind == 0) {
      piece.value =
          static_cast<std::uint32_t>(random() & ((std::uint64_t{1} << piece.parameter) - 1));
      out.bits(piece.value, piece.parameter);
    } else if (piece.kind == 1) {
      piece.parameter %= 16;
      piece.value = pick(random, 1U << pick(random, 28));
      out.number(piece.value, piece.parameter);
    } else {
      piece.parameter = 1 + pick(random, 1U << piece.parameter % 28);
      piece.value = pick(random, piece.parameter);
      out.below(piece.value, piece.parameter);
    }
    pieces.push_back(piece);
  }
  const std::size_t size = out.size();
  const std::string bytes = out.take();
  BitReader in(bytes);
  for (const Piece& piece : pieces) {
    const std::uint32_t value = piece.kind == 0   ? in.bits(piece.parameter)
                                : piece.kind == 1 ? in.number(piece.parameter)
                                                  : in.below(piece.parameter);
    REQUIRE(value == piece.value);
  }
  CHECK(in.is_good());
  CHECK(in.position() == size);
}

TEST_CASE("a choice among so many takes no more bits than it must") {
  for (std::uint32_t count = 1; count < 70; ++count) {
    BitWriter out;
    for (std::uint32_t value = 0; value < count; ++value) out.below(value, count);
    const std::string bytes = out.take();
    BitReader in(bytes);
    for (std::uint32_t value = 0; value < count; ++value) REQUIRE(in.below(count) == value);
  }
}

TEST_CASE("behind the end there are zeros, and the reader says so") {
  BitReader in("a");
  CHECK(in.bits(8) == 'a');
  CHECK(in.is_good());
  CHECK(in.bits(32) == 0);
  CHECK(!in.is_good());
  BitReader numbers(std::string_view("\0\0\0\0\0\0\0\0", 8));
  CHECK(numbers.number() == 0);
  CHECK(!numbers.is_good());
  BitReader beginning("ab", 8);
  CHECK(beginning.bits(8) == 'b');
}

TEST_CASE("writers are joined bit by bit") {
  BitWriter one;
  one.bits(5, 3);
  BitWriter other;
  other.bits(0x1234, 13);
  one.append(other);
  CHECK(one.size() == 16);
  const std::string bytes = one.take();
  BitReader in(bytes);
  CHECK(in.bits(3) == 5);
  CHECK(in.bits(13) == 0x1234);
}

TEST_CASE("sets of numbers are read as they were written") {
  Random random(2);
  for (const std::uint32_t bound : {1U, 2U, 7U, 100U, 5'000U, 100'000U}) {
    for (int trial = 0; trial < 40; ++trial) {
      std::vector<std::uint32_t> numbers;
      const std::uint32_t sparseness = 1U << pick(random, 12);
      for (std::uint32_t number = 0; number < bound; ++number) {
        if (pick(random, sparseness) == 0) numbers.push_back(number);
      }
      BitWriter out;
      write_number_set(out, numbers, bound);
      const std::string bytes = out.take();
      BitReader in(bytes);
      REQUIRE(read_number_set(in, static_cast<std::uint32_t>(numbers.size()), bound) == numbers);
      REQUIRE(in.is_good());
    }
  }
}

TEST_CASE("all numbers of a range cost nothing, and too many are refused") {
  std::vector<std::uint32_t> all(1'000);
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  BitWriter out;
  write_number_set(out, all, 1'000);
  CHECK(out.size() == 0);
  BitReader in("");
  CHECK(read_number_set(in, 11, 10).empty());
  CHECK(!in.is_good());
}

TEST_CASE("symbols are read as they were written, frequent ones in fewer bits") {
  Random random(3);
  for (const std::uint32_t alphabet : {1U, 2U, 3U, 32U, 256U}) {
    std::vector<unsigned> symbols;
    for (int i = 0; i < 4'000; ++i) {
      symbols.push_back(std::min(pick(random, alphabet), pick(random, alphabet)));
    }
    std::vector<std::uint32_t> counts(alphabet, 0);
    for (const unsigned symbol : symbols) ++counts[symbol];
    const PrefixCode code{counts};
    BitWriter out;
    code.write(out, alphabet);
    for (const unsigned symbol : symbols) code.put(out, symbol);
    const std::string bytes = out.take();
    BitReader in(bytes);
    const PrefixCode read = PrefixCode::read(in, alphabet);
    for (const unsigned symbol : symbols) REQUIRE(read.get(in) == symbol);
    CHECK(in.is_good());
    const auto plain_bits = static_cast<std::size_t>(std::bit_width(alphabet - 1));
    CHECK(bytes.size() * 8 <= symbols.size() * plain_bits * 99 / 100 + 2'000);
  }
}

TEST_CASE("codes stay short where frequencies grow without measure") {
  std::vector<std::uint32_t> counts;
  std::uint32_t a = 1;
  std::uint32_t b = 1;
  for (int i = 0; i < 40; ++i) {
    counts.push_back(a);
    std::swap(a, b);
    b += a;
  }
  const PrefixCode code{counts};
  BitWriter out;
  code.write(out, 40);
  for (unsigned symbol = 0; symbol < 40; ++symbol) code.put(out, symbol);
  const std::string bytes = out.take();
  BitReader in(bytes);
  const PrefixCode read = PrefixCode::read(in, 40);
  for (unsigned symbol = 0; symbol < 40; ++symbol) CHECK(read.get(in) == symbol);
}

TEST_CASE("a code that more symbols want than it has room for is refused") {
  BitWriter out;
  out.number(3);
  write_number_set(out, std::vector<std::uint32_t>{0, 1, 2}, 32);
  for (int i = 0; i < 3; ++i) out.bits(1, 4);
  const std::string bytes = out.take();
  BitReader in(bytes);
  PrefixCode::read(in, 32);
  CHECK(!in.is_good());
}

TEST_CASE("texts are read as they were written") {
  const std::vector<std::string> texts = {"",
                                          "a",
                                          "a",
                                          "abcdefghijklmnopqrstuvwxyz",
                                          "abcdefghijklmnopqrstuvwxyz and more",
                                          "abcdefghijklmnopqrstuvwxyz and more of it",
                                          "caf\u00E9",
                                          "\x02tag",
                                          std::string(kMaxSortedText, 'x'),
                                          "\u65E5\u672C"};
  BitWriter out;
  write_sorted_texts(out, texts);
  const std::string bytes = out.take();
  BitReader in(bytes);
  CHECK(read_sorted_texts(in, 100) == texts);
  CHECK(in.is_good());
  BitReader few(bytes);
  read_sorted_texts(few, 3);
  CHECK(!few.is_good());
}

}  // namespace daybook
