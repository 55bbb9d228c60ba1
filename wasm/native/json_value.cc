#include "native/json_value.h"

#include <nlohmann/json.hpp>

namespace daybook {
namespace {

// nlohmann's SAX events carry no positions, but they come in the order of the text: each event
// belongs to the next token that is no punctuation.
class TokenCursor {
 public:
  explicit TokenCursor(std::string_view text) : text_(text) {}

  // The offset of the next token, which the cursor moves past.
  std::size_t next() {
    constexpr std::string_view kPunctuation = " \t\n\r,:]}";
    constexpr std::string_view kEnds = " \t\n\r,:]}[{\"";
    at_ = std::min(text_.find_first_not_of(kPunctuation, at_), text_.size());
    const std::size_t start = at_;
    if (at_ == text_.size()) return start;
    if (text_[at_] == '"') {
      for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
        if (text_[at_] == '\\') ++at_;
      }
      ++at_;
    } else if (text_[at_] == '{' || text_[at_] == '[') {
      ++at_;
    } else {
      at_ = text_.find_first_of(kEnds, at_);
    }
    at_ = std::min(at_, text_.size());
    return start;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// nlohmann keeps numbers in a double.
constexpr std::string_view kOverflow = "number overflow";

// `[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while parsing
// object key - unexpected end of input; expected string literal` without what stands before
// `unexpected`, since the place is known better here.
std::string advice(std::string_view message) {
  if (message.find(kOverflow) != message.npos) return "write a smaller number, or put it in quotes";
  if (const auto dash = message.find(" - "); dash != message.npos) message.remove_prefix(dash + 3);
  return "this is not JSON: " + std::string(message);
}

// Gives nlohmann's events to a ValueBuilder.
class JsonEvents : public nlohmann::json_sax<nlohmann::json> {
 public:
  JsonEvents(std::string_view text, int first_line)
      : text_(text), cursor_(text), places_(text, first_line) {}

  bool null() override { return scalar(ValueKind::kNull, ""); }
  bool boolean(bool value) override {
    return scalar(ValueKind::kBoolean, value ? "true" : "false");
  }
  bool number_integer(number_integer_t value) override {
    return scalar(ValueKind::kNumber, std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return scalar(ValueKind::kNumber, std::to_string(value));
  }
  bool number_float(number_float_t, const string_t& written) override {
    return scalar(ValueKind::kNumber, written);
  }
  bool string(string_t& value) override { return scalar(ValueKind::kText, value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return builder_.begin(ValueKind::kMapping, next()); }
  bool start_array(std::size_t) override { return builder_.begin(ValueKind::kList, next()); }
  bool key(string_t& name) override { return scalar(ValueKind::kText, name); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }

  bool parse_error(std::size_t read, const std::string& last_token,
                   const nlohmann::detail::exception& error) override {
    const std::string_view message = error.what();
    // Of a token that is out of place the first byte counts, of a broken string the byte that
    // broke it, which is the last one read.
    const bool in_string = message.find("invalid string") != message.npos;
    const std::size_t length = in_string ? 1 : std::max<std::size_t>(last_token.size(), 1);
    const std::size_t start = read > length ? read - length : 0;
    builder_.problems().push_back(
        error_at(places_.at(std::min(start, text_.size())), advice(message)));
    return false;
  }

  ParsedValue take() { return builder_.take(); }

 private:
  Place next() { return places_.at(cursor_.next()); }
  bool scalar(ValueKind kind, std::string text) {
    return builder_.add(Value(kind, next(), std::move(text)));
  }
  bool end() {
    builder_.end();
    return true;
  }

  std::string_view text_;
  TokenCursor cursor_;
  PlaceFinder places_;
  ValueBuilder builder_;
};

}  // namespace

ParsedValue parse_json(std::string_view text, int first_line) {
  JsonEvents events(text, first_line);
  const bool complete = nlohmann::json::sax_parse(text, &events);
  ParsedValue parsed = events.take();
  if (!complete) parsed.value.reset();
  return parsed;
}

}  // namespace daybook
