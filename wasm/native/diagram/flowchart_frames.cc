#include "native/diagram/flowchart_frames.h"

#include <algorithm>

namespace daybook {
namespace {

// The groups that no link leads out of or into, but for links of the group itself. An open group
// holds what it is linked by, a node or a closed group, so it is never empty.
std::vector<bool> find_closed_groups(const Flowchart& chart) {
  std::vector<bool> is_closed(chart.groups.size(), true);
  for (const FlowLink& link : chart.links) {
    const std::size_t from = container_of(chart, link.from);
    const std::size_t to = container_of(chart, link.to);
    for (std::size_t g = from; g != kNone; g = chart.groups[g].parent) {
      if (!is_within(chart, to, g)) is_closed[g] = false;
    }
    for (std::size_t g = to; g != kNone; g = chart.groups[g].parent) {
      if (!is_within(chart, from, g)) is_closed[g] = false;
    }
  }
  return is_closed;
}

}  // namespace

std::vector<FlowFrame> frames_of(const Flowchart& chart) {
  const std::vector<bool> is_closed = find_closed_groups(chart);
  // Outer frames first, since a parent comes before its children; turned round at the end.
  std::vector<FlowFrame> frames = {{.group = kNone, .direction = chart.direction}};
  std::vector<std::size_t> frame_of_group;  // the frame of what lies in it
  const auto frame_in = [&](std::size_t group) {
    return group == kNone ? std::size_t{0} : frame_of_group[group];
  };
  for (std::size_t g = 0; g < chart.groups.size(); ++g) {
    const std::size_t outer = frame_in(chart.groups[g].parent);
    if (!is_closed[g]) {
      frames[outer].open_groups.push_back(g);
      frame_of_group.push_back(outer);
      continue;
    }
    frames[outer].closed_groups.push_back(g);
    frame_of_group.push_back(frames.size());
    const Direction direction = chart.groups[g].direction.value_or(frames[outer].direction);
    frames.push_back({.group = g, .direction = direction});
  }
  for (std::size_t n = 0; n < chart.nodes.size(); ++n) {
    frames[frame_in(chart.nodes[n].group)].nodes.push_back(n);
  }
  for (std::size_t i = 0; i < chart.links.size(); ++i) {
    frames[frame_in(container_of(chart, chart.links[i].from))].links.push_back(i);
  }
  std::ranges::reverse(frames);
  return frames;
}

}  // namespace daybook
