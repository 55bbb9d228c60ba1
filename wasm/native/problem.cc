#include "native/problem.h"

namespace daybook {

std::string Problem::text() const {
  std::string out = file;
  if (line > 0) {
    if (!out.empty()) out += ':';
    out += std::to_string(line);
    if (column > 0) out += ':' + std::to_string(column);
  }
  if (!out.empty()) out += ": ";
  if (severity == Severity::kWarning) out += "warning: ";
  return out + message;
}

}  // namespace daybook
