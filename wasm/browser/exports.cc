// The C exports of core.wasm, beside those of reply.cc. They convert values and decide nothing.
//   ask:    200 or 404 with the document, needs where more would improve it; 202 with needs
//           alone; 500 with a message.
#include <emscripten.h>

#include <cstddef>

#include "browser/reply.h"
#include "core/daybook.h"

namespace {

// A module instance is one blog. The edge may hold it; the core has no such thing.
daybook::Daybook& instance() {
  static daybook::Daybook daybook;
  return daybook;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void* daybook_supply(const char* url, std::size_t url_size, const char* bytes,
                                          std::size_t size) {
  return daybook::make_supply_reply(instance().supply({url, url_size}, {bytes, size}));
}

EMSCRIPTEN_KEEPALIVE void* daybook_ask(const char* url, std::size_t url_size) {
  const auto result = instance().ask({url, url_size});
  if (!result.ok()) return daybook::make_reply(500, {}, result.error().text());
  const daybook::Reply& reply = result.value();
  if (!reply.page) return daybook::make_reply(202, reply.needs, "");
  return daybook::make_reply(static_cast<std::uint32_t>(reply.page->status), reply.needs,
                             instance().document(*reply.page));
}

}  // extern "C"
