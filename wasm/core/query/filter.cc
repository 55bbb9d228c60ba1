#include "core/query/filter.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace daybook {
namespace {

constexpr std::size_t kYears = 10'000;

// Undated posts are the last either way.
void put_oldest_first(std::vector<const Post*>& posts) {
  std::vector<const Post*> ordered(posts.rbegin(), posts.rend());
  std::erase_if(ordered, [](const Post* post) { return !post->date; });
  for (const Post* post : posts) {
    if (!post->date) ordered.push_back(post);
  }
  posts = std::move(ordered);
}

// Highest rank first, equals as they were.
void put_best_first(std::vector<const Post*>& posts, const std::vector<std::size_t>& ranks) {
  std::vector<std::size_t> begin(Matcher::kMaxRanks + 1);
  for (const std::size_t rank : ranks) ++begin[Matcher::kMaxRanks - rank];
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::vector<const Post*> ranked(posts.size());
  for (std::size_t i = 0; i < posts.size(); ++i) {
    ranked[begin[Matcher::kMaxRanks - ranks[i] - 1]++] = posts[i];
  }
  posts = std::move(ranked);
}

std::vector<Facet> tags_of(const PreparedPosts& posts, const std::vector<std::size_t>& counts) {
  std::vector<Facet> tags;
  for (WordId id = 1; id < counts.size(); ++id) {
    const auto kind = static_cast<NameKind>(posts.names()[id].group);
    if (kind == NameKind::kTag && counts[id] > 0) {
      tags.push_back({std::string(posts.tag_name(id)), counts[id]});
    }
  }
  sort_facets(tags, is_more_used);
  return tags;
}

std::vector<Facet> years_of(const std::vector<std::size_t>& counts) {
  std::vector<Facet> years;
  for (std::size_t year = counts.size() - 1; year > 0; --year) {
    if (counts[year] > 0) years.push_back({std::to_string(year), counts[year]});
  }
  return years;
}

}  // namespace

Filtered filter_posts(const PreparedPosts& posts, const Query& query,
                      const std::vector<int>& years) {
  Filtered found{Matcher(posts, query)};
  found.order = query.order.value_or(Order::kNewest);
  std::vector<std::size_t> ranks;
  std::vector<std::size_t> year_counts(kYears);
  std::vector<std::size_t> name_counts(posts.names().end());
  posts.for_each([&](const PreparedPost& post) {
    if (!found.matcher.matches(post)) return;
    ++year_counts[static_cast<std::size_t>(post.year)];
    const bool is_of_years =
        years.empty() || std::find(years.begin(), years.end(), post.year) != years.end();
    if (!is_of_years) return;
    for (const WordId name : post.names) ++name_counts[name];
    found.posts.push_back(post.post);
    if (found.order == Order::kBest) ranks.push_back(found.matcher.rank(post));
  });
  if (found.order == Order::kOldest) put_oldest_first(found.posts);
  if (found.order == Order::kBest) put_best_first(found.posts, ranks);
  found.tags = tags_of(posts, name_counts);
  found.years = years_of(year_counts);
  return found;
}

Filtered filter_posts(const PreparedPosts& posts, const Narrowing& narrowing) {
  Query query = parse_query(narrowing["q"], Typing::kGoingOn);
  std::vector<int> years;
  for (const auto& [name, value] : narrowing.parameters) {
    auto condition = parse_operator(name, value);
    if (condition && condition->scope == Scope::kTime) {
      years.push_back(condition->days.begin->year);
    } else if (condition) {
      query.clauses.emplace_back().push_back(*std::move(condition));
    }
  }
  if (const auto order = parse_order(narrowing["sort"])) query.order = order;
  return filter_posts(posts, query, years);
}

}  // namespace daybook
