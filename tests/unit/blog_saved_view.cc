#include "core/blog/saved_view.h"

#include <catch2/catch_test_macros.hpp>

namespace daybook {

TEST_CASE("the list of a view reads as it was written") {
  for (const auto& numbers : {std::vector<std::size_t>{}, {0}, {9, 0, 4}}) {
    const auto read = read_view_list(write_view_list(numbers), 10);
    REQUIRE(read.ok());
    CHECK(read.value() == numbers);
  }
}

TEST_CASE("the list of a view names posts that are there, each once") {
  for (const std::string_view text : {"10\n", "3", "3\n3\n", "\n", "-1\n", "1 \n", "00\n0\n",
                                      "18446744073709551616\n", "1\r\n", "1 2\n"}) {
    CAPTURE(text);
    CHECK_FALSE(read_view_list(text, 10).ok());
  }
  CHECK_FALSE(read_view_list("0\n", 0).ok());
}

}  // namespace daybook
