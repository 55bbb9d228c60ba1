// Few crossings: every item is moved past all its siblings and stays where the fewest links cross,
// until no move helps. After Bachmaier, Brandenburg, Brunner and Hübner, "Global k-Level Crossing
// Reduction" (2011), where long links move as a whole, so that they come to run straight.
#include <algorithm>
#include <utility>

#include "native/diagram/layers.h"

namespace daybook {
namespace {

constexpr int kMaxRounds = 12;
constexpr std::size_t kMaxWork = 6'000'000;  // looks at an atom or two links, per pass

class Sifter {
 public:
  explicit Sifter(Layers& layers) : layers_(layers) {}

  void sift() {
    for (int round = 0; round < kMaxRounds && improved_ && work_ < kMaxWork; ++round) {
      improved_ = false;
      for (std::size_t parent = 0; parent < layers_.items.size(); ++parent) {
        if (layers_.items[parent].children.size() > 1) sift_children(parent);
      }
    }
  }

 private:
  struct Slot {
    std::size_t item;
    std::size_t begin;  // the order of its first atom
    std::size_t size;   // how many atoms it has
  };

  void sift_children(std::size_t parent) {
    number_atoms(layers_);
    slots_.clear();
    std::size_t begin = first_order(parent);
    for (const std::size_t child : layers_.items[parent].children) {
      const std::size_t size = size_of(child);
      slots_.push_back({child, begin, size});
      begin += size;
    }
    for (const std::size_t child : std::vector(layers_.items[parent].children)) {
      if (work_ < kMaxWork) sift_item(child);
    }
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      layers_.items[parent].children[i] = slots_[i].item;
    }
  }

  std::size_t first_order(std::size_t item) const {
    std::size_t first = layers_.atoms.size();
    if (item == 0) return 0;
    for (const auto& atoms : layers_.items[item].atoms) {
      for (const std::size_t atom : atoms) first = std::min(first, layers_.atoms[atom].order);
    }
    return first;
  }

  std::size_t size_of(std::size_t item) const {
    std::size_t size = 0;
    for (const auto& atoms : layers_.items[item].atoms) size += atoms.size();
    return size;
  }

  void sift_item(std::size_t item) {
    const auto found = std::ranges::find(slots_, item, &Slot::item);
    const auto start = static_cast<std::size_t>(found - slots_.begin());
    std::size_t at = start;
    std::size_t best = start;
    int crossings = 0;  // more than at `start`
    int fewest = 0;
    for (; at > 0; --at) {
      crossings += swap_cost(at - 1);
      if (crossings < fewest) {
        fewest = crossings;
        best = at - 1;
      }
    }
    // Back to where it was, then on to the other side.
    for (; at < start; ++at) swap(at);
    crossings = 0;
    for (; at + 1 < slots_.size(); ++at) {
      crossings += swap_cost(at);
      const bool is_nearer = best < start && at + 1 - start < start - best;
      if (crossings < fewest || (crossings == fewest && fewest < 0 && is_nearer)) {
        fewest = crossings;
        best = at + 1;
      }
    }
    for (; at > best; --at) swap(at - 1);
    if (fewest < 0) improved_ = true;
  }

  // Swaps the items at `left` and `left + 1`: how many crossings more that makes.
  int swap_cost(std::size_t left) {
    const LayerItem& a = layers_.items[slots_[left].item];
    const LayerItem& b = layers_.items[slots_[left + 1].item];
    int cost = 0;
    const int last = std::min(a.span.last, b.span.last);
    for (int rank = std::max(a.span.first, b.span.first); rank <= last; ++rank) {
      for (const std::size_t u : a.atoms[static_cast<std::size_t>(rank - a.span.first)]) {
        for (const std::size_t v : b.atoms[static_cast<std::size_t>(rank - b.span.first)]) {
          cost += pair_cost(layers_.atoms[u].up, layers_.atoms[v].up, left);
          cost += pair_cost(layers_.atoms[u].down, layers_.atoms[v].down, left);
        }
      }
    }
    swap(left);
    return cost;
  }

