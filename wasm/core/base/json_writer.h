// Writes JSON from front to back, compact, keys in the order they come.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace daybook {

class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  // The next value belongs to this key.
  JsonWriter& key(std::string_view name);

  // Invalid UTF-8 becomes U+FFFD.
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  template <std::integral Number>
  JsonWriter& value(Number number) {
    return raw(std::to_string(number));
  }

  // A value that is JSON already.
  JsonWriter& raw(std::string_view json);

  template <class Value>
  JsonWriter& member(std::string_view name, const Value& content) {
    return key(name).value(content);
  }

  // A member, unless its text is empty.
  JsonWriter& member_if(std::string_view name, std::string_view text) {
    return text.empty() ? *this : member(name, text);
  }

  // A line break before whatever comes next, for files that people and diffs read.
  JsonWriter& line();

  // The text so far, with a line break at its end where line() asked for one.
  std::string take();

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string out_;
  bool needs_comma_ = false;
  bool wants_line_ = false;
};

}  // namespace daybook
