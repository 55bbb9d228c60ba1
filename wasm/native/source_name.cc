#include "native/source_name.h"

#include <algorithm>
#include <vector>

#include "core/base/text.h"

namespace daybook {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

int to_number(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

std::string join(const std::vector<std::string_view>& segments) {
  std::string out;
  for (const std::string_view segment : segments) {
    if (!out.empty()) out += '/';
    out += segment;
  }
  return out;
}

std::string_view without_extension(std::string_view name) {
  return is_markdown_name(name) ? name.substr(0, name.rfind('.')) : name;
}

std::string words(std::string_view slug) {
  std::string out(slug);
  for (char& c : out) {
    if (c == '-' || c == '_') c = ' ';
  }
  out = collapse_space(out);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
  return out;
}

}  // namespace

SourceName read_source_name(std::string_view file) {
  SourceName out;
  std::vector<std::string_view> folders = split(file, '/');
  std::string_view name = without_extension(folders.back());
  folders.pop_back();

  const std::string_view first = folders.empty() ? std::string_view() : folders.front();
  out.is_page = first == "pages";
  if (first == "pages" || first == "posts") folders.erase(folders.begin());
  // Jekyll's folders may lie anywhere, and mean no section.
  out.is_draft = std::erase(folders, std::string_view("_drafts")) > 0;
  std::erase(folders, std::string_view("_posts"));

  if (to_ascii_lower(name) == "index" && !folders.empty()) {
    out.is_bundle = true;
    name = folders.back();
    folders.pop_back();
  }
  out.section = join(folders);
  if (const auto found = date_at_front(name)) {
    out.date = found->date;
    if (found->length < name.size()) name.remove_prefix(found->length);
  }
  out.slug = name;
  out.title = words(name);
  return out;
}

bool is_markdown_name(std::string_view file) {
  const std::size_t dot = file.rfind('.');
  if (dot == file.npos) return false;
  const std::string extension = to_ascii_lower(file.substr(dot));
  return extension == ".md" || extension == ".markdown" || extension == ".mdx";
}

std::optional<NameDate> date_at_front(std::string_view name) {
  constexpr std::size_t kLength = 10;  // YYYY-MM-DD
  if (name.size() < kLength || name[4] != '-' || name[7] != '-') return std::nullopt;
  const std::string_view year = name.substr(0, 4);
  const std::string_view month = name.substr(5, 2);
  const std::string_view day = name.substr(8, 2);
  if (!is_digits(year) || !is_digits(month) || !is_digits(day)) return std::nullopt;
  const Date date{to_number(year), to_number(month), to_number(day)};
  if (!is_valid(date)) return std::nullopt;
  if (name.size() == kLength) return NameDate{date, kLength};
  constexpr std::string_view kSeparators = "-_ ";
  if (kSeparators.find(name[kLength]) == kSeparators.npos) return std::nullopt;
  const std::size_t slug = name.find_first_not_of(kSeparators, kLength);
  return NameDate{date, std::min(slug, name.size())};
}

std::optional<Date> date_in_path(std::string_view path) {
  const std::vector<std::string_view> segments = split(path, '/');
  for (std::size_t i = 0; i + 2 < segments.size(); ++i) {
    const std::string_view year = segments[i];
    const std::string_view month = segments[i + 1];
    const std::string_view day = segments[i + 2];
    if (year.size() != 4 || month.size() > 2 || day.size() > 2) continue;
    if (!is_digits(year) || !is_digits(month) || !is_digits(day)) continue;
    const Date date{to_number(year), to_number(month), to_number(day)};
    if (is_valid(date)) return date;
  }
  return std::nullopt;
}

}  // namespace daybook
