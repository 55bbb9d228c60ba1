#include "native/diagram/diagram_source.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "native/diagram/label.h"

namespace daybook {
namespace {

constexpr std::size_t kMaxQuotedBytes = 40;

// Takes the parts out of a body one by one and leaves blanks in their place.
class Cleaner {
 public:
  explicit Cleaner(std::string_view text) { source_.body = text; }

  Result<DiagramSource> clean() {
    // A line end of its own kind for every host is one too many.
    std::ranges::replace(source_.body, '\r', ' ');
    if (Result<> taken = take_front_matter(); !taken.ok()) return taken.error();
    for (; at_ < source_.body.size(); at_ = line_end() + 1, ++line_) {
      const std::string_view line = trim(current_line());
      if (line.starts_with("%%{") && line.find("}%%") == line.npos) {
        if (Result<> taken = take_until("}%%", "%%{"); !taken.ok()) return taken.error();
      } else if (line.starts_with("%%")) {
        blank(at_, line_end());
      } else if (line.starts_with("accTitle")) {
        take_text(line, "accTitle", source_.accessible_title);
      } else if (line.starts_with("accDescr")) {
        if (Result<> taken = take_description(line); !taken.ok()) return taken.error();
      }
    }
    return std::move(source_);
  }

 private:
  std::size_t line_end() const {
    return std::min(source_.body.find('\n', at_), source_.body.size());
  }

  std::string_view current_line() const {
    return std::string_view(source_.body).substr(at_, line_end() - at_);
  }

  void blank(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      if (source_.body[i] != '\n') source_.body[i] = ' ';
    }
  }

  Result<> take_front_matter() {
    std::size_t start = source_.body.find_first_not_of(" \t\n");
    if (start == std::string::npos || !source_.body.substr(start).starts_with("---")) return Done{};
    line_ += static_cast<int>(std::count(
        source_.body.begin(), source_.body.begin() + static_cast<std::ptrdiff_t>(start), '\n'));
    at_ = start;
    if (trim(current_line()) != "---") return Done{};
    const int first_line = line_;
    do {
      blank(at_, line_end());
      at_ = line_end() + 1;
      ++line_;
      if (at_ >= source_.body.size()) {
        return diagram_error(first_line, "close the front matter with a line `---`");
      }
      const std::string_view line = trim(current_line());
      if (line.starts_with("title:")) {
        std::string_view value = trim(line.substr(6));
        const bool in_quotes = value.size() > 1 && value.front() == value.back() &&
                               (value.front() == '"' || value.front() == '\'');
        if (in_quotes) value = value.substr(1, value.size() - 2);
        source_.title = plain_label(value);
      }
    } while (trim(current_line()) != "---");
    blank(at_, line_end());
    return Done{};
  }

  // Blanks everything from here to the end of `close`.
  Result<> take_until(std::string_view close, std::string_view open) {
    const std::size_t end = source_.body.find(close, at_);
    if (end == std::string::npos) {
      return diagram_error(line_, "close the " + std::string(open) + " with " + std::string(close));
    }
    const std::size_t start = at_;
    at_ = end + close.size();
    line_ +=
        static_cast<int>(std::count(source_.body.begin() + static_cast<std::ptrdiff_t>(start),
                                    source_.body.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    blank(start, at_);
    return Done{};
  }

  // `keyword: text`; nothing where the line only begins like that.
  bool take_text(std::string_view line, std::string_view keyword, std::string& out) {
    const std::string_view rest = trim(line.substr(keyword.size()));
    if (!rest.starts_with(':')) return false;
    out = spoken(plain_label(rest.substr(1)));
    blank(at_, line_end());
    return true;
  }

  // `accDescr: text`, or `accDescr {` with lines of text up to `}`.
  Result<> take_description(std::string_view line) {
    if (take_text(line, "accDescr", source_.accessible_description)) return Done{};
    if (!trim(line.substr(8)).starts_with('{')) return Done{};
    const std::size_t open = source_.body.find('{', at_) + 1;
    const std::size_t close = source_.body.find('}', open);
    if (close != std::string::npos) {
      source_.accessible_description =
          spoken(plain_label(std::string_view(source_.body).substr(open, close - open)));
    }
    return take_until("}", "accDescr {");
  }

  DiagramSource source_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

Result<DiagramSource> read_diagram_source(std::string_view text) { return Cleaner(text).clean(); }

Error diagram_error(int line, std::string message) {
  return {std::move(message), "line " + std::to_string(line)};
}

std::string quoted(std::string_view text) {
  return '"' + shorten(text.substr(0, std::min(text.find('\n'), text.size())), kMaxQuotedBytes) +
         '"';
}

}  // namespace daybook
