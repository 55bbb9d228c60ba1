// A manifest, which may be anything that a host answers with. What the core takes, it must be able
// to show and to search.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/blog/manifest.h"
#include "core/daybook.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)read_manifest("m/0123456789abcdef.json", bytes);
  Daybook daybook;
  if (!daybook.supply(kHeadPath, bytes).ok()) return 0;
  for (const char* url : {"", "?q=a", "archives/", "tags/", "search/", "404.html", "rss.xml",
                          "sitemap.xml", "llms.txt", "search?q=a", "posts/a/"}) {
    const auto reply = daybook.ask(url);
    if (reply.ok() && reply.value().page) (void)daybook.document(*reply.value().page);
  }
  for (const std::string& path : daybook.list_paths()) (void)daybook.page(path);
  return 0;
}
