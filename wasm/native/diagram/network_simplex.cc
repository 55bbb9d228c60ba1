#include "native/diagram/network_simplex.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace daybook {
namespace {

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

// Looks at edges, after which the best answer so far has to do.
constexpr std::size_t kMaxWork = 60'000'000;

constexpr int kMaxCentreRounds = 8;

class NetworkSimplex {
 public:
  NetworkSimplex(std::size_t count, std::vector<SimplexEdge> edges)
      : edges_(std::move(edges)),
        out_(count + 1),
        in_(count + 1),
        position_(count + 1, 0),
        parent_edge_(count + 1, kNobody),
        tree_(count + 1),
        net_(count + 1, 0),
        mark_(count + 1, 0) {
    connect(count);
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      out_[edges_[e].tail].push_back(e);
      in_[edges_[e].head].push_back(e);
    }
  }

  std::vector<int> solve(Balance balance) {
    place_far_left();
    grow_tight_tree();
    measure_subtrees();
    while (work_ < kMaxWork) {
      const std::size_t leaving = find_leaving();
      if (leaving == kNobody) break;
      const std::size_t entering = find_entering(leaving);
      if (entering == kNobody) break;
      exchange(leaving, entering);
    }
    if (balance == Balance::kCentre) centre();
    position_.pop_back();
    const auto least = std::ranges::min_element(position_);
    if (least != position_.end()) {
      for (const int offset = *least; int& each : position_) each -= offset;
    }
    return std::move(position_);
  }

 private:
  // One more variable before all others holds the parts of the graph together.
  void connect(std::size_t root) {
    std::vector<bool> has_tail(root, false);
    for (const SimplexEdge& edge : edges_) has_tail[edge.head] = true;
    for (std::size_t v = 0; v < root; ++v) {
      if (!has_tail[v]) edges_.push_back({root, v, 0, 0});
    }
  }

  int slack(std::size_t e) const {
    const SimplexEdge& edge = edges_[e];
    return position_[edge.head] - position_[edge.tail] - edge.length;
  }

  std::size_t other_end(std::size_t e, std::size_t v) const {
    return edges_[e].tail == v ? edges_[e].head : edges_[e].tail;
  }

  // Every variable right behind what it must follow.
  void place_far_left() {
    std::vector<std::size_t> waits(position_.size());
    std::vector<std::size_t> ready;
    for (std::size_t v = 0; v < waits.size(); ++v) {
      waits[v] = in_[v].size();
      if (waits[v] == 0) ready.push_back(v);
    }
    for (std::size_t i = 0; i < ready.size(); ++i) {
      for (const std::size_t e : out_[ready[i]]) {
        const std::size_t head = edges_[e].head;
        position_[head] = std::max(position_[head], position_[ready[i]] + edges_[e].length);
        if (--waits[head] == 0) ready.push_back(head);
      }
    }
    assert(ready.size() == position_.size());
  }

  // A spanning tree of edges without slack, grown from the root; the parts outside are reached by
  // moving the tree towards the nearest of them.
  void grow_tight_tree() {
    std::vector<std::size_t> members = {position_.size() - 1};
    mark_[members[0]] = 1;
    for (std::size_t i = 0;;) {
      for (; i < members.size(); ++i) {
        for (const auto* side : {&out_[members[i]], &in_[members[i]]}) {
          for (const std::size_t e : *side) {
            const std::size_t v = other_end(e, members[i]);
            if (mark_[v] != 0 || slack(e) != 0) continue;
            mark_[v] = 1;
            parent_edge_[v] = e;
            tree_[v].push_back(e);
            tree_[members[i]].push_back(e);
            tree_edges_.push_back(e);
            members.push_back(v);
          }
        }
      }
      if (members.size() == position_.size()) break;
      const std::size_t nearest = find_nearest();
      const int distance = mark_[edges_[nearest].tail] != 0 ? slack(nearest) : -slack(nearest);
      for (const std::size_t v : members) position_[v] += distance;
      i = 0;
    }
    order_ = std::move(members);
    std::ranges::fill(mark_, 0);
  }

