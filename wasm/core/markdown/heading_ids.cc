#include "core/markdown/heading_ids.h"

namespace daybook {
namespace {

// The last one is no id: a browser without Trusted Types would take the heading for them.
constexpr std::string_view kPageIds[] = {
    "main",    "entries", "status", "filter",  "content",      "footnotes",    "search",
    "results", "query",   "theme",  "header",  "footer",       "nav",          "top",
    "found",   "offline", "pinned", "related", "search-query", "trustedTypes",
};

constexpr std::string_view kNameless = "section";

}  // namespace

HeadingIds::HeadingIds() {
  for (const std::string_view id : kPageIds) reserve(id);
}

void HeadingIds::reserve(std::string_view id) { taken_.emplace(id, 0); }

std::string HeadingIds::take(std::string_view wanted) {
  std::string id(wanted.empty() ? kNameless : wanted);
  const auto [entry, is_new] = taken_.emplace(id, 0);
  if (is_new) return id;
  // Entries of an unordered map stay where they are when others come.
  int& number = entry->second;
  std::string numbered;
  do {
    numbered = id;
    numbered.append("-").append(std::to_string(++number));
  } while (!taken_.emplace(numbered, 0).second);
  return numbered;
}

}  // namespace daybook
