#include <algorithm>

#include "native/diagram/layers.h"
#include "native/diagram/network_simplex.h"

namespace daybook {
namespace {

// Links pull their ends together by this, groups their contents by 1.
constexpr int kLinkWeight = 2;

class Ranker {
 public:
  explicit Ranker(const LayoutGraph& graph)
      : graph_(graph), next_(graph.nodes.size() + 2 * graph.groups.size()) {
    const auto has_label = [](const LayoutLink& link) { return link.label_width > 0; };
    scale_ = std::ranges::any_of(graph.links, has_label) ? 2 : 1;
  }

  Ranks rank() {
    hold_groups_together();
    for (const LayoutLink& link : graph_.links) add(link);
    const std::vector<int> ranks = solve_network_simplex(next_.size(), edges_, Balance::kNone);
    ranks_.nodes.assign(ranks.begin(),
                        ranks.begin() + static_cast<std::ptrdiff_t>(graph_.nodes.size()));
    measure_groups();
    place_links();
    drop_empty_ranks();
    return std::move(ranks_);
  }

 private:
  // The variables of the ranking: nodes, then the first and last ranks of the groups.
  std::size_t first_of(std::size_t group) const { return graph_.nodes.size() + 2 * group; }
  std::size_t last_of(std::size_t group) const { return first_of(group) + 1; }

  void add_edge(std::size_t tail, std::size_t head, int length, int weight) {
    edges_.push_back({tail, head, length, weight});
    next_[tail].push_back(head);
  }

  void hold_groups_together() {
    for (std::size_t g = 0; g < graph_.groups.size(); ++g) {
      add_edge(first_of(g), last_of(g), 0, 1);
      const std::size_t parent = graph_.groups[g].parent;
      if (parent == kNone) continue;
      add_edge(first_of(parent), first_of(g), 0, 0);
      add_edge(last_of(g), last_of(parent), 0, 0);
    }
    for (std::size_t n = 0; n < graph_.nodes.size(); ++n) {
      const std::size_t group = graph_.nodes[n].group;
      if (group == kNone) continue;
      add_edge(first_of(group), n, 0, 0);
      add_edge(n, last_of(group), 0, 0);
    }
  }

  bool reaches(std::size_t from, std::size_t to) const {
    std::vector<bool> seen(next_.size(), false);
    std::vector<std::size_t> open = {from};
    seen[from] = true;
    while (!open.empty()) {
      const std::size_t v = open.back();
      open.pop_back();
      if (v == to) return true;
      for (const std::size_t w : next_[v]) {
        if (!seen[w]) open.push_back(w);
        seen[w] = true;
      }
    }
    return false;
  }

  // Links are taken as the author wrote them; one that closes a cycle is turned round.
  void add(const LayoutLink& link) {
    RankedLink ranked{.upper = link.from, .lower = link.to};
    ranked.is_layered = !is_loop(link) && (try_add(ranked, link) || try_turned(ranked, link));
    ranks_.links.push_back(ranked);
  }

  bool try_add(const RankedLink& ranked, const LayoutLink& link) {
    const auto& [upper, lower] = std::pair(ranked.upper, ranked.lower);
    const std::size_t tail = upper.group == kNone ? upper.node : last_of(upper.group);
    const std::size_t head = lower.group == kNone ? lower.node : first_of(lower.group);
    if (reaches(head, tail)) return false;
    add_edge(tail, head, link.length * scale_, kLinkWeight);
    return true;
  }

  bool try_turned(RankedLink& ranked, const LayoutLink& link) {
    std::swap(ranked.upper, ranked.lower);
    ranked.upwards = true;
    return try_add(ranked, link);
  }

  void measure_groups() {
    ranks_.groups.assign(graph_.groups.size(), {std::ranges::max(ranks_.nodes), 0});
    for (std::size_t n = 0; n < graph_.nodes.size(); ++n) {
      for (std::size_t g = graph_.nodes[n].group; g != kNone; g = graph_.groups[g].parent) {
        RankSpan& span = ranks_.groups[g];
        span.first = std::min(span.first, ranks_.nodes[n]);
        span.last = std::max(span.last, ranks_.nodes[n]);
      }
    }
  }

  void place_links() {
    for (std::size_t i = 0; i < ranks_.links.size(); ++i) {
      RankedLink& link = ranks_.links[i];
      const auto& [upper, lower] = std::pair(link.upper, link.lower);
      link.upper_rank =
          upper.group == kNone ? ranks_.nodes[upper.node] : ranks_.groups[upper.group].last;
      link.lower_rank =
          lower.group == kNone ? ranks_.nodes[lower.node] : ranks_.groups[lower.group].first;
      if (!link.is_layered || graph_.links[i].label_width == 0) continue;
      // Nodes stand on even ranks.
      link.label_rank = ((link.upper_rank + link.lower_rank) / 2 - 1) | 1;
    }
  }

  // Of the ranks between nodes only those that hold labels are kept.
  void drop_empty_ranks() {
    const int count = ranks_.nodes.empty() ? 0 : std::ranges::max(ranks_.nodes) + 1;
    std::vector<bool> is_kept(static_cast<std::size_t>(count), false);
    for (std::size_t rank = 0; rank < is_kept.size(); rank += scale_ == 1 ? 1 : 2) {
      is_kept[rank] = true;
    }
    for (const RankedLink& link : ranks_.links) {
      if (link.label_rank >= 0) is_kept[static_cast<std::size_t>(link.label_rank)] = true;
    }
    std::vector<int> renamed;
    for (const bool kept : is_kept) {
      renamed.push_back(ranks_.count);
      if (kept) ++ranks_.count;
    }
    const auto rename = [&renamed](int& rank) {
      if (rank >= 0) rank = renamed[static_cast<std::size_t>(rank)];
    };
    for (int& rank : ranks_.nodes) rename(rank);
    for (RankSpan& span : ranks_.groups) {
      rename(span.first);
      rename(span.last);
    }
    for (RankedLink& link : ranks_.links) {
      rename(link.upper_rank);
      rename(link.lower_rank);
      rename(link.label_rank);
    }
  }

  const LayoutGraph& graph_;
  int scale_ = 1;
  std::vector<SimplexEdge> edges_;
  std::vector<std::vector<std::size_t>> next_;
  Ranks ranks_;
};

}  // namespace

Ranks assign_ranks(const LayoutGraph& graph) { return Ranker(graph).rank(); }

}  // namespace daybook
