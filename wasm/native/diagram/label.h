// The text of nodes, lines and messages: from Mermaid's notation to plain lines that fit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daybook {

// `raw` as it stands in the fence, quotes already taken off, as plain text: `<br>` and `\n` become
// line ends, `#quot;`, `#9829;` and `&amp;` their characters, the marks of a `markdown string` and
// simple tags (<b>, <small>) vanish. White space is collapsed, controls are dropped.
std::string plain_label(std::string_view raw);

// Lines set one below the other.
struct TextBlock {
  std::vector<std::string> lines;
  int font_size = 0;
  int width = 0;   // pixels of the widest line
  int height = 0;  // pixels of all lines

  bool empty() const { return lines.empty(); }
};

inline constexpr int kFontSize = 14;
inline constexpr int kSmallFontSize = 12;

// The distance of one line to the next.
int line_height(int font_size);

// Breaks `text` at its line ends, then between words where a line would be wider than `max_width`,
// and within a word only where that alone is wider. No lines for an empty text.
TextBlock wrap_text(std::string_view text, int max_width, int font_size = kFontSize);

// The lines joined by spaces, as one would read them out.
std::string spoken(std::string_view label);

// True where the first letter with a direction runs from right to left.
bool runs_right_to_left(std::string_view text);

}  // namespace daybook
