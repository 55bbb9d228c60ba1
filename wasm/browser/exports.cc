// The C exports of core.wasm. They convert values and decide nothing; web/shared/core.ts is
// their only caller.
//
// A reply is one block: u32 status, u32 size of needs, u32 size of body (little-endian), then
// both as UTF-8. Needs are lines `url TAB sha256 LF`. The caller releases it.
//   ask:    200 or 404 with the document, needs where more would improve it; 202 with needs
//           alone; 500 with a message.
//   supply: 204 taken, 422 refused with a message.
#include <emscripten.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "core/daybook.h"

namespace {

// A module instance is one blog. The edge may hold it; the core has no such thing.
daybook::Daybook& instance() {
  static daybook::Daybook daybook;
  return daybook;
}

void* make_reply(std::uint32_t status, std::string_view needs, std::string_view body) {
  const std::array<std::uint32_t, 3> head = {status, static_cast<std::uint32_t>(needs.size()),
                                             static_cast<std::uint32_t>(body.size())};
  auto* reply = static_cast<char*>(std::malloc(sizeof head + needs.size() + body.size()));
  if (reply == nullptr) std::abort();
  std::memcpy(reply, head.data(), sizeof head);
  if (!needs.empty()) std::memcpy(reply + sizeof head, needs.data(), needs.size());
  if (!body.empty()) std::memcpy(reply + sizeof head + needs.size(), body.data(), body.size());
  return reply;
}

}  // namespace

extern "C" {

// A buffer for the caller to fill; null where memory is out.
EMSCRIPTEN_KEEPALIVE void* daybook_reserve(std::size_t size) { return std::malloc(size); }

EMSCRIPTEN_KEEPALIVE void daybook_release(void* buffer) { std::free(buffer); }

EMSCRIPTEN_KEEPALIVE void* daybook_supply(const char* url, std::size_t url_size, const char* bytes,
                                          std::size_t size) {
  const auto result = instance().supply({url, url_size}, {bytes, size});
  return result.ok() ? make_reply(204, "", "") : make_reply(422, "", result.error().text());
}

EMSCRIPTEN_KEEPALIVE void* daybook_ask(const char* url, std::size_t url_size) {
  const auto result = instance().ask({url, url_size});
  if (!result.ok()) return make_reply(500, "", result.error().text());
  const daybook::Reply& reply = result.value();
  std::string needs;
  for (const daybook::Need& need : reply.needs) {
    needs += need.url;
    needs += '\t';
    needs += need.sha256;
    needs += '\n';
  }
  if (!reply.page) return make_reply(202, needs, "");
  return make_reply(static_cast<std::uint32_t>(reply.page->status), needs,
                    instance().document(*reply.page));
}

}  // extern "C"
