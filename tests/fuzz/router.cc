// Every address is some route; what it names stays below the site's root.
#include <string>

#include "core/base/url.h"
#include "core/blog/route.h"
#include "core/daybook.h"
#include "fuzz/fuzz.h"

namespace {

constexpr const char* kHead =
    R"({"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"a","title":"A",)"
    R"("date_published":"2025-01-01T00:00:00Z","tags":["a"],"_daybook":{"path":"a/"}}]})";

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  const std::string_view url = as_text(data, size);
  parse_route(url);
  Daybook daybook;
  demand(daybook.supply("posts.json", kHead).ok(), "the manifest is refused");
  const auto reply = daybook.ask(url);
  if (!reply.ok()) return 0;
  for (const Need& need : reply.value().needs) {
    const std::string path = decode_percent(need.url.substr(0, need.url.find('?')));
    demand(!is_absolute_url(path) && resolve_path("", path) == path, "a need outside the site");
  }
  if (reply.value().page) daybook.document(*reply.value().page);
  return 0;
}