  int pair_cost(const std::vector<std::size_t>& of_a, const std::vector<std::size_t>& of_b,
                std::size_t left) {
    int cost = 0;
    work_ += of_a.size() * of_b.size() + 1;
    for (const std::size_t x : of_a) {
      for (const std::size_t y : of_b) {
        const std::size_t order_x = layers_.atoms[x].order;
        const std::size_t order_y = layers_.atoms[y].order;
        // Two links from item to item keep their order to each other.
        const bool turns_along = (is_at(order_x, left) && is_at(order_y, left + 1)) ||
                                 (is_at(order_x, left + 1) && is_at(order_y, left));
        if (turns_along || order_x == order_y) continue;
        cost += order_x < order_y ? 1 : -1;
      }
    }
    return cost;
  }

  bool is_at(std::size_t order, std::size_t slot) const {
    return order >= slots_[slot].begin && order < slots_[slot].begin + slots_[slot].size;
  }

  void swap(std::size_t left) {
    Slot& a = slots_[left];
    Slot& b = slots_[left + 1];
    for (const auto& atoms : layers_.items[a.item].atoms) {
      for (const std::size_t atom : atoms) layers_.atoms[atom].order += b.size;
    }
    for (const auto& atoms : layers_.items[b.item].atoms) {
      for (const std::size_t atom : atoms) layers_.atoms[atom].order -= a.size;
    }
    work_ += a.size + b.size;
    b.begin = a.begin;
    a.begin = b.begin + b.size;
    std::swap(a, b);
  }

  Layers& layers_;
  std::vector<Slot> slots_;
  bool improved_ = true;
  std::size_t work_ = 0;
};

enum class Side { kUp, kDown };

// Orders everything as a walk along the links meets it, depth first, from the ends without links
// on `side` on: a tree comes out without crossings.
void order_by_walk(Layers& layers, Side side) {
  const auto& before = side == Side::kUp ? &LayerAtom::up : &LayerAtom::down;
  const auto& after = side == Side::kUp ? &LayerAtom::down : &LayerAtom::up;
  std::vector<std::size_t> met(layers.items.size(), layers.atoms.size());
  std::vector<bool> seen(layers.atoms.size(), false);
  std::size_t time = 0;
  std::vector<std::size_t> open;
  for (const bool ends_only : {true, false}) {
    for (std::size_t start = 0; start < layers.atoms.size(); ++start) {
      if (ends_only && !(layers.atoms[start].*before).empty()) continue;
      open.push_back(start);
      while (!open.empty()) {
        const std::size_t atom = open.back();
        open.pop_back();
        if (seen[atom]) continue;
        seen[atom] = true;
        for (std::size_t item = layers.atoms[atom].item; item != 0;
             item = layers.items[item].parent) {
          met[item] = std::min(met[item], time);
        }
        ++time;
        const auto& next = layers.atoms[atom].*after;
        open.insert(open.end(), next.rbegin(), next.rend());
      }
    }
  }
  for (LayerItem& item : layers.items) {
    std::ranges::stable_sort(item.children, {}, [&met](std::size_t child) { return met[child]; });
  }
  number_atoms(layers);
}

// How many pairs of links cross, all ranks together.
std::size_t count_crossings(const Layers& layers) {
  std::size_t crossings = 0;
  const int ranks = layers.items[0].span.last + 1;
  std::vector<std::size_t> ends;  // of the links of one rank, from left to right
  for (const auto& rank : atoms_by_rank(layers, ranks)) {
    ends.clear();
    for (const std::size_t atom : rank) {
      const auto first = ends.size();
      for (const std::size_t below : layers.atoms[atom].down) {
        const std::size_t end = layers.atoms[below].order;
        for (std::size_t i = 0; i < first; ++i) crossings += ends[i] > end ? 1 : 0;
        ends.push_back(end);
      }
    }
  }
  return crossings;
}

std::vector<std::vector<std::size_t>> children_of_all(const Layers& layers) {
  std::vector<std::vector<std::size_t>> children;
  for (const LayerItem& item : layers.items) children.push_back(item.children);
  return children;
}

}  // namespace

void order_layers(Layers& layers) {
  order_by_walk(layers, Side::kUp);
  Sifter(layers).sift();
  number_atoms(layers);
  const std::size_t crossings = count_crossings(layers);
  if (crossings == 0) return;
  // From the other end it may come out better.
  const auto first = children_of_all(layers);
  order_by_walk(layers, Side::kDown);
  Sifter(layers).sift();
  number_atoms(layers);
  if (count_crossings(layers) < crossings) return;
  for (std::size_t i = 0; i < first.size(); ++i) layers.items[i].children = first[i];
  number_atoms(layers);
}

}  // namespace daybook
