// The C exports of search.wasm, beside those of reply.cc: the same as those of core.wasm, so that
// web/shared/core.ts opens it too. What may be asked, core/search_answer.h says.
#include <emscripten.h>

#include <cstddef>

#include "browser/reply.h"
#include "core/search_answer.h"

namespace {

daybook::Search& instance() {
  static daybook::Search search;
  return search;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void* daybook_supply(const char* url, std::size_t url_size, const char* bytes,
                                          std::size_t size) {
  return daybook::make_supply_reply(instance().supply({url, url_size}, {bytes, size}));
}

EMSCRIPTEN_KEEPALIVE void* daybook_ask(const char* url, std::size_t url_size) {
  const auto answer = daybook::answer_search(instance(), {url, url_size});
  return daybook::make_reply(static_cast<std::uint32_t>(answer.status), answer.needs, answer.body);
}

}  // extern "C"
