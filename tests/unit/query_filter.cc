#include "core/query/filter.h"

#include <catch2/catch_test_macros.hpp>

namespace daybook {

TEST_CASE("a filter keeps the posts that hold every word") {
  Post first;
  first.title = "Page Faults";
  first.description = "How Linux maps memory";
  first.tags = {"linux"};
  first.date = Timestamp{1'772'755'200, 0};  // March 6, 2026
  Post second;
  second.title = "Café Queries";
  second.tags = {"postgresql"};
  const std::vector<const Post*> posts = {&first, &second};

  struct Row {
    const char* query;
    std::size_t matches;
  };
  for (const Row& row : {Row{"", 2}, Row{"   ", 2}, Row{"FAULT", 1}, Row{"linux memory", 1},
                         Row{"linux queries", 0}, Row{"cafe", 1}, Row{"postgres", 1},
                         Row{"2026", 1}, Row{"march 6, 2026", 1}, Row{"\xFF", 0}}) {
    CHECK(filter_posts(posts, row.query).size() == row.matches);
  }
  CHECK(filter_posts(posts, std::string(100'000, 'x')).empty());
}

}  // namespace daybook
