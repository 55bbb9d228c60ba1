// Errors as values: Result<T> holds a T or the Error that kept it from being made.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace daybook {

// What went wrong and where. `message` is a lower-case clause that says what to do;
// `where` names the place in the author's terms, `posts/a.md:3:7`, and may be empty.
struct Error {
  std::string message;
  std::string where;

  // `where: message`, as compilers print it.
  std::string text() const { return where.empty() ? message : where + ": " + message; }
};

// Success without a value.
struct Done {};

template <class T = Done>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  // Only after ok().
  T& value() & {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  const T& value() const& {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  T value() && {
    assert(ok());
    return std::move(*std::get_if<T>(&state_));
  }

  // Only after !ok().
  const Error& error() const& {
    assert(!ok());
    return *std::get_if<Error>(&state_);
  }
  Error error() && {
    assert(!ok());
    return std::move(*std::get_if<Error>(&state_));
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace daybook

#define DAYBOOK_JOIN_(a, b) a##b
#define DAYBOOK_JOIN(a, b) DAYBOOK_JOIN_(a, b)
#define DAYBOOK_TRY_(result, declaration, expression) \
  auto result = (expression);                         \
  if (!result.ok()) return std::move(result).error(); \
  declaration = std::move(result).value()

// TRY(auto post, read_post(bytes)); declares `post`, or returns the error to the caller.
#define TRY(declaration, expression) \
  DAYBOOK_TRY_(DAYBOOK_JOIN(try_result_, __LINE__), declaration, expression)
