#include "native/value_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/text.h"

namespace daybook {
namespace {

void add_once(std::vector<std::string>& names, std::string name) {
  if (name.empty()) return;
  const std::string lower = to_lower(name);
  const bool is_known = std::any_of(names.begin(), names.end(), [&](const std::string& other) {
    return to_lower(other) == lower;
  });
  if (!is_known) names.push_back(std::move(name));
}

}  // namespace

std::optional<std::string> ValueReader::text(std::string_view key, const Value& value) {
  if (value.kind == ValueKind::kText || value.kind == ValueKind::kNumber) {
    return collapse_space(value.text);
  }
  wrong_type(key, value, value.kind == ValueKind::kBoolean ? "text, in quotes" : "text");
  return std::nullopt;
}

std::optional<bool> ValueReader::boolean(std::string_view key, const Value& value) {
  if (const auto truth = read_boolean(value)) return truth;
  wrong_type(key, value, "true or false");
  return std::nullopt;
}

std::optional<int> ValueReader::whole_number(std::string_view key, const Value& value) {
  if (value.kind == ValueKind::kNumber || value.kind == ValueKind::kText) {
    std::string_view digits = trim(value.text);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    int number = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    if (read.ec == std::errc() && read.ptr == end) return number;
  }
  wrong_type(key, value, "a whole number");
  return std::nullopt;
}

std::string ValueReader::language(std::string_view key, const Value& value) {
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
  std::string tag = text(key, value).value_or("");
  std::ranges::replace(tag, '_', '-');
  if (tag.find_first_not_of(kAllowed) == tag.npos) return tag;
  wrong_type(key, value, "a language tag like en or pt-BR");
  return "";
}

std::string ValueReader::web_url(std::string_view key, const Value& value) {
  std::string url = text(key, value).value_or("");
  if (url.empty() || url.starts_with("https://") || url.starts_with("http://")) return url;
  wrong_type(key, value, "an absolute URL like https://example.org/blog/");
  return "";
}

std::vector<std::string> ValueReader::names(std::string_view key, const Value& value) {
  std::vector<std::string> names;
  if (value.kind == ValueKind::kText) {
    for (const std::string_view name : split(value.text, ',')) {
      add_once(names, collapse_space(name));
    }
    return names;
  }
  for (std::string& name : texts(key, value)) add_once(names, std::move(name));
  return names;
}

std::vector<std::string> ValueReader::texts(std::string_view key, const Value& value) {
  std::vector<std::string> texts;
  if (value.kind != ValueKind::kList) {
    if (const auto text = scalar(value)) {
      texts.push_back(*text);
    } else {
      wrong_type(key, value, "a list of texts");
    }
    return texts;
  }
  for (const Value& item : value.items) {
    if (item.kind == ValueKind::kNull) continue;
    if (const auto text = scalar(item)) {
      texts.push_back(*text);
    } else {
      wrong_type(key, item, "a list of texts");
    }
  }
  return texts;
}

std::vector<Author> ValueReader::authors(std::string_view key, const Value& value) {
  std::vector<Author> authors;
  const auto add = [&](const Value& written) {
    if (written.kind == ValueKind::kNull) return;
    auto read = author(key, written);
    if (!read || read->name.empty()) return;
    const bool is_known = std::any_of(authors.begin(), authors.end(), [&](const Author& other) {
      return other.name == read->name;
    });
    if (!is_known) authors.push_back(std::move(*read));
  };
  if (value.kind == ValueKind::kList) {
    for (const Value& item : value.items) add(item);
  } else {
    add(value);
  }
  return authors;
}

std::optional<Author> ValueReader::author(std::string_view key, const Value& value) {
  if (const auto name = scalar(value)) return Author{*name, ""};
  const Value* name = value.kind == ValueKind::kMapping ? find_member(value, "name") : nullptr;
  const auto read = name == nullptr ? std::nullopt : scalar(*name);
  if (!read) {
    wrong_type(key, value, "a name or {name, url}");
    return std::nullopt;
  }
  Author author{*read, ""};
  const Value* url = find_member(value, "url");
  if (url != nullptr && url->kind != ValueKind::kNull) {
    author.url = text(std::string(key) + ".url", *url).value_or("");
  }
  return author;
}

std::optional<std::string> ValueReader::scalar(const Value& value) const {
  if (value.kind == ValueKind::kText || value.kind == ValueKind::kNumber ||
      value.kind == ValueKind::kBoolean) {
    return collapse_space(value.text);
  }
  return std::nullopt;
}

void ValueReader::error(const Value& value, std::string message) {
  problems_.push_back(error_at(value.place, std::move(message)));
}

void ValueReader::warning(Place place, std::string message) {
  problems_.push_back(warning_at(place, std::move(message)));
}

void ValueReader::wrong_type(std::string_view key, const Value& value, std::string_view wanted) {
  if (value.kind == ValueKind::kNull) return;
  error(value, "write \"" + std::string(key) + "\" as " + std::string(wanted) + "; it is " +
                   describe(value) + " here");
}

std::optional<bool> read_boolean(const Value& value) {
  if (value.kind != ValueKind::kBoolean && value.kind != ValueKind::kText) return std::nullopt;
  const std::string lower = to_ascii_lower(trim(value.text));
  if (lower == "true" || lower == "yes" || lower == "on") return true;
  if (lower == "false" || lower == "no" || lower == "off") return false;
  return std::nullopt;
}

const Value* find_member(const Value& mapping, std::string_view key) {
  const Value* found = nullptr;
  for (const Member& member : mapping.members) {
    if (member.key == key) return &member.value;
    if (found == nullptr && to_ascii_lower(member.key) == to_ascii_lower(key)) {
      found = &member.value;
    }
  }
  return found;
}

}  // namespace daybook
