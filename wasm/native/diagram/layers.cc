#include "native/diagram/layers.h"

#include <algorithm>

namespace daybook {
namespace {

class LayersBuilder {
 public:
  LayersBuilder(const LayoutGraph& graph, const Ranks& ranks) : graph_(graph), ranks_(ranks) {}

  Layers build() {
    add_groups();
    for (std::size_t n = 0; n < graph_.nodes.size(); ++n) add_node(n);
    for (std::size_t link = 0; link < ranks_.links.size(); ++link) {
      layers_.link_atoms.emplace_back();
      if (ranks_.links[link].is_layered) add_chain(link);
    }
    list_atoms();
    return std::move(layers_);
  }

 private:
  void add_groups() {
    layers_.items.push_back({.kind = ItemKind::kGroup, .span = {0, ranks_.count - 1}});
    for (std::size_t g = 0; g < graph_.groups.size(); ++g) {
      add_item({.kind = ItemKind::kGroup,
                .index = g,
                .parent = layers_.item_of_group(graph_.groups[g].parent),
                .span = ranks_.groups[g]});
    }
  }

  std::size_t add_item(LayerItem item) {
    const std::size_t index = layers_.items.size();
    layers_.items[item.parent].children.push_back(index);
    layers_.items.push_back(std::move(item));
    return index;
  }

  std::size_t add_atom(LayerAtom atom) {
    layers_.atoms.push_back(std::move(atom));
    return layers_.atoms.size() - 1;
  }

  void add_node(std::size_t n) {
    const LayoutNode& node = graph_.nodes[n];
    const int rank = ranks_.nodes[n];
    const std::size_t item = add_item({.kind = ItemKind::kNode,
                                       .index = n,
                                       .parent = layers_.item_of_group(node.group),
                                       .span = {rank, rank}});
    add_atom({.item = item,
              .rank = rank,
              .left = node.width / 2,
              .right = node.width / 2 + width_of_loops(graph_, n),
              .height = node.height});
  }

  // A link to a group ends at one of its outermost nodes.
  std::size_t end_atom(const FlowTarget& target, int rank) const {
    if (target.group == kNone) return target.node;
    for (std::size_t n = 0; n < graph_.nodes.size(); ++n) {
      if (ranks_.nodes[n] == rank && is_inside(graph_.nodes[n].group, target.group)) return n;
    }
    return 0;
  }

  bool is_inside(std::size_t group, std::size_t ancestor) const {
    while (group != kNone && group != ancestor) group = graph_.groups[group].parent;
    return group == ancestor;
  }

  std::size_t container(const FlowTarget& target) const {
    return target.group == kNone ? graph_.nodes[target.node].group
                                 : graph_.groups[target.group].parent;
  }

  // The group that a link runs through on `rank`: it stays in the group of its upper end until
  // that is over, and is in the group of its lower end as soon as that begins.
  std::size_t group_at(const RankedLink& link, int rank) const {
    const std::size_t below = container(link.lower);
    std::size_t group = container(link.upper);
    while (group != kNone && !is_inside(below, group)) {
      if (rank <= ranks_.groups[group].last) return group;
      group = graph_.groups[group].parent;
    }
    const std::size_t common = group;
    for (group = below; group != common; group = graph_.groups[group].parent) {
      if (rank >= ranks_.groups[group].first) return group;
    }
    return common;
  }

  void add_chain(std::size_t index) {
    const RankedLink& link = ranks_.links[index];
    const LayoutLink& drawn = graph_.links[index];
    std::vector<std::size_t> atoms = {end_atom(link.upper, link.upper_rank)};
    std::size_t item = kNone;
    for (int rank = link.upper_rank + 1; rank < link.lower_rank; ++rank) {
      const std::size_t parent = layers_.item_of_group(group_at(link, rank));
      if (item == kNone || layers_.items[item].parent != parent) {
        item = add_item(
            {.kind = ItemKind::kChain, .index = index, .parent = parent, .span = {rank, rank}});
      }
      layers_.items[item].span.last = rank;
      LayerAtom atom{.item = item, .rank = rank};
      if (rank == link.label_rank) {
        atom.left = atom.right = drawn.label_width / 2;
        atom.height = drawn.label_height;
      }
      atoms.push_back(add_atom(atom));
    }
    atoms.push_back(end_atom(link.lower, link.lower_rank));
    for (std::size_t i = 1; i < atoms.size(); ++i) {
      layers_.atoms[atoms[i - 1]].down.push_back(atoms[i]);
      layers_.atoms[atoms[i]].up.push_back(atoms[i - 1]);
    }
    layers_.link_atoms[index] = std::move(atoms);
  }

  void list_atoms() {
    for (LayerItem& item : layers_.items) {
      item.atoms.resize(static_cast<std::size_t>(item.span.last - item.span.first) + 1);
    }
    for (std::size_t a = 0; a < layers_.atoms.size(); ++a) {
      const LayerAtom& atom = layers_.atoms[a];
      for (std::size_t item = atom.item; item != 0; item = layers_.items[item].parent) {
        LayerItem& holder = layers_.items[item];
        holder.atoms[static_cast<std::size_t>(atom.rank - holder.span.first)].push_back(a);
      }
    }
  }

  const LayoutGraph& graph_;
  const Ranks& ranks_;
  Layers layers_;
};

}  // namespace

Layers build_layers(const LayoutGraph& graph, const Ranks& ranks) {
  return LayersBuilder(graph, ranks).build();
}

bool is_loop(const LayoutLink& link) { return link.from == link.to; }

int width_of_loops(const LayoutGraph& graph, std::size_t node) {
  int width = 0;
  for (const LayoutLink& link : graph.links) {
    if (is_loop(link) && link.from.node == node) width += kLoopReach + link.label_width;
  }
  return width;
}

void number_atoms(Layers& layers) {
  std::size_t order = 0;
  std::vector<std::size_t> open = {0};
  while (!open.empty()) {
    const LayerItem& item = layers.items[open.back()];
    open.pop_back();
    if (item.kind == ItemKind::kGroup) {
      open.insert(open.end(), item.children.rbegin(), item.children.rend());
      continue;
    }
    for (const auto& atoms : item.atoms) {
      for (const std::size_t atom : atoms) layers.atoms[atom].order = order++;
    }
  }
}

std::vector<std::vector<std::size_t>> atoms_by_rank(const Layers& layers, int rank_count) {
  std::vector<std::vector<std::size_t>> ranks(static_cast<std::size_t>(rank_count));
  for (std::size_t a = 0; a < layers.atoms.size(); ++a) {
    ranks[static_cast<std::size_t>(layers.atoms[a].rank)].push_back(a);
  }
  for (auto& rank : ranks) {
    std::ranges::sort(rank, {}, [&layers](std::size_t a) { return layers.atoms[a].order; });
  }
  return ranks;
}

}  // namespace daybook
