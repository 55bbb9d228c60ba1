#include "browser/reply.h"

#include <emscripten.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <string>

namespace daybook {

void* make_reply(std::uint32_t status, const std::vector<Need>& needs, std::string_view body) {
  std::string lines;
  for (const Need& need : needs) {
    lines += need.url;
    lines += '\t';
    lines += need.sha256;
    lines += '\n';
  }
  const std::array<std::uint32_t, 3> head = {status, static_cast<std::uint32_t>(lines.size()),
                                             static_cast<std::uint32_t>(body.size())};
  auto* reply = static_cast<char*>(std::malloc(sizeof head + lines.size() + body.size()));
  if (reply == nullptr) std::abort();
  std::memcpy(reply, head.data(), sizeof head);
  if (!lines.empty()) std::memcpy(reply + sizeof head, lines.data(), lines.size());
  if (!body.empty()) std::memcpy(reply + sizeof head + lines.size(), body.data(), body.size());
  return reply;
}

void* make_supply_reply(const Result<Done>& supplied) {
  return supplied.ok() ? make_reply(204, {}, "") : make_reply(422, {}, supplied.error().text());
}

}  // namespace daybook

extern "C" {

// A buffer for the caller to fill; null where memory is out.
EMSCRIPTEN_KEEPALIVE void* daybook_reserve(std::size_t size) { return std::malloc(size); }

EMSCRIPTEN_KEEPALIVE void daybook_release(void* buffer) { std::free(buffer); }

}  // extern "C"
