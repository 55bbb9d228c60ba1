// Blocks of code: with a caption where they have a language or title, and line by line where lines
// are numbered, marked, or a diff's.
#pragma once

#include <string_view>

#include "core/markdown/code_info.h"
#include "core/markdown/html_output.h"

namespace daybook {

// `code` ends with a line end, or is empty. Stops early where the HTML grows past kMaxHtmlBytes.
void write_code_block(HtmlOutput& out, const CodeInfo& info, std::string_view code);

}  // namespace daybook
