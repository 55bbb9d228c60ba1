// Positions that keep variables apart and edges short: Gansner, Koutsofios, North and Vo, "A
// Technique for Drawing Directed Graphs" (1993). Ranks and coordinates are both such a problem.
#pragma once

#include <cstddef>
#include <vector>

namespace daybook {

// Demands position[head] - position[tail] >= length, and costs `weight` for every step between.
struct SimplexEdge {
  std::size_t tail = 0;
  std::size_t head = 0;
  int length = 0;
  int weight = 0;
};

enum class Balance {
  kNone,
  kCentre,  // what could lie anywhere between two places at no cost comes to lie in the middle
};

// The positions of `count` variables, from 0 on, at the least cost; large inputs may get a dearer,
// but always valid answer. The edges must form no cycle.
std::vector<int> solve_network_simplex(std::size_t count, std::vector<SimplexEdge> edges,
                                       Balance balance);

}  // namespace daybook
