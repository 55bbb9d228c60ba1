// The filter against a plain scan: whatever is asked, the posts are those that reading every text
// word by word would find.
#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>

#include "core/base/text.h"
#include "core/blog/route.h"
#include "core/query/filter.h"
#include "core/query/stem.h"
#include "core/query/tokens.h"

namespace daybook {
namespace {

class Chance {
 public:
  std::size_t below(std::size_t bound) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33) % bound;
  }

  template <std::size_t size>
  std::string one_of(const std::array<std::string_view, size>& choices) {
    return std::string(choices[below(size)]);
  }

 private:
  std::uint64_t state_ = 1;
};

constexpr auto kWords = std::to_array<std::string_view>(
    {"page",       "pages", "Paging",  "fault",  "faults", "connect",    "connection", "connected",
     "café",       "cafe",  "pg_dump", "dump",   "1.88.0", "1.88",       "C++",        "don't",
     "well-known", "linux", "Linux",   "日本語", "日本",   "東京の検索", "search",     "searching",
     "naïve",      "über",  "memory",  "the",    "a"});
constexpr auto kTags = std::to_array<std::string_view>(
    {"linux", "Open Source", "c++", "café", "日本", "memory", "search"});
constexpr auto kAuthors = std::to_array<std::string_view>({"Ada Lovelace", "Zoë Bell", "Ada"});
constexpr auto kLanguages = std::to_array<std::string_view>({"", "", "en-GB", "de", "ja"});
constexpr auto kDates = std::to_array<std::string_view>(
    {"", "2024-02-29", "2024-12-31", "2025-01-01", "2025-03-16", "2026-03-06"});
constexpr auto kOperators = std::to_array<std::string_view>({"year:2025",
                                                             "-year:2024",
                                                             "after:2025",
                                                             "before:2025-03",
                                                             "tag:linux",
                                                             "tag:open-source",
                                                             "-tag:memory",
                                                             "author:ada",
                                                             "author:lovelace",
                                                             "series:tables",
                                                             "lang:en",
                                                             "lang:ja",
                                                             "title:page",
                                                             "title:\"page faults\"",
                                                             "sort:old",
                                                             "or",
                                                             "or",
                                                             "or",
                                                             "2025",
                                                             "march",
                                                             "-"});

std::string some_words(Chance& chance, std::size_t most) {
  std::string text;
  for (std::size_t count = chance.below(most + 1); count > 0; --count) {
    text += chance.one_of(kWords) + (chance.below(6) == 0 ? ", " : " ");
  }
  return text;
}

std::vector<Post> some_posts(Chance& chance, std::size_t count) {
  std::vector<Post> posts(count);
  for (std::size_t i = 0; i < count; ++i) {
    Post& post = posts[i];
    post.path = "p" + std::to_string(i) + "/";
    post.title = some_words(chance, 5);
    post.description = some_words(chance, 12);
    for (std::size_t tags = chance.below(4); tags > 0; --tags) {
      post.tags.push_back(chance.one_of(kTags));
    }
    if (chance.below(3) == 0) post.authors = {{chance.one_of(kAuthors), ""}};
    if (chance.below(4) == 0) post.series = "Tables";
    post.language = chance.one_of(kLanguages);
    post.date = parse_timestamp(chance.one_of(kDates));
  }
  return posts;
}

std::string some_query(Chance& chance) {
  std::string query;
  for (std::size_t items = 1 + chance.below(4); items > 0; --items) {
    switch (chance.below(7)) {
      case 0: query += chance.one_of(kOperators); break;
      case 1: query += '"' + some_words(chance, 3) + '"'; break;
      case 2: query += '-' + chance.one_of(kWords); break;
      case 3: query += chance.one_of(kWords) + " or " + chance.one_of(kOperators); break;
      default: query += chance.one_of(kWords);
    }
    query += ' ';
  }
  query.pop_back();
  // Half of them break off in a word.
  if (chance.below(2) == 0) query.resize(cut(query, query.size() - chance.below(3)).size());
  return query;
}

std::string_view language_of(const Post& post) {
  return post.language.empty() ? "en" : std::string_view(post.language);
}

bool is_one(const Token& token, const Token& word, Match match, std::string_view language) {
  if (token.folded == word.folded) return true;
  if ((match == Match::kPrefix || word.is_lone) && token.folded.starts_with(word.folded)) {
    return match != Match::kPhrase;
  }
  return match != Match::kPhrase && stem(token.folded, language) == stem(word.folded, language);
}

