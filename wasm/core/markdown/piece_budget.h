// How many pieces of memory a document may make. cmark aborts where there is no memory, so what it
// will ask for is estimated before, generously.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/markdown/markdown.h"
#include "core/markdown/tree.h"

namespace daybook {

// In WebAssembly at most some 40 MB; ordinary text of the greatest length makes a fifth of them.
inline constexpr std::size_t kMaxPieces = 500'000;

// Whether the next line may be read with so many pieces made, should it be a row of a table.
bool has_room_for_line(std::size_t pieces, std::string_view line);

// Whether the inline content below `document` may be, whose blocks are read and had so many bytes.
bool has_room_for_inlines(std::size_t pieces, std::size_t bytes, cmark_node* document,
                          Punctuation punctuation);

}  // namespace daybook
