#include "spec/spec_example.h"

#include "core/base/text.h"

namespace daybook {
namespace {

constexpr std::string_view kFence = "````````````````````````````````";
constexpr std::string_view kTab = "→";

enum class Place { kOutside, kMarkdown, kHtml };

void append_line(std::string& out, std::string_view line) {
  for (std::size_t tab = line.find(kTab); tab != std::string_view::npos; tab = line.find(kTab)) {
    out += line.substr(0, tab);
    out += '\t';
    line.remove_prefix(tab + kTab.size());
  }
  out += line;
  out += '\n';
}

}  // namespace

std::vector<SpecExample> read_examples(std::string_view spec) {
  std::vector<SpecExample> examples;
  const std::string opening = std::string(kFence) + " example";
  Place place = Place::kOutside;
  for (const std::string_view line : split(spec, '\n')) {
    if (place == Place::kOutside) {
      if (line.substr(0, opening.size()) != opening) continue;
      SpecExample& example = examples.emplace_back();
      example.number = static_cast<int>(examples.size());
      example.is_disabled = line.find("disabled") != std::string_view::npos;
      place = Place::kMarkdown;
    } else if (place == Place::kMarkdown && line == ".") {
      place = Place::kHtml;
    } else if (line == kFence) {
      place = Place::kOutside;
    } else {
      SpecExample& example = examples.back();
      append_line(place == Place::kMarkdown ? example.markdown : example.html, line);
    }
  }
  return examples;
}

std::string render_example(const SpecExample& example, Dialect dialect) {
  const auto html = render_specification(example.markdown, dialect);
  return html.ok() ? html.value() : html.error().text();
}

}  // namespace daybook
