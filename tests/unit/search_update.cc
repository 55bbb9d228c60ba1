#include <random>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "unit/search_index.h"

namespace daybook {
namespace {

SamplePost made_up(std::mt19937& random, int number) {
  static const std::vector<std::string> words = {"alpha", "beta",  "gamma", "delta", "omega",
                                                 "sigma", "kappa", "theta", "zeta",  "lambda"};
  const auto sentence = [&](std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
      text += words[std::min(random() % words.size(), random() % words.size())] + ' ';
    }
    return text;
  };
  SamplePost post;
  post.path = "p" + std::to_string(number);
  post.title = sentence(3) + std::to_string(number);
  post.text = sentence(20 + random() % 30);
  post.date = date_from_days(20'000 - number);
  post.tags = {words[random() % words.size()]};
  return post;
}

std::vector<SamplePost> made_up_posts(int count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<SamplePost> posts;
  for (int i = 0; i < count; ++i) posts.push_back(made_up(random, i));
  return posts;
}

// What is found in the index as it has become is what is found in a new one.
void check_like_new(const SampleSite& site, const std::vector<SamplePost>& posts) {
  SampleSite fresh;
  fresh.build_anew(posts);
  for (const std::string query :
       {"alpha", "alpha beta", "\"beta gamma\"", "-omega", "tag:kappa", "sort:old", "",
        "zeta or theta", "title:lambda", "before:2024-09-15", "after:2024-10", "nothing"}) {
    CAPTURE(query);
    const SearchReply now = site.ask(query + (query.find("sort") == 0 ? "" : " sort:new"), 200);
    const SearchReply wanted = fresh.ask(query + (query.find("sort") == 0 ? "" : " sort:new"), 200);
    REQUIRE(now.total == wanted.total);
    REQUIRE(paths_of(now) == paths_of(wanted));
  }
}

}  // namespace

TEST_CASE("a build without changes leaves every file") {
  const auto posts = made_up_posts(50, 1);
  SampleSite site;
  site.build(posts);
  const auto files = site.files();
  site.build(posts);
  CHECK(site.files() == files);
  CHECK(site.written().empty());
}

TEST_CASE("a new post touches few files, and is found") {
  auto posts = made_up_posts(300, 2);
  SampleSite site;
  site.build(std::vector<SamplePost>(posts.begin() + 8, posts.end()));
  for (int i = 7; i >= 0; --i) {
    const std::vector<SamplePost> now(posts.begin() + i, posts.end());
    site.build(now);
    CHECK(site.written().size() <= 5);
    check_like_new(site, now);
  }
}

TEST_CASE("posts that change, go, come back and are put between others are found as they are") {
  auto posts = made_up_posts(120, 3);
  std::mt19937 random(4);
  SampleSite site;
  site.build(posts);
  std::vector<SamplePost> gone;
  for (int step = 0; step < 40; ++step) {
    CAPTURE(step);
    for (std::size_t changes = 0; changes <= random() % 3; ++changes) {
      const std::size_t at = random() % posts.size();
      switch (random() % 4) {
        case 0: posts[at].text += " omega kappa"; break;
        case 1:
          gone.push_back(posts[at]);
          posts.erase(posts.begin() + static_cast<std::ptrdiff_t>(at));
          break;
        case 2:
          if (gone.empty()) break;
          posts.push_back(gone.back());
          gone.pop_back();
          break;
        default:
          posts.push_back(made_up(random, 1'000 + step));
          posts.back().date = date_from_days(20'000 - static_cast<int>(random() % 150));
          posts.back().path += "-" + std::to_string(random());
      }
    }
    std::sort(posts.begin(), posts.end(), [](const SamplePost& a, const SamplePost& b) {
      return a.date != b.date ? *b.date < *a.date : a.path < b.path;
    });
    site.build(posts);
    check_like_new(site, posts);
  }
}

TEST_CASE("an index that cannot be read is written anew") {
  const auto posts = made_up_posts(30, 5);
  SampleSite site;
  site.build(posts);
  const std::string root = site.root();
  const WrittenIndex again = update_index(
      root, [](const std::string&) { return std::string("nonsense"); },
      {{1}, [&](std::size_t) { return to_indexed(posts[0]); }, {"en"}},
      [](std::size_t count, const auto& work) {
        for (std::size_t i = 0; i < count; ++i) work(i);
      });
  CHECK(again.kept_segments.empty());
  CHECK(again.files.size() > 2);
}

TEST_CASE("a site without posts has an index without segments") {
  SampleSite site;
  site.build({});
  CHECK(site.files().size() == 1);
  CHECK(site.ask("anything").total == 0);
  CHECK(site.ask("").is_complete);
}

}  // namespace daybook
