#include "native/toml_value.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

namespace daybook {

// toml++ (3.3) asserts in places where it ought to report what is wrong with the text, and built
// with NDEBUG, as the shared library is, takes the assertion for granted. So it is compiled into
// this file, where an assertion throws, whatever the build; no other file may include it.
struct TomlAssertion {};
constexpr void check_toml(bool condition) {
  if (!condition) throw TomlAssertion{};
}

}  // namespace daybook

#undef NDEBUG
#undef TOML_SHARED_LIB
#undef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1
#define TOML_ASSERT(condition) ::daybook::check_toml(static_cast<bool>(condition))
#define TOML_EXCEPTIONS 1
#define TOML_MAX_NESTED_VALUES 64
#include <toml++/toml.h>

#include "core/base/text.h"
#include "native/ascii_toml.h"

namespace daybook {
namespace {

// The offset of the last quote of the string that begins at `start`, or of where it breaks off.
std::size_t end_of_string(std::string_view text, std::size_t start) {
  const char quote = text[start];
  const std::string_view rest = text.substr(start);
  const bool is_long = rest.size() > 2 && rest[1] == quote && rest[2] == quote;
  const std::string_view fence = rest.substr(0, is_long ? 3 : 1);
  std::size_t i = start + fence.size();
  while (i < text.size() && !text.substr(i).starts_with(fence)) {
    if (text[i] == '\n' && !is_long) return i;
    i += text[i] == '\\' && quote == '"' ? 2 : 1;
  }
  i += fence.size() - 1;
  // The last two of `"""a"""""` belong to the text.
  while (is_long && i + 1 < text.size() && text[i + 1] == quote) ++i;
  return std::min(i, text.size());
}

// toml++ limits how deep values nest, yet every dot of `a.b.c = 1` opens a table too, and
// destroying tables recurses. The offset of the first dot too many in one key, or npos.
std::size_t find_deep_key(std::string_view text) {
  std::size_t dots = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '#') {
      i = std::min(text.find('\n', i), text.size());
      dots = 0;
    } else if (c == '"' || c == '\'') {
      i = end_of_string(text, i);
    } else if (c == '\n' || c == '=' || c == ',' || c == '[' || c == '{') {
      dots = 0;
    } else if (c == '.' && ++dots >= kMaxValueDepth) {
      return i;
    }
  }
  return text.npos;
}

template <class Node>
std::string written(const Node& node) {
  std::ostringstream out;
  out << node;
  return std::move(out).str();
}

Place place_of(const toml::source_position& position, const AsciiToml& ascii) {
  return ascii.place(position.line, position.column);
}

Value to_scalar(const toml::node& node, Place place) {
  Value value(ValueKind::kText, place);
  if (const auto* text = node.as_string()) {
    value.text = AsciiToml::decode(text->get());
  } else if (const auto* boolean = node.as_boolean()) {
    value.kind = ValueKind::kBoolean;
    value.text = boolean->get() ? "true" : "false";
  } else if (const auto* integer = node.as_integer()) {
    value.kind = ValueKind::kNumber;
    value.text = std::to_string(integer->get());
  } else if (const auto* number = node.as_floating_point()) {
    value.kind = ValueKind::kNumber;
    value.text = written(number->get());
  } else if (const auto* date = node.as_date()) {
    value.text = written(date->get());
  } else if (const auto* time = node.as_time()) {
    value.text = written(time->get());
  } else if (const auto* date_time = node.as_date_time()) {
    value.text = written(date_time->get().date) + ' ' + written(date_time->get().time);
    if (date_time->get().offset) value.text += written(*date_time->get().offset);
  }
  return value;
}

// What lies in a table or array.
struct Child {
  const toml::key* key;  // null in an array
  const toml::node* node;
};

// toml++ keeps tables sorted by key; these are in the order of the text.
std::vector<Child> children_of(const toml::node& node) {
  std::vector<Child> children;
  if (const toml::array* array = node.as_array()) {
    for (const toml::node& item : *array) children.push_back({nullptr, &item});
  } else if (const toml::table* table = node.as_table()) {
    for (const auto& [key, value] : *table) children.push_back({&key, &value});
    std::ranges::stable_sort(children, [](const Child& a, const Child& b) {
      return a.key->source().begin < b.key->source().begin;
    });
  }
  return children;
}

// Says whether the whole tree could be given to `builder`.
bool give(const toml::table& root, const AsciiToml& ascii, ValueBuilder& builder) {
  struct Open {
    std::vector<Child> children;
    std::size_t next;
  };
  std::vector<Open> open;
  for (const toml::node* current = &root; current != nullptr;) {
    const Place place = place_of(current->source().begin, ascii);
    if (current->is_table() || current->is_array()) {
      const ValueKind kind = current->is_table() ? ValueKind::kMapping : ValueKind::kList;
      if (!builder.begin(kind, place)) return false;
      open.push_back({children_of(*current), 0});
    } else if (!builder.add(to_scalar(*current, place))) {
      return false;
    }
    current = nullptr;
    while (!open.empty() && current == nullptr) {
      auto& [children, next] = open.back();
      if (next == children.size()) {
        builder.end();
        open.pop_back();
        continue;
      }
      const auto [key, node] = children[next++];
      const bool goes_on = key == nullptr ||
                           builder.add(Value(ValueKind::kText, place_of(key->source().begin, ascii),
                                             AsciiToml::decode(key->str())));
      if (!goes_on) return false;
      current = node;
    }
  }
  return true;
}

bool asserts(std::string_view text) {
  try {
    static_cast<void>(toml::parse(text));
  } catch (const TomlAssertion&) {
    return true;
  } catch (const toml::parse_error&) {
    // Cut off in the middle.
  }
  return false;
}

// An assertion has no place, but toml++ reads from front to back: it comes as soon as the line
// that breaks it is there.
int lines_before_assertion(std::string_view text) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') ends.push_back(i + 1);
  }
  const auto line = std::ranges::partition_point(
      ends, [text](std::size_t end) { return !asserts(text.substr(0, end)); });
  return static_cast<int>(line - ends.begin());
}

// `Error while parsing key: …` in our own tone, without a letter that it saw encoded.
std::string advice(std::string_view description) {
  // Other control characters than line ends do not come so far.
  if (description.find("control characters other than TAB") != description.npos) {
    return "close the quotes on this line";
  }
  const std::string text = AsciiToml::decode(description.substr(0, description.find(", saw 'Q'")));
  return "this is not TOML: " + to_ascii_lower(text.substr(0, 1)) +
         (text.empty() ? text : text.substr(1));
}

}  // namespace

ParsedValue parse_toml(std::string_view text, int first_line) {
  ValueBuilder builder;
  bool complete = false;
  if (const std::size_t dot = find_deep_key(text); dot != text.npos) {
    builder.problems().push_back(
        error_at(PlaceFinder(text, first_line).at(dot),
                 "write keys of at most " + std::to_string(kMaxValueDepth) + " parts"));
  } else {
    const AsciiToml ascii(text, first_line);
    try {
      complete = give(toml::parse(ascii.text()), ascii, builder);
    } catch (const toml::parse_error& error) {
      builder.problems().push_back(
          error_at(place_of(error.source().begin, ascii), advice(error.description())));
    } catch (const TomlAssertion&) {
      builder.problems().push_back(
          error_at({first_line + lines_before_assertion(ascii.text()), 1},
                   "this is not TOML; check brackets, quotes and names on this line"));
    }
  }
  ParsedValue parsed = builder.take();
  if (!complete) parsed.value.reset();
  return parsed;
}

}  // namespace daybook
