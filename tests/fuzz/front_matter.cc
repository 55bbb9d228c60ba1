// A source file, from its first byte to its last: front matter in YAML, TOML and JSON.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/claim.h"
#include "native/front_matter.h"
#include "native/site_settings.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ReadSource read = read_source("posts/2026-01-02-a.md", text, "Europe/Berlin");
  for (const Problem& problem : read.problems) claim(!problem.message.empty(), "a message");
  return 0;
}
