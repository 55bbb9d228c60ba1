// What front matter and site.json hold, whichever syntax they are written in: a tree of values
// that know their place in the file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "native/problem.h"

namespace daybook {

// Far beyond what anyone writes by hand; what is deeper or larger was made to break a program.
inline constexpr std::size_t kMaxValueDepth = 64;
inline constexpr std::size_t kMaxParsedValues = 4096;  // keys are values too
inline constexpr std::size_t kMaxValueText = 1 << 18;  // bytes, YAML's aliases written out

struct Place {
  int line = 0;    // from 1
  int column = 0;  // from 1, in code points
};

Problem error_at(Place place, std::string message);
Problem warning_at(Place place, std::string message);

enum class ValueKind { kNull, kBoolean, kNumber, kText, kList, kMapping };

struct Member;

// Moves, but does not copy: a copy would recurse.
struct Value {
  Value() = default;
  Value(ValueKind kind, Place place, std::string text = {});

  ValueKind kind = ValueKind::kNull;
  Place place;
  std::string text;             // of a scalar: its text, else as written (`true`, `0x1F`, `nan`)
  std::vector<Value> items;     // of a list
  std::vector<Member> members;  // of a mapping, each key once
};

struct Member {
  std::string key;
  Place place;  // of the key
  Value value;
};

// `value` as JSON. A number that JSON or a reader of it could not hold (nan, 0x1F, more than 15
// digits) becomes a string.
std::string to_json(const Value& value);

// `value` in a message: `a list`, `"maybe"`, `the number 3`.
std::string describe(const Value& value);

struct ParsedValue {
  std::optional<Value> value;     // nothing where the syntax is broken or a limit is passed
  std::vector<Problem> problems;  // `file` is left empty
};

// Builds a tree from the events of a parser. In a mapping, keys and values come in turn. Of a
// key that stands twice the last wins with a warning, as in Ruby's YAML, which Jekyll uses.
class ValueBuilder {
 public:
  // False where the parser has to stop; problems() then holds the reason.
  bool add(Value scalar);
  bool begin(ValueKind list_or_mapping, Place place);

  // Closes the innermost list or mapping.
  void end();

  ParsedValue take();
  std::vector<Problem>& problems() { return problems_; }

 private:
  struct Open {
    Value value;
    std::optional<Member> pending;  // a key that waits for its value
  };

  bool wants_key() const;
  bool count(const Value& value);
  void put(Value value);
  bool refuse(Place place, std::string message);

  std::vector<Open> open_;
  std::optional<Value> root_;
  std::vector<Problem> problems_;
  std::size_t values_ = 0;
  std::size_t bytes_ = 0;
};

// Turns byte offsets of a text into places, fast for offsets that ascend.
class PlaceFinder {
 public:
  // `text` must outlive the finder; `first_line` is the line of the file it begins on.
  PlaceFinder(std::string_view text, int first_line) : text_(text), first_line_(first_line) {
    place_ = {first_line, 1};
  }

  Place at(std::size_t offset);

 private:
  std::string_view text_;
  int first_line_;
  std::size_t offset_ = 0;
  Place place_;
};

}  // namespace daybook
