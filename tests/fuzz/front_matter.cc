// Any file of an author's is read, or refused with a reason; so is site.json.
#include "native/front_matter.h"

#include "fuzz/fuzz.h"
#include "native/site_settings.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  read_source("posts/a.md", as_text(data, size), "Europe/Berlin");
  read_site_settings(as_text(data, size));
  return 0;
}
