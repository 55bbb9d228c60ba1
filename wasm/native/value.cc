#include "native/value.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "core/base/json_writer.h"
#include "core/base/text.h"

namespace daybook {
namespace {

constexpr std::size_t kMaxDescribed = 40;  // bytes of a text shown in a message
constexpr std::size_t kMaxJsonDigits = 15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// True for what JSON's grammar calls a number and a double can hold.
bool is_json_number(const std::string& text) {
  const auto digits = [&text](std::size_t& at) {
    const std::size_t start = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at - start;
  };
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const bool leading_zero = at < text.size() && text[at] == '0';
  std::size_t count = digits(at);
  if (count == 0 || (leading_zero && count > 1)) return false;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = digits(++at);
    if (fraction == 0) return false;
    count += fraction;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (digits(at) == 0) return false;
  }
  return at == text.size() && count <= kMaxJsonDigits &&
         std::isfinite(std::strtod(text.c_str(), nullptr));
}

void write_scalar(JsonWriter& json, const Value& value) {
  if (value.kind == ValueKind::kNull) {
    json.raw("null");
  } else if (value.kind == ValueKind::kBoolean) {
    json.value(to_ascii_lower(value.text) == "true");
  } else if (value.kind == ValueKind::kNumber && is_json_number(value.text)) {
    json.raw(value.text);
  } else {
    json.value(value.text);
  }
}

}  // namespace

Problem error_at(Place place, std::string message) {
  return {Severity::kError, "", place.line, place.column, std::move(message)};
}

Problem warning_at(Place place, std::string message) {
  return {Severity::kWarning, "", place.line, place.column, std::move(message)};
}

Value::Value(ValueKind kind, Place place, std::string text)
    : kind(kind), place(place), text(std::move(text)) {}

std::string to_json(const Value& value) {
  struct Open {
    const Value* value;
    std::size_t next;  // of its items or members
  };
  JsonWriter json;
  std::vector<Open> open;
  for (const Value* current = &value; current != nullptr;) {
    if (current->kind == ValueKind::kList) {
      json.begin_array();
      open.push_back({current, 0});
    } else if (current->kind == ValueKind::kMapping) {
      json.begin_object();
      open.push_back({current, 0});
    } else {
      write_scalar(json, *current);
    }
    current = nullptr;
    while (!open.empty() && current == nullptr) {
      auto& [parent, next] = open.back();
      if (next < parent->items.size()) {
        current = &parent->items[next++];
      } else if (next < parent->members.size()) {
        json.key(parent->members[next].key);
        current = &parent->members[next++].value;
      } else {
        parent->kind == ValueKind::kList ? json.end_array() : json.end_object();
        open.pop_back();
      }
    }
  }
  return json.take();
}

std::string describe(const Value& value) {
  switch (value.kind) {
    case ValueKind::kNull: return "nothing";
    case ValueKind::kBoolean: return value.text;
    case ValueKind::kNumber: return "the number " + shorten(value.text, kMaxDescribed);
    case ValueKind::kText: return '"' + shorten(collapse_space(value.text), kMaxDescribed) + '"';
    case ValueKind::kList: return "a list";
    case ValueKind::kMapping: return "a mapping";
  }
  return "";
}

bool ValueBuilder::add(Value scalar) {
  if (!count(scalar)) return false;
  if (wants_key()) {
    open_.back().pending = Member{std::move(scalar.text), scalar.place, {}};
  } else {
    put(std::move(scalar));
  }
  return true;
}

bool ValueBuilder::begin(ValueKind list_or_mapping, Place place) {
  if (wants_key()) return refuse(place, "write a key as text, not as a list or mapping");
  if (open_.size() >= kMaxValueDepth) {
    return refuse(place, "nest values at most " + std::to_string(kMaxValueDepth) + " deep");
  }
  Value value(list_or_mapping, place);
  if (!count(value)) return false;
  open_.push_back({std::move(value), std::nullopt});
  return true;
}

void ValueBuilder::end() {
  assert(!open_.empty());
  Value value = std::move(open_.back().value);
  open_.pop_back();
  put(std::move(value));
}

ParsedValue ValueBuilder::take() {
  ParsedValue parsed;
  parsed.value = std::move(root_);
  parsed.problems = std::move(problems_);
  return parsed;
}

bool ValueBuilder::wants_key() const {
  return !open_.empty() && open_.back().value.kind == ValueKind::kMapping && !open_.back().pending;
}

bool ValueBuilder::count(const Value& value) {
  values_ += 1;
  bytes_ += value.text.size();
  if (values_ <= kMaxParsedValues && bytes_ <= kMaxValueText) return true;
  return refuse(value.place, "write less here; " + std::to_string(kMaxParsedValues) +
                                 " values and " + std::to_string(kMaxValueText / 1024) +
                                 " KB are the limit");
}

void ValueBuilder::put(Value value) {
  if (open_.empty()) {
    root_ = std::move(value);
    return;
  }
  Open& parent = open_.back();
  if (parent.value.kind == ValueKind::kList) {
    parent.value.items.push_back(std::move(value));
    return;
  }
  Member member = std::move(*parent.pending);
  parent.pending.reset();
  member.value = std::move(value);
  std::vector<Member>& members = parent.value.members;
  const auto twin = std::ranges::find(members, member.key, &Member::key);
  if (twin == members.end()) {
    members.push_back(std::move(member));
    return;
  }
  problems_.push_back(warning_at(
      member.place, '"' + member.key + "\" stands here again after line " +
                        std::to_string(twin->place.line) + "; the last one counts, remove one"));
  *twin = std::move(member);
}

bool ValueBuilder::refuse(Place place, std::string message) {
  problems_.push_back(error_at(place, std::move(message)));
  return false;
}

Place PlaceFinder::at(std::size_t offset) {
  if (offset < offset_) {
    offset_ = 0;
    place_ = {first_line_, 1};
  }
  for (const std::size_t end = std::min(offset, text_.size()); offset_ < end; ++offset_) {
    const auto byte = static_cast<unsigned char>(text_[offset_]);
    if (byte == '\n') {
      ++place_.line;
      place_.column = 1;
    } else if ((byte & 0xC0) != 0x80) {
      ++place_.column;
    }
  }
  return place_;
}

}  // namespace daybook
