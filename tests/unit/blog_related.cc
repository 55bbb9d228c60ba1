#include "core/blog/related.h"

#include <catch2/catch_test_macros.hpp>

namespace daybook {
namespace {

const std::vector<RelatedText> kPosts = {
    {{"postgresql"}, "Vacuum and bloat", "Dead tuples, vacuum, bloat and the visibility map."},
    {{"cooking"}, "Soup", "Onions, carrots, celery and a long afternoon."},
    {{"postgresql"}, "Bloat again", "Why vacuum leaves bloat, and dead tuples stay."},
    {{"cooking"}, "Stew", "Carrots, onions and celery, and then patience."},
    {{"travel"}, "Lisbon", "Trams, tiles, custard."},
};

}  // namespace

TEST_CASE("posts are related by what they share, and only to older ones") {
  const auto related = find_related(kPosts);
  REQUIRE(related.size() == kPosts.size());
  CHECK(related[0].empty());
  CHECK(related[1].empty());
  CHECK(related[2] == std::vector<std::size_t>{0});
  CHECK(related[3] == std::vector<std::size_t>{1});
  CHECK(related[4].empty());
}

TEST_CASE("a newer post changes no relation of those before it") {
  auto posts = kPosts;
  const auto before = find_related(posts);
  posts.push_back({{"postgresql", "cooking"}, "Bloat, soup and vacuum", "Onions, dead tuples."});
  auto after = find_related(posts);
  CHECK(after.back().size() >= 2);
  after.pop_back();
  CHECK(after == before);
}

TEST_CASE("posts without text, or with nothing but one word, are safe") {
  const std::string same(100'000, 'x');
  const std::vector<RelatedText> posts(50, RelatedText{{}, "", same});
  for (const auto& related : find_related(posts)) CHECK(related.size() <= kMaxRelated);
  CHECK(find_related({}).empty());
  CHECK(find_related({{{}, "", ""}}).front().empty());
}

}  // namespace daybook
