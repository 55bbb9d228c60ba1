// No request path leads out of the folder that is served.
#include "native/dev_server.h"

#include <algorithm>
#include <fstream>

#include "fuzz/fuzz.h"
#include "native/temporary_folder.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

// site/ with a page, a hidden file and a link to secret, which lies beside it.
class Place {
 public:
  Place() {
    fs::create_directories(site() / "a");
    for (const char* file : {"site/index.html", "site/a/index.html", "site/.hidden", "secret"}) {
      std::ofstream(folder_.path() / file) << file;
    }
    fs::create_symlink("../secret", site() / "link");
  }

  fs::path site() const { return folder_.path() / "site"; }

 private:
  TemporaryFolder folder_;
};

}  // namespace
}  // namespace daybook

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  static const Place place;
  const auto answer = find_file(place.site(), as_text(data, size));
  if (!answer.file.empty()) {
    const auto root = std::filesystem::canonical(place.site());
    const auto file = std::filesystem::canonical(answer.file);
    const bool is_below =
        std::mismatch(root.begin(), root.end(), file.begin(), file.end()).first == root.end();
    demand(is_below && !file.filename().string().starts_with('.'), file.string());
  }
  is_own_host(as_text(data, size));
  return 0;
}
