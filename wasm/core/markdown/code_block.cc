#include "core/markdown/code_block.h"

#include <algorithm>

#include "core/markdown/markdown.h"

namespace daybook {
namespace {

bool is_diff(const CodeInfo& info) { return info.language == "diff" || info.language == "patch"; }

bool has_line_elements(const CodeInfo& info) {
  return info.is_numbered || !info.marked.empty() || is_diff(info);
}

bool is_marked(const CodeInfo& info, int line) {
  return std::any_of(info.marked.begin(), info.marked.end(), [line](const LineRange& range) {
    return range.first <= line && line <= range.last;
  });
}

std::string_view first_line(std::string_view code) {
  const std::size_t end = code.find('\n');
  return end == std::string_view::npos ? code : code.substr(0, end + 1);
}

// Tells the lines of a diff by their first character; the two that name its files are neither
// added nor removed.
class DiffLines {
 public:
  // The class of the first line of `rest`, with a space before it.
  std::string_view class_of(std::string_view rest) {
    if (rest.starts_with("--- ") && rest.substr(first_line(rest).size()).starts_with("+++ ")) {
      names_left_ = 2;
    }
    if (names_left_ > 0) {
      --names_left_;
      return {};
    }
    return rest.starts_with('+') ? " is-added" : rest.starts_with('-') ? " is-removed" : "";
  }

 private:
  int names_left_ = 0;
};

void write_lines(HtmlOutput& out, const CodeInfo& info, std::string_view rest) {
  DiffLines diff;
  for (int line = 1; !rest.empty() && out.html().size() <= kMaxHtmlBytes; ++line) {
    const std::string_view text = first_line(rest);
    out.raw("<span class=\"code-line");
    if (is_marked(info, line)) out.raw(" is-marked");
    if (is_diff(info)) out.raw(diff.class_of(rest));
    if (info.is_numbered) {
      out.raw("\" data-line=\"");
      out.number(info.first_line + line - 1);
    }
    out.raw("\">");
    out.text(text);
    out.raw("</span>");
    rest.remove_prefix(text.size());
  }
}

// That something is mere text need not be said.
bool names_language(const CodeInfo& info) {
  return !info.language.empty() && info.language_name != "Text";
}

void write_caption(HtmlOutput& out, const CodeInfo& info) {
  out.raw("<figcaption>");
  if (!info.title.empty()) {
    out.raw("<span class=\"code-title\">");
    out.text(info.title);
    out.raw("</span>");
  }
  if (names_language(info)) {
    out.raw("<span class=\"code-language\">");
    out.text(info.language_name);
    out.raw("</span>");
  }
  out.raw("</figcaption>\n");
}

}  // namespace

void write_code_block(HtmlOutput& out, const CodeInfo& info, std::string_view code) {
  const bool has_caption = names_language(info) || !info.title.empty();
  out.line();
  if (has_caption) {
    out.raw("<figure class=\"code\"");
    if (has_line_elements(info)) out.raw(" data-lines");
    out.raw(">");
    write_caption(out, info);
  }
  // Wide code scrolls, and by the keyboard only what can have the focus does.
  out.raw("<pre tabindex=\"0\"><code");
  if (!info.language.empty()) {
    out.raw(" class=\"language-");
    out.text(info.language);
    out.raw("\"");
  }
  out.raw(">");
  if (has_line_elements(info)) {
    write_lines(out, info, code);
  } else {
    out.text(code);
  }
  out.raw("</code></pre>");
  out.raw(has_caption ? "</figure>\n" : "\n");
}

}  // namespace daybook
