#include "core/base/json_writer.h"

#include <utility>

#include "core/base/text.h"

namespace daybook {

JsonWriter& JsonWriter::key(std::string_view name) {
  value(name);
  out_ += ':';
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  out_ += '"';
  append_json(out_, is_valid_utf8(text) ? std::string(text) : to_valid_utf8(text));
  out_ += '"';
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) { return raw(truth ? "true" : "false"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::line() {
  wants_line_ = true;
  return *this;
}

std::string JsonWriter::take() {
  if (wants_line_) out_ += '\n';
  return std::move(out_);
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  if (wants_line_) out_ += '\n';
  wants_line_ = false;
  out_ += bracket;
  needs_comma_ = true;
  return *this;
}

void JsonWriter::separate() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = false;
  if (wants_line_) out_ += '\n';
  wants_line_ = false;
}

}  // namespace daybook
