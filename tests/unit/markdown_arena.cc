// The memory of a parse.
#include <cstring>
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "core/markdown/arena.h"
#include "core/markdown/markdown.h"

namespace daybook {

TEST_CASE("memory comes zeroed, although it was used before") {
  for (int round = 0; round < 3; ++round) {
    ArenaSession arena;
    auto* bytes = static_cast<char*>(arena.memory()->calloc(1000, 7));
    CHECK(std::string_view(bytes, 7000) == std::string(7000, '\0'));
    std::memset(bytes, 'x', 7000);
    CHECK(arena.pieces() == 1);
  }
}

TEST_CASE("a piece keeps its bytes when it grows") {
  ArenaSession arena;
  auto* bytes = static_cast<char*>(arena.memory()->realloc(nullptr, 5));
  std::string_view("daybo").copy(bytes, 5);
  // In its place at first, then past another piece, then past the end of a block.
  for (const std::size_t size : {100UL, 200UL, 5'000'000UL, 9'000'000UL}) {
    bytes = static_cast<char*>(arena.memory()->realloc(bytes, size));
    CHECK(std::string_view(bytes, 5) == "daybo");
    std::memset(bytes + 5, 'x', size - 5);
    CHECK(arena.memory()->calloc(1, 1) != nullptr);
  }
}

TEST_CASE("a document that was refused leaves no trace") {
  std::string table;
  for (int i = 0; i < 2'000; ++i) table += "|a";
  table += "|\n";
  for (int i = 0; i < 2'000; ++i) table += "|-";
  table += "|\n";
  for (int i = 0; i < 2'000; ++i) table += "|a\n";
  const auto expected = render_markdown("a [b](c)\n", {});
  CHECK(!render_markdown(table, {}).ok());
  const auto again = render_markdown("a [b](c)\n", {});
  REQUIRE(again.ok());
  CHECK(again.value().html == expected.value().html);
}

}  // namespace daybook
