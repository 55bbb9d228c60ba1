#include "native/front_matter_block.h"

#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "native/json_value.h"
#include "native/toml_value.h"
#include "native/yaml_value.h"

namespace daybook {
namespace {

constexpr std::string_view kSpace = " \t";

std::string_view line_at(std::string_view text, std::size_t start) {
  return text.substr(start, std::min(text.find('\n', start), text.size()) - start);
}

bool is_fence(std::string_view line, std::string_view fence) {
  return line.starts_with(fence) && line.find_first_not_of(kSpace, fence.size()) == line.npos;
}

// `{{< shortcode >}}`, `{% raw %}` and `{::options /}` begin a body, not a JSON object.
bool begins_json(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::size_t next = text.find_first_not_of(" \t\n", 1);
  return next == text.npos || text[next] == '"' || text[next] == '}' ||
         text.substr(0, next).find('\n') != text.npos;
}

// The offset after the `}` that closes the object at the beginning of `text`; npos without one.
std::size_t end_of_json(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      for (++i; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\') ++i;
      }
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return text.npos;
}

int count_lines(std::string_view text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

void split_json(std::string_view text, SplitText& split) {
  split.syntax = FrontMatterSyntax::kJson;
  const std::size_t end = end_of_json(text);
  if (end == text.npos) {
    split.problems.push_back(error_at({1, 1}, "close the front matter with a `}`"));
    return;
  }
  split.front_matter = text.substr(0, end);
  const std::size_t rest = text.find_first_not_of(kSpace, end);
  const std::size_t body = rest != text.npos && text[rest] == '\n' ? rest + 1 : end;
  split.body = text.substr(body);
  split.body_line = 1 + count_lines(text.substr(0, body));
}

void split_fenced(std::string_view text, std::string_view fence, SplitText& split) {
  const std::size_t start = line_at(text, 0).size() + 1;
  split.front_matter_line = 2;
  for (std::size_t at = start; at < text.size(); at += line_at(text, at).size() + 1) {
    const std::string_view line = line_at(text, at);
    const bool closes = is_fence(line, fence) ||
                        (split.syntax == FrontMatterSyntax::kYaml && is_fence(line, "..."));
    if (!closes) continue;
    split.front_matter = text.substr(start, at - start);
    split.body = text.substr(std::min(at + line.size() + 1, text.size()));
    split.body_line = 3 + count_lines(split.front_matter);
    return;
  }
  split.problems.push_back(
      error_at({1, 1}, "close the front matter with a line `" + std::string(fence) + "`"));
}

// A control character ends yaml-cpp's input silently; the other syntaxes forbid it anyway.
std::size_t find_control(std::string_view text) {
  const auto control = std::find_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
  });
  return static_cast<std::size_t>(control - text.begin());
}

ParsedValue failed(Place place, std::string message) {
  ParsedValue parsed;
  parsed.problems.push_back(error_at(place, std::move(message)));
  return parsed;
}

ParsedValue parse(const SplitText& split) {
  switch (split.syntax) {
    case FrontMatterSyntax::kYaml: return parse_yaml(split.front_matter, split.front_matter_line);
    case FrontMatterSyntax::kToml: return parse_toml(split.front_matter, split.front_matter_line);
    case FrontMatterSyntax::kJson: return parse_json(split.front_matter, split.front_matter_line);
    case FrontMatterSyntax::kNone: break;
  }
  ParsedValue none;
  none.value = Value{};
  return none;
}

}  // namespace

SplitText split_front_matter(std::string_view text) {
  SplitText split;
  if (const std::string_view first = line_at(text, 0); is_fence(first, "---")) {
    split.syntax = FrontMatterSyntax::kYaml;
    split_fenced(text, "---", split);
  } else if (is_fence(first, "+++")) {
    split.syntax = FrontMatterSyntax::kToml;
    split_fenced(text, "+++", split);
  } else if (begins_json(text)) {
    split_json(text, split);
  } else {
    split.body = text;
  }
  if (split.front_matter.size() > kMaxFrontMatterBytes) {
    split.problems.push_back(
        error_at({1, 1}, "write less front matter; " + std::to_string(split.front_matter.size()) +
                             " bytes are more than " + std::to_string(kMaxFrontMatterBytes)));
  }
  return split;
}

ParsedValue parse_front_matter(const SplitText& split) {
  if (const std::size_t at = find_control(split.front_matter); at < split.front_matter.size()) {
    return failed(PlaceFinder(split.front_matter, split.front_matter_line).at(at),
                  "remove the control character that stands here");
  }
  ParsedValue parsed = parse(split);
  if (!parsed.value) return parsed;
  if (parsed.value->kind == ValueKind::kNull) parsed.value->kind = ValueKind::kMapping;
  if (parsed.value->kind != ValueKind::kMapping) {
    parsed.problems.push_back(
        error_at(parsed.value->place,
                 "write front matter as `key: value`, not as " + describe(*parsed.value)));
    parsed.value.reset();
  }
  return parsed;
}

}  // namespace daybook
