#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "native/diagram/layers.h"
#include "native/diagram/network_simplex.h"

namespace daybook {
namespace {

constexpr int kNodeGap = 28;
constexpr int kChainGap = 16;   // beside a link that passes
constexpr int kBorderGap = 20;  // outside a group

constexpr int kRankGap = 44;
constexpr int kLabelRankGap = 26;  // above and below the rank of a label
// Links that go far aside need height, or they would lie nearly flat.
constexpr int kFlatRun = 120;
constexpr int kMaxExtraGap = 40;

// What a straight leg of a link is worth: the more so, the longer the link; and most where it is
// the only one that its node has on that side.
constexpr int kNodeLegWeight = 2;
constexpr int kChainEndWeight = 3;
constexpr int kChainLegWeight = 8;
constexpr int kAloneWeight = 2;
constexpr int kGroupWeight = 1;

class ColumnPlacer {
 public:
  ColumnPlacer(const LayoutGraph& graph, const Ranks& ranks, const Layers& layers)
      : graph_(graph),
        layers_(layers),
        last_(static_cast<std::size_t>(ranks.count)),
        variables_(layers.items.size() + graph.groups.size()) {}

  Columns place() {
    keep_apart();
    pull_together();
    std::vector<SimplexEdge> edges = std::move(legs_);
    for (const auto& [ends, gap] : gaps_) edges.push_back({ends.first, ends.second, gap, 0});
    const auto x = solve_network_simplex(variables_, std::move(edges), Balance::kCentre);
    return to_columns(x);
  }

 private:
  // What stands last on a rank so far, from left to right.
  struct Neighbour {
    enum class Kind { kNothing, kNode, kChain, kOpening, kClosing } kind = Kind::kNothing;
    std::size_t variable = 0;
    int reach = 0;  // to its right edge
  };

  // Variables are the items' x, of groups the left border; then the groups' right borders.
  std::size_t right_of(std::size_t item) const { return layers_.items.size() + item - 1; }

  static int gap_between(Neighbour::Kind a, Neighbour::Kind b) {
    using enum Neighbour::Kind;
    if (a == kOpening || b == kClosing) return 0;  // the group says itself how far
    if (a == kClosing || b == kOpening) return kBorderGap;
    return a == kNode && b == kNode ? kNodeGap : kChainGap;
  }

  // Puts `next`, which begins `reach` to the left of its variable, behind what is there.
  void follow(int rank, const Neighbour& next, int reach) {
    Neighbour& last = last_[static_cast<std::size_t>(rank)];
    if (last.kind != Neighbour::Kind::kNothing) {
      const int gap = last.reach + gap_between(last.kind, next.kind) + reach;
      int& kept = gaps_[{last.variable, next.variable}];
      kept = std::max(kept, gap);
    }
    last = next;
  }

  void keep_apart() {
    struct Step {
      std::size_t item;
      bool closes;
    };
    std::vector<Step> open = {{0, false}};
    while (!open.empty()) {
      const auto [index, closes] = open.back();
      open.pop_back();
      const LayerItem& item = layers_.items[index];
      if (item.kind != ItemKind::kGroup) {
        add_leaf(index);
        continue;
      }
      if (index != 0) add_border(index, closes);
      if (closes) continue;
      open.push_back({index, true});
      for (auto child = item.children.rbegin(); child != item.children.rend(); ++child) {
        open.push_back({*child, false});
      }
    }
  }

  void add_leaf(std::size_t index) {
    const LayerItem& item = layers_.items[index];
    const auto kind =
        item.kind == ItemKind::kNode ? Neighbour::Kind::kNode : Neighbour::Kind::kChain;
    for (const auto& atoms : item.atoms) {
      for (const std::size_t a : atoms) {
        const LayerAtom& atom = layers_.atoms[a];
        follow(atom.rank, {kind, index, atom.right}, atom.left);
      }
    }
  }

