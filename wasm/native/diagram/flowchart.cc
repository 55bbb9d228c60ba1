#include "native/diagram/flowchart.h"

#include <algorithm>

#include "native/diagram/label.h"

namespace daybook {
namespace {

// More than this nobody listens to.
constexpr std::size_t kMaxNamed = 12;

std::string name_of(const Flowchart& chart, const FlowTarget& target) {
  if (target.group != kNone) return spoken(chart.groups[target.group].title);
  const FlowNode& node = chart.nodes[target.node];
  if (node.shape == NodeShape::kStart) return "start";
  if (node.shape == NodeShape::kEnd) return "end";
  return spoken(node.label.empty() ? node.id : node.label);
}

}  // namespace

std::optional<Direction> direction_of(std::string_view word) {
  if (word == "TB" || word == "TD") return Direction::kDown;
  if (word == "BT") return Direction::kUp;
  if (word == "LR") return Direction::kRight;
  if (word == "RL") return Direction::kLeft;
  return std::nullopt;
}

bool is_within(const Flowchart& chart, std::size_t group, std::size_t ancestor) {
  while (group != kNone && group != ancestor) group = chart.groups[group].parent;
  return group != kNone;
}

std::size_t container_of(const Flowchart& chart, const FlowTarget& target) {
  return target.group == kNone ? chart.nodes[target.node].group : chart.groups[target.group].parent;
}

std::string describe(const Flowchart& chart, std::string_view kind) {
  std::string out(kind);
  if (chart.links.empty()) {
    for (std::size_t i = 0; i < std::min(chart.nodes.size(), kMaxNamed); ++i) {
      out += (i == 0 ? ": " : ", ") + name_of(chart, {.node = i});
    }
    if (chart.nodes.size() > kMaxNamed) out += " …";
    return out;
  }
  std::size_t named = 0;
  for (const FlowLink& link : chart.links) {
    if (link.style == LineStyle::kHidden) continue;
    if (named == kMaxNamed) return out + " …";
    out += (named == 0 ? ": " : "; ") + name_of(chart, link.from);
    out += link.end == LineEnd::kPlain && link.start == LineEnd::kPlain ? " – " : " → ";
    out += name_of(chart, link.to);
    if (!link.label.empty()) out += " (" + spoken(link.label) + ')';
    ++named;
  }
  return out;
}

}  // namespace daybook
