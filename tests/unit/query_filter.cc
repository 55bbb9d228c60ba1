#include "core/query/filter.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>

#include "core/blog/route.h"

namespace daybook {
namespace {

// A blog of these posts, prepared; the posts live in it.
class Prepared {
 public:
  explicit Prepared(std::vector<Post> posts, std::string_view language = "en") {
    ManifestPage page;
    page.head.emplace();
    page.head->site.language = language;
    page.head->total_posts = posts.size();
    for (std::size_t i = 0; i < posts.size(); ++i) {
      posts[i].path = "p" + std::to_string(i) + "/";
      posts[i].source = posts[i].path + "index.md";
    }
    page.posts = std::move(posts);
    REQUIRE(blog_.set_head(std::move(page)).ok());
    prepared_.update(blog_);
  }

  const PreparedPosts& posts() const { return prepared_; }

  Filtered filter(std::string_view query, Typing typing = Typing::kDone,
                  const std::vector<int>& years = {}) const {
    return filter_posts(prepared_, parse_query(query, typing), years);
  }

 private:
  Blog blog_;
  PreparedPosts prepared_;
};

Post post(std::string title, std::string description, std::vector<std::string> tags,
          std::string_view date) {
  Post made;
  made.title = std::move(title);
  made.description = std::move(description);
  made.tags = std::move(tags);
  made.date = parse_timestamp(date);
  return made;
}

std::vector<Post> some_posts() {
  std::vector<Post> posts = {
      post("Page Faults", "How Linux maps memory", {"linux", "Open Source"}, "2026-03-06"),
      post("Café Queries", "Connected to the planner", {"PostgreSQL"}, "2025-03-16"),
      post("Connections", "A page about faults in pg_dump 1.88.0", {"postgresql", "c++"},
           "2025-01-02"),
      post("Undated page", "", {"linux"}, ""),
      post("東京の検索", "日本語の記事", {"日本"}, "2024-12-31"),
  };
  posts[0].authors = {{"Ada Lovelace", ""}, {"Zoë Bell", ""}};
  posts[1].series = "Tables on S3";
  posts[4].language = "ja";
  return posts;
}

// The numbers of the posts that were found, in their order.
std::string found(const Filtered& filtered) {
  std::string out;
  for (const Post* post : filtered.posts) out += post->path[1];
  return out;
}

std::string written(const std::vector<Facet>& facets) {
  std::string out;
  for (const Facet& facet : facets) {
    if (!out.empty()) out += ' ';
    out += facet.name + "=" + std::to_string(facet.posts);
  }
  return out;
}

// A text with its marks between brackets.
std::string marked(std::string_view text, const std::vector<Mark>& marks) {
  std::string out;
  std::size_t end = 0;
  for (const Mark& mark : marks) {
    out += text.substr(end, mark.begin - end);
    out += "[";
    out += text.substr(mark.begin, mark.end - mark.begin);
    out += "]";
    end = mark.end;
  }
  return out += text.substr(end);
}

}  // namespace

TEST_CASE("a filter keeps the posts that a query asks for") {
  const Prepared blog(some_posts());
  struct Row {
    std::string_view query;
    std::string_view posts;
  };
  for (const Row& row : std::to_array<Row>({
           {"", "01234"},
           {"-", "01234"},
           {"FAULT", "02"},
           {"linux memory", "0"},
           {"linux queries", ""},
           {"connect", "12"},
           {"connection", "12"},
           {"cafe", "1"},
           {"café", "1"},
           {"ault", ""},
           {"postgresql", "12"},
           {"-postgresql", "034"},
           {"page -linux", "2"},
           {"dump", "2"},
           {"pg_dump", "2"},
           {"1.88", "2"},
           {"\"page faults\"", "0"},
           {"\"page fault\"", ""},
           {"\"faults page\"", ""},
           {"\"linux open source\"", ""},
           {"\"memory 2026\"", ""},
           {"page-faults", "0"},
           {"-\"page faults\" page", "23"},
           {"title:page", "03"},
           {"title:memory", ""},
           {"title:\"page faults\"", "0"},
           {"tag:linux", "03"},
           {"tag:Linux", "03"},
           {"tag:linu", ""},
           {"tag:postgresql", "12"},
           {"tag:\"open source\"", "0"},
           {"tag:open-source", "0"},
           {"tag:c++", "2"},
           {"tag:c", ""},
           {"-tag:linux", "124"},
           {"author:ada", "0"},
           {"author:\"zoe bell\"", "0"},
           {"author:love", ""},
           {"series:\"tables on s3\"", "1"},
           {"series:tables", ""},
           {"lang:ja", "4"},
           {"lang:en", "0123"},
           {"lang:EN", "0123"},
           {"lang:e", ""},
           {"ada", "0"},
           {"s3", "1"},
           {"year:2025", "12"},
           {"-year:2025", "034"},
           {"after:2025-03", "01"},
           {"before:2025-01-02", "4"},
           {"after:2025-01-02 before:2025-03-17", "12"},
           {"2025", "12"},
           {"march 2025", "1"},
           {"march 6, 2026", "0"},
           {"2025-03", "1"},
           {"2025-03-16", "1"},
           {"linux or cafe", "013"},
           {"tag:linux or year:2024", "034"},
           {"page linux or connections", "023"},
           {"東京", "4"},
           {"日本語", "4"},
           {"日本検索", ""},
           {"検", "4"},
           {"\xFF", "01234"},
       })) {
    INFO("query: " << row.query);
    CHECK(found(blog.filter(row.query)) == row.posts);
  }
}

TEST_CASE("a filter takes the last word by its beginning while it is typed") {
  const Prepared blog(some_posts());
  const auto typed = [&](std::string_view query) {
    return found(blog.filter(query, Typing::kGoingOn));
  };
  CHECK(typed("conn") == "12");
  CHECK(typed("connecting") == "12");
  CHECK(typed("conn ") == "");
  CHECK(typed("page conn") == "2");
  CHECK(typed("conn page") == "");
  CHECK(typed("page-fau") == "0");
  CHECK(typed("march 2") == "01");
  CHECK(typed("2025-0") == "12");
  CHECK(typed("tag:lin") == "03");
  CHECK(typed("author:love") == "0");
  CHECK(typed("-pag") == "01234");
  CHECK(typed("京") == "4");
}

TEST_CASE("a filter puts posts into the order that is asked for") {
  const Prepared blog(some_posts());
  CHECK(found(blog.filter("sort:new")) == "01234");
  CHECK(found(blog.filter("sort:old")) == "42103");
  CHECK(found(blog.filter("page sort:old")) == "203");
  CHECK(found(blog.filter("page sort:best")) == "032");
  CHECK(found(blog.filter("linux sort:best")) == "03");
  CHECK(found(blog.filter("connections sort:best")) == "21");
  CHECK(found(blog.filter("sort:best")) == "01234");
  CHECK(blog.filter("page").order == Order::kNewest);
  CHECK(blog.filter("sort:best").order == Order::kBest);
}

TEST_CASE("a filter counts what each choice would leave") {
  const Prepared blog(some_posts());
  const Filtered all = blog.filter("");
  CHECK(written(all.tags) == "PostgreSQL=2 linux=2 Open Source=1 c++=1 日本=1");
  CHECK(written(all.years) == "2026=1 2025=2 2024=1");
  const Filtered linux_posts = blog.filter("tag:linux");
  CHECK(written(linux_posts.tags) == "linux=2 Open Source=1");
  CHECK(written(linux_posts.years) == "2026=1");
  const Filtered of_year = blog.filter("page", Typing::kDone, {2025});
  CHECK(found(of_year) == "2");
  CHECK(written(of_year.tags) == "PostgreSQL=1 c++=1");
  CHECK(written(of_year.years) == "2026=1 2025=1");
  CHECK(found(blog.filter("", Typing::kDone, {2024, 2026})) == "04");
  CHECK(written(blog.filter("nothing").years).empty());
}

TEST_CASE("two spellings of a tag are one, written as the first post writes it") {
  const Prepared blog(
      {post("a", "", {"Linux", "LINUX"}, "2026-01-02"), post("b", "", {"linux"}, "2026-01-01")});
  CHECK(written(blog.filter("").tags) == "Linux=2");
}

TEST_CASE("a filter marks what it has found") {
  const Prepared blog(some_posts());
  struct Row {
    std::string_view query;
    std::size_t post;
    std::string_view title;
    std::string_view description;
  };
  for (const Row& row : std::to_array<Row>({
           {"", 0, "Page Faults", "How Linux maps memory"},
           {"fault linux", 0, "Page [Faults]", "How [Linux] maps memory"},
           {"cafe", 0, "[Café] Queries", "Connected to the planner"},
           {"connection", 1, "[Connections]", "A page about faults in pg_dump 1.88.0"},
           {"title:connection", 0, "[Connections]", "A page about faults in pg_dump 1.88.0"},
           {"title:cafe planner", 0, "[Café] Queries", "Connected to the [planner]"},
           {"title:cafe connected", 0, "[Café] Queries", "[Connected] to the planner"},
           {"\"page faults\"", 0, "[Page Faults]", "How Linux maps memory"},
           {"faults dump", 0, "Connections", "A page about [faults] in pg_[dump] 1.88.0"},
           {"pg_dump", 0, "Connections", "A page about faults in [pg_dump] 1.88.0"},
           {"about -linux", 0, "Connections", "A page [about] faults in pg_dump 1.88.0"},
           {"cafe or planner", 0, "[Café] Queries", "Connected to the [planner]"},
           {"tag:linux undated", 0, "[Undated] page", ""},
           {"日本語", 0, "東京の検索", "[日本語]の記事"},
       })) {
    INFO("query: " << row.query);
    const Filtered filtered = blog.filter(row.query);
    REQUIRE(filtered.posts.size() > row.post);
    const Post& first = *filtered.posts[row.post];
    const auto marks = [&](Matcher::Field field) { return filtered.matcher.marks(first, field); };
    CHECK(marked(first.title, marks(Matcher::Field::kTitle)) == row.title);
    CHECK(marked(first.description, marks(Matcher::Field::kDescription)) == row.description);
  }
}

TEST_CASE("a narrowing asks for what its parameters say") {
  const Prepared blog(some_posts());
  const auto narrowed = [&](std::string_view suffix) {
    return found(filter_posts(blog.posts(), parse_narrowing(suffix)));
  };
  CHECK(narrowed("q=pag") == "023");
  CHECK(narrowed("tag=linux&tag=open-source") == "0");
  CHECK(narrowed("tag=c%2B%2B") == "2");
  CHECK(narrowed("author=Ada+Lovelace") == "0");
  CHECK(narrowed("series=tables-on-s3") == "1");
  CHECK(narrowed("year=2025&year=2024") == "124");
  CHECK(narrowed("q=page&sort=old") == "203");
  CHECK(narrowed("q=page+sort%3Anew&sort=old") == "203");
  CHECK(narrowed("q=page&sort=sideways") == "023");
  CHECK(narrowed("tag=nobody") == "");
}

TEST_CASE("posts are found alike whatever part of the manifest came first") {
  const auto page_of = [](int first) {
    ManifestPage page;
    for (int i = first; i < first + 3; ++i) {
      Post made = post("Post " + std::to_string(i), "", {i < 3 ? "Linux" : "linux"}, "2026-01-01");
      made.path = "p" + std::to_string(i) + "/";
      page.posts.push_back(made);
    }
    return page;
  };
  const auto filtered = [&](bool is_in_order) {
    Blog blog;
    PreparedPosts prepared;
    ManifestPage head = page_of(0);
    head.head.emplace();
    head.head->total_posts = 9;
    head.next = ManifestReference{"m/1", "", 3};
    REQUIRE(blog.set_head(std::move(head)).ok());
    CHECK_FALSE(prepared.is_current(blog));
    ManifestPage second = page_of(3);
    second.older = {ManifestReference{"m/2", "", 3}};
    if (is_in_order) prepared.update(blog);
    REQUIRE(blog.add_page("m/1", std::move(second)).ok());
    if (is_in_order) prepared.update(blog);
    REQUIRE(blog.add_page("m/2", page_of(6)).ok());
    prepared.update(blog);
    CHECK(prepared.is_current(blog));
    const Filtered all = filter_posts(prepared, parse_query("post"));
    return found(all) + " " + written(all.tags);
  };
  CHECK(filtered(true) == "012345678 Linux=9");
  CHECK(filtered(false) == "012345678 Linux=9");
}

TEST_CASE("a filter over nothing finds nothing") {
  const Prepared blog({});
  CHECK(blog.filter("").posts.empty());
  CHECK(blog.filter("a tag:b \"c d\" year:2025 -e sort:best").posts.empty());
}

TEST_CASE("the longest query finds its answer") {
  const Prepared blog(some_posts());
  std::string words;
  for (int i = 0; i < 1000; ++i) words += "page ";
  CHECK(found(blog.filter(words)) == "023");
  CHECK(blog.filter("\"" + words.substr(0, 900) + "\"").posts.empty());
  CHECK(blog.filter(std::string(100'000, 'x')).posts.empty());
}

}  // namespace daybook
