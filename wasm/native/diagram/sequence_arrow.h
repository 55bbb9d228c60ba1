// The arrows of sequence diagrams: `->>`, `--x`, `<<-->>`.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "native/diagram/line_style.h"

namespace daybook {

struct SequenceArrow {
  std::size_t at = 0;  // where it stands in the text
  std::size_t size = 0;
  LineStyle style = LineStyle::kSolid;
  LineEnd start = LineEnd::kPlain;
  LineEnd end = LineEnd::kPlain;
};

// The arrow that parts the participants in `text`, which is a message up to its colon.
std::optional<SequenceArrow> find_arrow(std::string_view text);

}  // namespace daybook