  void add_border(std::size_t index, bool closes) {
    const LayerItem& item = layers_.items[index];
    const LayoutGroup& group = graph_.groups[item.index];
    for (int rank = item.span.first; rank <= item.span.last; ++rank) {
      if (closes) {
        follow(rank, {Neighbour::Kind::kClosing, right_of(index), 0}, group.right);
      } else {
        follow(rank, {Neighbour::Kind::kOpening, index, group.left}, 0);
      }
    }
    if (closes) legs_.push_back({index, right_of(index), group.min_width, kGroupWeight});
  }

  // For every leg of a link a variable that lies left of both its ends, and costs by the distance.
  void pull_together() {
    for (const auto& atoms : layers_.link_atoms) {
      for (std::size_t i = 1; i < atoms.size(); ++i) {
        const std::size_t a = layers_.atoms[atoms[i - 1]].item;
        const std::size_t b = layers_.atoms[atoms[i]].item;
        if (a == b) continue;
        const bool chain_above = layers_.items[a].kind == ItemKind::kChain;
        const bool chain_below = layers_.items[b].kind == ItemKind::kChain;
        int weight = chain_above && chain_below   ? kChainLegWeight
                     : chain_above || chain_below ? kChainEndWeight
                                                  : kNodeLegWeight;
        if (!chain_above && layers_.atoms[atoms[i - 1]].down.size() == 1) weight += kAloneWeight;
        if (!chain_below && layers_.atoms[atoms[i]].up.size() == 1) weight += kAloneWeight;
        legs_.push_back({variables_, a, 0, weight});
        legs_.push_back({variables_, b, 0, weight});
        ++variables_;
      }
    }
  }

  Columns to_columns(const std::vector<int>& x) const {
    Columns columns;
    columns.items.assign(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(layers_.items.size()));
    for (std::size_t g = 0; g < graph_.groups.size(); ++g) {
      columns.groups.push_back({x[g + 1], x[right_of(g + 1)]});
    }
    int left = std::numeric_limits<int>::max();
    int right = 0;
    for (const LayerAtom& atom : layers_.atoms) {
      left = std::min(left, columns.items[atom.item] - atom.left);
      right = std::max(right, columns.items[atom.item] + atom.right);
    }
    for (const RankSpan& group : columns.groups) {
      left = std::min(left, group.first);
      right = std::max(right, group.last);
    }
    for (int& item : columns.items) item -= left;
    for (RankSpan& group : columns.groups) {
      group.first -= left;
      group.last -= left;
    }
    columns.width = right - left;
    return columns;
  }

  const LayoutGraph& graph_;
  const Layers& layers_;
  std::vector<Neighbour> last_;  // by rank
  std::map<std::pair<std::size_t, std::size_t>, int> gaps_;
  std::vector<SimplexEdge> legs_;
  std::size_t variables_;
};

class RowPlacer {
 public:
  RowPlacer(const LayoutGraph& graph, const Ranks& ranks, const Layers& layers,
            const Columns& columns)
      : graph_(graph), ranks_(ranks), heights_(count(), 0), gaps_(count(), 0), pads_(count()) {
    measure_ranks(layers);
    measure_pads();
    measure_gaps(layers, columns);
  }

  Rows place() {
    Rows rows = rows_from_heights();
    // Groups that hold too little for their title get more on their last rank, inner ones first.
    for (std::size_t g = graph_.groups.size(); g > 0; --g) {
      const int height = rows.groups[g - 1].last - rows.groups[g - 1].first;
      const int missing = graph_.groups[g - 1].min_height - height;
      if (missing <= 0) continue;
      heights_[static_cast<std::size_t>(ranks_.groups[g - 1].last)] += missing;
      rows = rows_from_heights();
    }
    return rows;
  }

 private:
  // What groups that begin or end on a rank need above and below it.
  struct Pads {
    int above = 0;
    int below = 0;
  };

  std::size_t count() const { return static_cast<std::size_t>(ranks_.count); }

