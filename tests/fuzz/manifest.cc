// A manifest from anywhere is taken or refused, and pages can be asked for either way.
#include <string>

#include "core/blog/published_source.h"
#include "core/daybook.h"
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  const std::string_view text = as_text(data, size);
  Daybook daybook;
  const bool is_taken = daybook.supply("posts.json", text).ok();
  for (const char* url : {"", "?q=tag:a+b", "page/2/", "archives/", "tags/a/", "views/a/",
                          "feed.json", "offline/list.json?of=", "search?q=a", "x/"}) {
    const auto reply = daybook.ask(url);
    if (reply.ok() && reply.value().page) daybook.document(*reply.value().page);
    demand(is_taken || !reply.ok() || !reply.value().page, "a page without a manifest");
  }
  read_published_source(text);
  return 0;
}
