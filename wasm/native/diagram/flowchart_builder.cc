#include "native/diagram/flowchart_builder.h"

#include <utility>

#include "native/diagram/diagram_source.h"
#include "native/diagram/limits.h"

namespace daybook {
namespace {

std::string at_most(std::size_t limit, std::string_view what) {
  return "draw at most " + std::to_string(limit) + ' ' + std::string(what) + " in one diagram";
}

}  // namespace

Result<std::size_t> FlowchartBuilder::name_node(std::string_view id, int line) {
  const auto [entry, is_new] = nodes_.try_emplace(std::string(id), chart_.nodes.size());
  const std::size_t index = entry->second;
  if (is_new) {
    if (index == kMaxNodes) return diagram_error(line, at_most(kMaxNodes, "nodes"));
    chart_.nodes.push_back({.id = entry->first, .label = entry->first, .line = line});
  }
  if (!open_.empty()) open_.back().named.push_back(index);
  return index;
}

Result<> FlowchartBuilder::open_group(std::string_view id, std::string_view title, int line) {
  if (chart_.groups.size() == kMaxGroups) {
    return diagram_error(line, at_most(kMaxGroups, "subgraphs"));
  }
  if (open_.size() == kMaxGroupDepth) {
    return diagram_error(line,
                         "nest subgraphs at most " + std::to_string(kMaxGroupDepth) + " deep");
  }
  const std::size_t parent = open_.empty() ? kNone : open_.back().group;
  open_.push_back({chart_.groups.size(), {}});
  chart_.groups.push_back(
      {.id = std::string(id), .title = std::string(title), .parent = parent, .line = line});
  return Done{};
}

Result<> FlowchartBuilder::close_group(int line) {
  if (open_.empty()) return diagram_error(line, "remove this end, or open a subgraph before it");
  for (const std::size_t index : open_.back().named) {
    FlowNode& named = chart_.nodes[index];
    if (named.group == kNone) named.group = open_.back().group;
  }
  open_.pop_back();
  return Done{};
}

void FlowchartBuilder::set_direction(Direction direction) {
  if (open_.empty()) {
    chart_.direction = direction;
  } else {
    chart_.groups[open_.back().group].direction = direction;
  }
}

Result<> FlowchartBuilder::add_link(FlowLink link) {
  if (chart_.links.size() == kMaxEdges)
    return diagram_error(link.line, at_most(kMaxEdges, "links"));
  chart_.links.push_back(std::move(link));
  return Done{};
}

// Sets `targets[n]` to where node n now is.
void FlowchartBuilder::drop_nodes_that_are_groups(std::vector<FlowTarget>& targets) {
  std::unordered_map<std::string, std::size_t> groups;
  for (std::size_t i = 0; i < chart_.groups.size(); ++i) groups.try_emplace(chart_.groups[i].id, i);
  std::vector<FlowNode> kept;
  for (FlowNode& each : chart_.nodes) {
    const auto group = groups.find(each.id);
    if (group != groups.end()) {
      targets.push_back({.group = group->second});
    } else {
      targets.push_back({.node = kept.size()});
      kept.push_back(std::move(each));
    }
  }
  chart_.nodes = std::move(kept);
}

Result<Flowchart> FlowchartBuilder::finish() {
  if (!open_.empty()) {
    const FlowGroup& group = chart_.groups[open_.back().group];
    return diagram_error(group.line, "close the subgraph " + quoted(group.id) + " with end");
  }
  std::vector<FlowTarget> targets;
  drop_nodes_that_are_groups(targets);
  for (FlowLink& link : chart_.links) {
    link.from = targets[link.from.node];
    link.to = targets[link.to.node];
    for (const auto& [outer, inner] : {std::pair(link.from, link.to), {link.to, link.from}}) {
      const bool is_inside = outer.group != kNone && inner != outer &&
                             is_within(chart_, container_of(chart_, inner), outer.group);
      if (!is_inside) continue;
      return diagram_error(link.line, "link the subgraph " + quoted(chart_.groups[outer.group].id) +
                                          " with something outside it");
    }
  }
  return std::move(chart_);
}

}  // namespace daybook
