#include "native/headers_file.h"

#include <string_view>

#include "core/daybook.h"

namespace daybook {

std::string headers_file() {
  // Named by their hashes; and what changes under its name and says what else has changed.
  constexpr std::string_view kImmutable[] = {"/a/*", "/d/*", "/i/*", "/m/*", "/s/*", "/v/*"};
  constexpr std::string_view kChanging[] = {"/posts.json", "/sw.js"};
  std::string out = "/*\n  Content-Security-Policy: ";
  out += kContentSecurityPolicy;
  out +=
      "; frame-ancestors 'none'\n"
      "  X-Content-Type-Options: nosniff\n"
      "  Referrer-Policy: strict-origin-when-cross-origin\n";
  for (const std::string_view path : kImmutable) {
    out += path;
    out += "\n  Cache-Control: public, max-age=31536000, immutable\n";
  }
  for (const std::string_view path : kChanging) {
    out += path;
    out += "\n  Cache-Control: no-cache\n";
  }
  return out;
}

}  // namespace daybook