  // The edge out of the marked variables with the least slack.
  std::size_t find_nearest() const {
    std::size_t nearest = kNobody;
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      const bool crosses = (mark_[edges_[e].tail] != 0) != (mark_[edges_[e].head] != 0);
      if (crosses && (nearest == kNobody || slack(e) < slack(nearest))) nearest = e;
    }
    return nearest;
  }

  // net_[v]: the weights that leave the subtree of v less those that enter it. It is the cut value
  // of the edge above v, but for the sign.
  void measure_subtrees() {
    for (const SimplexEdge& edge : edges_) {
      net_[edge.tail] += edge.weight;
      net_[edge.head] -= edge.weight;
    }
    for (std::size_t i = order_.size() - 1; i > 0; --i) {
      const std::size_t v = order_[i];
      net_[other_end(parent_edge_[v], v)] += net_[v];
    }
  }

  // The end of a tree edge that lies away from the root.
  std::size_t child_of(std::size_t e) const {
    return parent_edge_[edges_[e].tail] == e ? edges_[e].tail : edges_[e].head;
  }

  int cut_value(std::size_t e) const {
    const std::size_t child = child_of(e);
    return edges_[e].tail == child ? net_[child] : -net_[child];
  }

  // A tree edge that had better be longer.
  std::size_t find_leaving() {
    for (std::size_t i = 0; i < tree_edges_.size(); ++i) {
      search_ = search_ + 1 < tree_edges_.size() ? search_ + 1 : 0;
      if (cut_value(tree_edges_[search_]) < 0) return search_;
    }
    return kNobody;
  }

  // Marks the subtree below `child`, and lists it.
  void mark_subtree(std::size_t child) {
    for (const std::size_t v : subtree_) mark_[v] = 0;
    subtree_ = {child};
    mark_[child] = 1;
    for (std::size_t i = 0; i < subtree_.size(); ++i) {
      const std::size_t v = subtree_[i];
      for (const std::size_t e : tree_[v]) {
        if (e == parent_edge_[v]) continue;
        subtree_.push_back(other_end(e, v));
        mark_[subtree_.back()] = 1;
      }
      work_ += tree_[v].size();
    }
  }

  enum class Way { kIn, kOut };

  // The edge into or out of the marked subtree with the least slack.
  std::size_t find_crossing(Way way) {
    std::size_t best = kNobody;
    for (const std::size_t v : subtree_) {
      const auto& candidates = way == Way::kIn ? in_[v] : out_[v];
      work_ += candidates.size();
      for (const std::size_t candidate : candidates) {
        if (mark_[other_end(candidate, v)] != 0) continue;
        if (best == kNobody || slack(candidate) < slack(best)) best = candidate;
      }
    }
    return best;
  }

  // The edge to take the place of tree_edges_[leaving]: it runs the other way between the parts
  // into which the tree falls without that, and has the least slack. Leaves the subtree marked.
  std::size_t find_entering(std::size_t leaving) {
    const std::size_t e = tree_edges_[leaving];
    const std::size_t child = child_of(e);
    mark_subtree(child);
    return find_crossing(edges_[e].tail == child ? Way::kIn : Way::kOut);
  }

  // How far the marked subtree moves until `entering` has no slack left.
  int move_to_close(std::size_t entering) const {
    return mark_[edges_[entering].tail] != 0 ? slack(entering) : -slack(entering);
  }

  void exchange(std::size_t leaving, std::size_t entering) {
    const int distance = move_to_close(entering);
    for (const std::size_t v : subtree_) position_[v] += distance;

    const std::size_t e = tree_edges_[leaving];
    const std::size_t child = child_of(e);
    const int moved = net_[child];
    const SimplexEdge& edge = edges_[entering];
    const std::size_t inner = mark_[edge.tail] != 0 ? edge.tail : edge.head;
    const std::size_t outer = other_end(entering, inner);
    add_upwards(other_end(e, child), -moved);
    add_upwards(outer, moved);
    hang_by(inner, child, entering, moved);

    std::erase(tree_[edges_[e].tail], e);
    std::erase(tree_[edges_[e].head], e);
    tree_[edge.tail].push_back(entering);
    tree_[edge.head].push_back(entering);
    tree_edges_[leaving] = entering;
  }

  void add_upwards(std::size_t v, int amount) {
    for (;; v = other_end(parent_edge_[v], v)) {
      net_[v] += amount;
      if (parent_edge_[v] == kNobody) return;
      ++work_;
    }
  }

  // Turns the subtree of `old_top` round so that `new_top` is its top, below `edge`.
  void hang_by(std::size_t new_top, std::size_t old_top, std::size_t edge, int total) {
    int below = 0;  // what the variable before this one had below it
    std::size_t above = edge;
    for (std::size_t v = new_top;;) {
      const std::size_t next_edge = parent_edge_[v];
      const int old_net = net_[v];
      net_[v] = total - below;
      below = old_net;
      parent_edge_[v] = above;
      ++work_;
      if (v == old_top) return;
      above = next_edge;
      v = other_end(next_edge, v);
    }
  }

  // A subtree below a cut value of 0 may move at no cost between its neighbours on both sides:
  // into the middle. That moves the neighbours of others, so it takes a few rounds.
  void centre() {
    bool moved = true;
    for (int round = 0; round < kMaxCentreRounds && moved; ++round) {
      moved = false;
      for (std::size_t i = 0; i < tree_edges_.size() && work_ < kMaxWork; ++i) {
        if (cut_value(tree_edges_[i]) != 0) continue;
        mark_subtree(child_of(tree_edges_[i]));
        const std::size_t before = find_crossing(Way::kIn);
        const std::size_t behind = find_crossing(Way::kOut);
        if (before == kNobody || behind == kNobody) continue;
        const int distance = (move_to_close(before) + move_to_close(behind)) / 2;
        for (const std::size_t v : subtree_) position_[v] += distance;
        moved = moved || distance != 0;
      }
    }
  }

  std::vector<SimplexEdge> edges_;
  std::vector<std::vector<std::size_t>> out_;
  std::vector<std::vector<std::size_t>> in_;
  std::vector<int> position_;
  std::vector<std::size_t> parent_edge_;        // of each variable but the root
  std::vector<std::vector<std::size_t>> tree_;  // the tree edges at each variable
  std::vector<std::size_t> tree_edges_;
  std::vector<std::size_t> order_;  // from the root down
  std::vector<int> net_;
  std::vector<char> mark_;
  std::vector<std::size_t> subtree_;  // the marked variables
  std::size_t search_ = 0;
  std::size_t work_ = 0;
};

}  // namespace

std::vector<int> solve_network_simplex(std::size_t count, std::vector<SimplexEdge> edges,
                                       Balance balance) {
  return NetworkSimplex(count, std::move(edges)).solve(balance);
}

}  // namespace daybook
