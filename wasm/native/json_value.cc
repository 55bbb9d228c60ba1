#include "native/json_value.h"

#include <algorithm>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

namespace daybook {
namespace {

struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The token at or after `at`; empty at the end of `text`.
Token next_token(std::string_view text, std::size_t at) {
  constexpr std::string_view kSpace = " \t\n\r";
  constexpr std::string_view kPunctuation = ",:[]{}";
  constexpr std::string_view kEnds = " \t\n\r,:[]{}\"";
  Token token;
  token.begin = std::min(text.find_first_not_of(kSpace, at), text.size());
  if (token.begin == text.size()) {
    token.end = text.size();
  } else if (text[token.begin] == '"') {
    std::size_t i = token.begin + 1;
    while (i < text.size() && text[i] != '"') i += text[i] == '\\' ? 2 : 1;
    token.end = std::min(i + 1, text.size());
  } else if (kPunctuation.find(text[token.begin]) != kPunctuation.npos) {
    token.end = token.begin + 1;
  } else {
    token.end = std::min(text.find_first_of(kEnds, token.begin), text.size());
  }
  return token;
}

// nlohmann's SAX events carry no positions, but they come in the order of the text: each event
// belongs to the next token that is no closing or separating punctuation.
class TokenCursor {
 public:
  explicit TokenCursor(std::string_view text) : text_(text) {}

  // The offset of the next such token, which the cursor moves past.
  std::size_t next() {
    constexpr std::string_view kSilent = ",:]}";
    Token token = next_token(text_, at_);
    while (token.begin < token.end && kSilent.find(text_[token.begin]) != kSilent.npos) {
      token = next_token(text_, token.end);
    }
    at_ = token.end;
    return token.begin;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// Where the token begins at whose byte `read`, counted from 1, nlohmann gave up.
std::size_t begin_of_token(std::string_view text, std::size_t read) {
  Token token = next_token(text, 0);
  while (token.begin < token.end && token.end < read) token = next_token(text, token.end);
  return token.begin;
}

// nlohmann keeps numbers in a double.
constexpr std::string_view kOverflow = "number overflow";

// `[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while parsing
// value - invalid literal; last read: 'x'; expected '}'` without its places, which are vague.
std::string advice(std::string_view message) {
  if (message.find(kOverflow) != message.npos) return "write a smaller number, or put it in quotes";
  if (message.find("empty input") != message.npos) return "this is not JSON: there is nothing here";
  if (const auto dash = message.find(" - "); dash != message.npos) message.remove_prefix(dash + 3);
  const std::size_t read = message.find("; last read: ");
  const std::size_t expected = message.rfind("; expected ");
  std::string out = "this is not JSON: " + std::string(message.substr(0, read));
  if (read != message.npos && expected != message.npos && expected > read) {
    out += message.substr(expected);
  }
  return out;
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

  bool parse_error(std::size_t read, const std::string&,
                   const nlohmann::detail::exception& error) override {
    const std::string_view message = error.what();
    // In a string the byte that broke it says more than where the string begins.
    const bool is_in_string = message.find("invalid string") != message.npos && read > 0;
    const std::size_t start = is_in_string ? read - 1 : begin_of_token(text_, read);
    builder_.problems().push_back(error_at(places_.at(start), advice(message)));
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
