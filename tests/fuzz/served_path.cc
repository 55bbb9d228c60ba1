// Request paths of `daybook serve`: no file outside the folder, hidden or not meant to be there is
// ever named.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "fuzz/claim.h"
#include "native/dev_server.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

// A site beside a secret, with a link that leads to it.
struct ServedFolder {
  ServedFolder() : root(fs::temp_directory_path() / "daybook-fuzz-served-path") {
    fs::remove_all(root);
    fs::create_directories(root / "site/posts/a");
    for (const char* file : {"secret", "site/index.html", "site/posts/a/index.html", "site/.hidden",
                             "site/404.html", "site/a b.txt"}) {
      std::ofstream(root / file) << file;
    }
    fs::create_symlink("../secret", root / "site/link");
  }
  ~ServedFolder() { fs::remove_all(root); }

  fs::path root;
};

}  // namespace
}  // namespace daybook

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  static const ServedFolder folder;
  static const std::string inside = (folder.root / "site/").string();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const FileAnswer answer = find_file(folder.root / "site", text);
  const std::string file = answer.file.lexically_normal().string();
  claim(file.empty() || file.starts_with(inside), file);
  claim(file.find("secret") == std::string::npos && file.find("hidden") == std::string::npos, file);
  claim(answer.status != 200 || !file.empty(), "what is found is a file");
  claim(!answer.location.starts_with("//"), answer.location);
  (void)is_own_host(text);
  return 0;
}
