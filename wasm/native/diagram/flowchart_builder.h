// Puts a flowchart together as its text is read: who is named where, and in which group.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "native/diagram/flowchart.h"

namespace daybook {

class FlowchartBuilder {
 public:
  // The node called `id`, made with its id as label where it is new. The innermost open group will
  // claim it on closing, unless another has by then.
  Result<std::size_t> name_node(std::string_view id, int line);
  FlowNode& node(std::size_t index) { return chart_.nodes[index]; }

  Result<> open_group(std::string_view id, std::string_view title, int line);
  Result<> close_group(int line);
  bool in_group() const { return !open_.empty(); }
  // Of the innermost open group, or of the whole chart.
  void set_direction(Direction direction);

  // `link` has its ends as nodes; one that bears the id of a group becomes the group in finish().
  Result<> add_link(FlowLink link);

  Result<Flowchart> finish();

 private:
  struct OpenGroup {
    std::size_t group;
    std::vector<std::size_t> named;
  };

  void drop_nodes_that_are_groups(std::vector<FlowTarget>& targets);

  Flowchart chart_;
  std::unordered_map<std::string, std::size_t> nodes_;
  std::vector<OpenGroup> open_;
};

}  // namespace daybook