bool reads(std::string_view text, const Condition& condition, std::string_view language) {
  const auto words = tokenize(condition.text);
  auto tokens = tokenize(text, Parts::kAdded);
  if (words.size() > 1) std::erase_if(tokens, [](const Token& token) { return token.is_part; });
  for (std::size_t begin = 0; begin + words.size() <= tokens.size(); ++begin) {
    std::size_t same = 0;
    while (same < words.size()) {
      const bool is_last = same + 1 == words.size();
      const bool may_go_on = condition.match == Match::kPrefix && !is_last;
      const Match match = may_go_on ? Match::kWords : condition.match;
      if (!is_one(tokens[begin + same], words[same], match, language)) break;
      ++same;
    }
    if (same == words.size()) return true;
  }
  return false;
}

bool is_named(std::string_view name, const Condition& condition) {
  const std::string has = fold(tag_slug(name));
  const std::string wanted = fold(tag_slug(condition.text));
  if (condition.match == Match::kPrefix && has.starts_with(wanted)) return true;
  if (condition.scope != Scope::kAuthor) return has == wanted;
  const std::string within = "-" + has + "-";
  const std::string end = condition.match == Match::kPrefix ? "" : "-";
  return within.find("-" + wanted + end) != std::string::npos;
}

bool holds(const Post& post, const Condition& condition) {
  const auto is_read = [&](std::string_view text) {
    return reads(text, condition, language_of(post));
  };
  const auto has_name = [&](std::string_view name) { return is_named(name, condition); };
  switch (condition.scope) {
    case Scope::kTime: {
      if (!post.date) return false;
      const Date date = local_date(*post.date);
      return !(condition.days.begin && date < *condition.days.begin) &&
             !(condition.days.end && date >= *condition.days.end);
    }
    case Scope::kTag: return std::any_of(post.tags.begin(), post.tags.end(), has_name);
    case Scope::kSeries: return !post.series.empty() && has_name(post.series);
    case Scope::kAuthor:
      return std::any_of(post.authors.begin(), post.authors.end(),
                         [&](const Author& author) { return has_name(author.name); });
    case Scope::kLanguage: {
      const std::string language = to_ascii_lower(language_of(post));
      const std::string wanted = to_ascii_lower(condition.text);
      return language == wanted || language.starts_with(wanted + "-") ||
             (condition.match == Match::kPrefix && language.starts_with(wanted));
    }
    case Scope::kTitle: return is_read(post.title);
    case Scope::kAnywhere: break;
  }
  if (is_read(post.title) || is_read(post.description) || is_read(post.series)) return true;
  for (const std::string& tag : post.tags) {
    if (is_read(tag)) return true;
  }
  for (const Author& author : post.authors) {
    if (is_read(author.name)) return true;
  }
  if (!post.date) return false;
  const Date date = local_date(*post.date);
  return is_read(format_iso_date(date)) || is_read(format_long_date(date));
}

bool holds(const Post& post, const Query& query) {
  return std::all_of(query.clauses.begin(), query.clauses.end(), [&](const Clause& clause) {
    return std::any_of(clause.begin(), clause.end(), [&](const Condition& condition) {
      return holds(post, condition) != condition.is_negated;
    });
  });
}

std::string written(const std::vector<Facet>& facets) {
  std::string out;
  for (const Facet& facet : facets) out += facet.name + "=" + std::to_string(facet.posts) + " ";
  return out;
}

}  // namespace

TEST_CASE("a filter finds what a plain scan finds") {
  Chance chance;
  ManifestPage page;
  page.posts = some_posts(chance, 40);
  page.head.emplace();
  page.head->total_posts = page.posts.size();
  Blog blog;
  REQUIRE(blog.set_head(std::move(page)).ok());
  PreparedPosts prepared;
  prepared.update(blog);

  std::size_t found_in_all = 0;
  for (int round = 0; round < 300; ++round) {
    const std::string text = some_query(chance);
    const Typing typing = chance.below(2) == 0 ? Typing::kDone : Typing::kGoingOn;
    const Query query = parse_query(text, typing);
    std::vector<const Post*> expected;
    for (const Post* post : blog.loaded_posts()) {
      if (holds(*post, query)) expected.push_back(post);
    }
    Filtered found = filter_posts(prepared, query);
    INFO("query: " << text);
    CHECK(written(found.tags) == written(count_tags(expected)));
    CHECK(written(found.years) == written(count_years(expected)));
    std::sort(found.posts.begin(), found.posts.end());
    std::sort(expected.begin(), expected.end());
    REQUIRE(found.posts == expected);
    found_in_all += expected.size();
  }
  // Neither nothing nor everything.
  CHECK(found_in_all > 500);
  CHECK(found_in_all < 10'000);
}

}  // namespace daybook
