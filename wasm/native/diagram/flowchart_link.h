// The links of a flowchart as Mermaid writes them: `-->`, `-. label .->`, `<==>|label|`.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "native/diagram/flowchart.h"
#include "native/diagram/text_cursor.h"

namespace daybook {

// True where `text` begins with a link.
bool begins_link(std::string_view text);

// Reads the link at the cursor, which begins_link() has seen, with its label; the ends stay open.
Result<FlowLink> read_link(TextCursor& cursor);

// A label as it stands between brackets or bars, its quotes taken off, as plain text.
Result<std::string> read_label(std::string_view raw, const TextCursor& cursor);

}  // namespace daybook
