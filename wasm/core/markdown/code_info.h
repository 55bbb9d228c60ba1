// What the info string of a fenced code block says, in the spellings of several engines:
//   Hugo        rust {linenos=inline hl_lines=[3,"6-8"] linenostart=10 title="a.rs"}
//   Zola        rust,linenos,hl_lines=3 6-8,linenostart=10,name=a.rs
//   Docusaurus  rust {3,6-8} title="a.rs" showLineNumbers
// Words that it does not know (`rust,ignore`) say nothing. Any text is an info string.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

// More in one info string are left out, and higher line numbers lowered.
inline constexpr std::size_t kMaxMarkedRanges = 100;
inline constexpr int kMaxLineNumber = 999'999;

// Lines of a block from 1 on, whatever numbers they bear; both ends are in it.
struct LineRange {
  int first = 0;
  int last = 0;
};

struct CodeInfo {
  std::string language;       // in lower case, fit for a class; empty where none is named
  std::string language_name;  // for readers: `C++`; as written where it is not a common one
  std::string title;
  std::vector<LineRange> marked;
  int first_line = 1;  // the number of the first line
  bool is_numbered = false;
};

CodeInfo parse_code_info(std::string_view info);

// False for no language, and for those that stand for plain text and for output.
bool can_be_highlighted(const CodeInfo& info);

}  // namespace daybook
