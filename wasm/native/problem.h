// What the command has to tell an author about a file.
#pragma once

#include <string>

namespace daybook {

enum class Severity { kWarning, kError };

struct Problem {
  Severity severity = Severity::kError;
  std::string file;  // as the author would name it, `content/posts/a.md`; empty for the whole site
  int line = 0;      // from 1; 0 where the problem has no line
  int column = 0;    // from 1; 0 where it has no column
  std::string message;  // a lower-case clause that says what to do

  // `file:line:column: message`, with `warning: ` before the message of a warning.
  std::string text() const;
};

}  // namespace daybook
