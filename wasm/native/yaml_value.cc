#include "native/yaml_value.h"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace daybook {
namespace {

// Thrown through yaml-cpp's parser to end it once there is a problem.
struct Stop {};

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (text == word) return true;
  }
  return false;
}

bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (is_one_of(text, {".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"})) return true;
  const auto only = [](std::string_view digits, std::string_view allowed) {
    return !digits.empty() && digits.find_first_not_of(allowed) == digits.npos;
  };
  if (text.starts_with("0x")) return only(text.substr(2), "0123456789abcdefABCDEF");
  if (text.starts_with("0o")) return only(text.substr(2), "01234567");
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t exponent = text.find_first_of("eE");
  if (exponent != text.npos) {
    std::string_view power = text.substr(exponent + 1);
    if (power.starts_with('-') || power.starts_with('+')) power.remove_prefix(1);
    if (!only(power, kDigits)) return false;
    text = text.substr(0, exponent);
  }
  const std::size_t point = text.find('.');
  if (point == text.npos) return only(text, kDigits);
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = text.substr(point + 1);
  return (only(whole, kDigits) || whole.empty()) && (only(fraction, kDigits) || fraction.empty()) &&
         whole.size() + fraction.size() > 0;
}

// YAML 1.2's core schema. Yes, no, on and off are text here; whoever wants a boolean takes them.
ValueKind plain_kind(std::string_view text) {
  if (is_one_of(text, {"", "~", "null", "Null", "NULL"})) return ValueKind::kNull;
  if (is_one_of(text, {"true", "True", "TRUE", "false", "False", "FALSE"})) {
    return ValueKind::kBoolean;
  }
  return is_number(text) ? ValueKind::kNumber : ValueKind::kText;
}

// yaml-cpp (0.7) closes quotes at the end of the text by itself. False where the scalar at the
// beginning of `text`, after its tag and anchor, is quoted and has no other end.
bool has_closed_quotes(std::string_view text) {
  while (text.starts_with('&') || text.starts_with('!')) {
    text.remove_prefix(std::min(text.find_first_of(" \t\n"), text.size()));
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n"), text.size()));
  }
  const char quote = text.empty() ? '\0' : text.front();
  if (quote != '"' && quote != '\'') return true;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 == text.size() || text[i + 1] != quote) return true;
      ++i;  // A quote in single quotes is written twice.
    }
  }
  return false;
}

// Gives yaml-cpp's events to a ValueBuilder, and keeps them, so that an alias can give those of
// its anchor again.
class YamlEvents : public YAML::EventHandler {
 public:
  YamlEvents(std::string_view text, int first_line) : text_(text), places_(text, first_line) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    scalar(ValueKind::kNull, mark, anchor, "");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    const bool is_text = tag == "!" || tag == "tag:yaml.org,2002:str";  // quoted, or said so
    scalar(is_text ? ValueKind::kText : plain_kind(text), mark, anchor, text);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const Span span = anchored_[anchor];
    if (span.begin == span.end) {
      builder_.problems().push_back(
          error_at(place(mark), "write this out; an alias cannot stand inside what it names"));
      throw Stop{};
    }
    for (std::size_t i = span.begin; i < span.end; ++i) {
      Event again = events_[i];
      again.place = place(mark);
      give(std::move(again));
    }
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    begin(ValueKind::kList, mark, anchor);
  }
  void OnSequenceEnd() override { end(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    begin(ValueKind::kMapping, mark, anchor);
  }
  void OnMapEnd() override { end(); }

  Place place(const YAML::Mark& mark) { return places_.at(offset(mark)); }

  ValueBuilder& builder() { return builder_; }

 private:
  std::size_t offset(const YAML::Mark& mark) const {
    return mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(mark.pos), text_.size());
  }

  enum class Step { kScalar, kBegin, kEnd };

  struct Event {
    Step step;
    ValueKind kind;
    Place place;
    std::string text;
  };

  // Indices of events; empty as long as the anchor's value is not complete.
  struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  struct Open {
    YAML::anchor_t anchor;
    std::size_t begin;
  };

  void scalar(ValueKind kind, const YAML::Mark& mark, YAML::anchor_t anchor, std::string text) {
    if (!has_closed_quotes(text_.substr(offset(mark)))) {
      builder_.problems().push_back(error_at(place(mark), "close the quotes that begin here"));
      throw Stop{};
    }
    const std::size_t begin = events_.size();
    give({Step::kScalar, kind, place(mark), std::move(text)});
    anchored_[anchor] = {begin, events_.size()};
  }

  void begin(ValueKind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    open_.push_back({anchor, events_.size()});
    give({Step::kBegin, kind, place(mark), ""});
  }

  void end() {
    give({Step::kEnd, ValueKind::kNull, {}, ""});
    anchored_[open_.back().anchor] = {open_.back().begin, events_.size()};
    open_.pop_back();
  }

  void give(Event event) {
    bool goes_on = true;
    if (event.step == Step::kScalar) {
      goes_on = builder_.add(Value(event.kind, event.place, event.text));
    } else if (event.step == Step::kBegin) {
      goes_on = builder_.begin(event.kind, event.place);
    } else {
      builder_.end();
    }
    if (!goes_on) throw Stop{};
    events_.push_back(std::move(event));
  }

  std::string_view text_;
  PlaceFinder places_;
  ValueBuilder builder_;
  std::vector<Event> events_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Span> anchored_;  // YAML::NullAnchor, which nothing names, too
};

// What to do about each of yaml-cpp's messages that authors meet.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kAdvice = {{
    {"illegal map value", "put the whole value in quotes, since it holds a colon and a space"},
    {"end of map not found", "check the quotes and the indentation on this line"},
    {"end of map flow", "close the braces, or put the value in quotes"},
    {"end of sequence flow", "close the brackets, or put the value in quotes"},
    {"end of sequence not found", "check the quotes and the indentation on this line"},
    {"illegal tab", "indent with spaces instead of tabs"},
    {"illegal EOF in scalar", "close the quotes"},
    {"unknown token", "put a value that begins with @, ` or % in quotes"},
    {"unknown escape character", "use single quotes, or double each backslash"},
}};

std::string advice(std::string_view message) {
  for (const auto& [beginning, what_to_do] : kAdvice) {
    if (message.starts_with(beginning)) {
      return std::string(what_to_do) + " (YAML: " + std::string(message) + ")";
    }
  }
  return "this is not YAML: " + std::string(message);
}

}  // namespace

ParsedValue parse_yaml(std::string_view text, int first_line) {
  YamlEvents events(text, first_line);
  ValueBuilder& builder = events.builder();
  bool complete = false;
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(events)) builder.add(Value());
    if (parser) {
      builder.problems().push_back(
          error_at({first_line, 1}, "write one YAML document; `---` begins a second one here"));
    } else {
      complete = true;
    }
  } catch (const Stop&) {
    // The builder says which.
  } catch (const YAML::Exception& error) {
    builder.problems().push_back(error_at(events.place(error.mark), advice(error.msg)));
  }
  ParsedValue parsed = builder.take();
  if (!complete) parsed.value.reset();
  return parsed;
}

}  // namespace daybook
