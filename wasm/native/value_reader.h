// Takes values for what they are meant to be, and says where one is something else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/blog/post.h"
#include "native/value.h"

namespace daybook {

// `key` is the name of the value in messages. A null is as good as no value at all, so that
// `tags:` alone is no mistake. A value of a wrong type is an error among `problems`, and nothing.
class ValueReader {
 public:
  // `problems` must outlive the reader.
  explicit ValueReader(std::vector<Problem>& problems) : problems_(problems) {}

  // Trimmed, runs of white space one space. Numbers are text too (`title: 1984`).
  std::optional<std::string> text(std::string_view key, const Value& value);

  // Also `yes`, `no`, `on` and `off`, and all of these in quotes.
  std::optional<bool> boolean(std::string_view key, const Value& value);

  std::optional<int> whole_number(std::string_view key, const Value& value);

  // A tag like `pt-BR`; `pt_BR`, as other software writes it, becomes one. Empty for none.
  std::string language(std::string_view key, const Value& value);

  // An absolute URL of the web. Empty for none.
  std::string web_url(std::string_view key, const Value& value);

  // A list of texts, or one text of names between commas. Each once, whatever its case.
  std::vector<std::string> names(std::string_view key, const Value& value);

  // A list of texts, or one text.
  std::vector<std::string> texts(std::string_view key, const Value& value);

  // A name or `{name, url}`, or a list of these. A comma is part of a name: `Martin Luther
  // King, Jr.`
  std::vector<Author> authors(std::string_view key, const Value& value);

  void error(const Value& value, std::string message);
  void warning(Place place, std::string message);

 private:
  std::optional<std::string> scalar(const Value& value) const;
  std::optional<Author> author(std::string_view key, const Value& value);
  void wrong_type(std::string_view key, const Value& value, std::string_view wanted);

  std::vector<Problem>& problems_;
};

// What a boolean may look like in text: true, yes, on and false, no, off, in any case.
std::optional<bool> read_boolean(const Value& value);

// The value of `key` in a mapping, whatever the case of its letters; null where it has none.
const Value* find_member(const Value& mapping, std::string_view key);

}  // namespace daybook
