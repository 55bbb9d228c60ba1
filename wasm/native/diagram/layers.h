// The steps of the layered layout, in their order, and what passes between them.
#pragma once

#include <cstddef>
#include <vector>

#include "native/diagram/layered_layout.h"

namespace daybook {

// A link as it lies: from the upper to the lower of its ends.
struct RankedLink {
  FlowTarget upper;
  FlowTarget lower;
  int upper_rank = 0;
  int lower_rank = 0;
  int label_rank = -1;
  bool upwards = false;    // it was turned round, since it would close a cycle
  bool is_layered = true;  // false where neither way round puts one end above the other
};

struct RankSpan {
  int first = 0;
  int last = 0;
};

struct Ranks {
  int count = 0;
  std::vector<int> nodes;
  std::vector<RankSpan> groups;
  std::vector<RankedLink> links;
};

// Links with labels bridge a rank that holds nothing but labels.
Ranks assign_ranks(const LayoutGraph& graph);

enum class ItemKind { kGroup, kNode, kChain };

// What has one place in the order of its group, on all its ranks: a node, a group, or the part of
// a long link that runs straight through one group.
struct LayerItem {
  ItemKind kind = ItemKind::kNode;
  std::size_t index = 0;   // of the node, group or link
  std::size_t parent = 0;  // the item of its group; the root is its own
  RankSpan span;
  std::vector<std::size_t> children;            // of a group, from left to right
  std::vector<std::vector<std::size_t>> atoms;  // by rank, from span.first: all within it
};

// What stands on one rank: a node, or a link passing through.
struct LayerAtom {
  std::size_t item = 0;
  int rank = 0;
  int left = 0;  // how far it reaches from its item's x
  int right = 0;
  int height = 0;
  std::size_t order = 0;  // of all atoms from left to right; those of an item follow each other
  std::vector<std::size_t> up;  // the atoms it is linked to on the rank above
  std::vector<std::size_t> down;
};

struct Layers {
  std::vector<LayerItem> items;  // 0 is the root, then the groups, the nodes, the chains
  std::vector<LayerAtom> atoms;  // first the nodes'
  std::vector<std::vector<std::size_t>> link_atoms;  // of each layered link, from end to end

  std::size_t item_of_group(std::size_t group) const { return group == kNone ? 0 : group + 1; }
};

Layers build_layers(const LayoutGraph& graph, const Ranks& ranks);

// Sets the order of every item's children, and the atoms', so that few links cross.
void order_layers(Layers& layers);

// From the order of `children` everywhere, sets the order of atoms.
void number_atoms(Layers& layers);

// The atoms of each rank from left to right.
std::vector<std::vector<std::size_t>> atoms_by_rank(const Layers& layers, int rank_count);

// Places across the ranks.
struct Columns {
  std::vector<int> items;        // the x of nodes and chains
  std::vector<RankSpan> groups;  // left and right
  int width = 0;
};

Columns place_columns(const LayoutGraph& graph, const Ranks& ranks, const Layers& layers);

// Places along them.
struct Rows {
  std::vector<RankSpan> ranks;   // top and bottom of what stands on each
  std::vector<RankSpan> outer;   // with the margins of the groups that begin and end there
  std::vector<RankSpan> groups;  // top and bottom
  int height = 0;
};

Rows place_rows(const LayoutGraph& graph, const Ranks& ranks, const Layers& layers,
                const Columns& columns);

std::vector<LayoutRoute> route_links(const LayoutGraph& graph, const Ranks& ranks,
                                     const Layers& layers, const Columns& columns,
                                     const Rows& rows);

// How far a loop swings out from its node; further ones of the same node lie outside it.
inline constexpr int kLoopReach = 26;

// What a node needs on its right for its loops and their labels.
int width_of_loops(const LayoutGraph& graph, std::size_t node);

bool is_loop(const LayoutLink& link);

}  // namespace daybook