  void measure_ranks(const Layers& layers) {
    is_label_rank_.assign(count(), false);
    for (const LayerAtom& atom : layers.atoms) {
      int& height = heights_[static_cast<std::size_t>(atom.rank)];
      height = std::max(height, atom.height);
    }
    for (const RankedLink& link : ranks_.links) {
      if (link.label_rank >= 0) is_label_rank_[static_cast<std::size_t>(link.label_rank)] = true;
    }
  }

  void measure_pads() {
    for (std::size_t g = 0; g < graph_.groups.size(); ++g) {
      Pads sum;
      const auto [first, last] = ranks_.groups[g];
      for (std::size_t outer = g; outer != kNone; outer = graph_.groups[outer].parent) {
        if (ranks_.groups[outer].first == first) sum.above += graph_.groups[outer].top;
        if (ranks_.groups[outer].last == last) sum.below += graph_.groups[outer].bottom;
      }
      int& above = pads_[static_cast<std::size_t>(first)].above;
      int& below = pads_[static_cast<std::size_t>(last)].below;
      above = std::max(above, sum.above);
      below = std::max(below, sum.below);
    }
  }

  void measure_gaps(const Layers& layers, const Columns& columns) {
    for (std::size_t rank = 1; rank < count(); ++rank) {
      gaps_[rank] = is_label_rank_[rank] || is_label_rank_[rank - 1] ? kLabelRankGap : kRankGap;
    }
    std::vector<int> widest(count(), 0);
    for (const LayerAtom& atom : layers.atoms) {
      for (const std::size_t above : atom.up) {
        const LayerAtom& upper = layers.atoms[above];
        int& run = widest[static_cast<std::size_t>(atom.rank)];
        run = std::max(run, std::abs(columns.items[atom.item] - columns.items[upper.item]));
      }
    }
    for (std::size_t rank = 1; rank < count(); ++rank) {
      gaps_[rank] += std::clamp((widest[rank] - kFlatRun) / 8 * 2, 0, kMaxExtraGap);
    }
  }

  Rows rows_from_heights() const {
    Rows rows;
    int y = 0;
    for (std::size_t rank = 0; rank < count(); ++rank) {
      y += gaps_[rank] + pads_[rank].above;
      rows.ranks.push_back({y, y + heights_[rank]});
      y += heights_[rank] + pads_[rank].below;
      rows.outer.push_back({rows.ranks.back().first - pads_[rank].above, y});
    }
    rows.height = y;
    rows.groups.resize(graph_.groups.size());
    for (std::size_t g = 0; g < graph_.groups.size(); ++g) {
      rows.groups[g] = {rows.ranks[static_cast<std::size_t>(ranks_.groups[g].first)].first,
                        rows.ranks[static_cast<std::size_t>(ranks_.groups[g].last)].last};
    }
    for (std::size_t g = graph_.groups.size(); g > 0; --g) {
      RankSpan& span = rows.groups[g - 1];
      span.first -= graph_.groups[g - 1].top;
      span.last += graph_.groups[g - 1].bottom;
      const std::size_t parent = graph_.groups[g - 1].parent;
      if (parent == kNone) continue;
      rows.groups[parent].first = std::min(rows.groups[parent].first, span.first);
      rows.groups[parent].last = std::max(rows.groups[parent].last, span.last);
    }
    return rows;
  }

  const LayoutGraph& graph_;
  const Ranks& ranks_;
  std::vector<int> heights_;
  std::vector<int> gaps_;  // above each rank
  std::vector<Pads> pads_;
  std::vector<bool> is_label_rank_;
};

}  // namespace

Columns place_columns(const LayoutGraph& graph, const Ranks& ranks, const Layers& layers) {
  return ColumnPlacer(graph, ranks, layers).place();
}

Rows place_rows(const LayoutGraph& graph, const Ranks& ranks, const Layers& layers,
                const Columns& columns) {
  return RowPlacer(graph, ranks, layers, columns).place();
}

}  // namespace daybook
