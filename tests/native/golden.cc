// Whole sites, byte for byte: tests/golden/<site>/content builds to tests/golden/<site>/expected.
// DAYBOOK_UPDATE_GOLDEN=1 writes what is built in its place, to be read before it is committed.
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "core/blog/manifest.h"
#include "core/daybook.h"
#include "core/search_index.h"
#include "native/build.h"
#include "native/temporary_folder.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

// Without what the manifest says of the search index, which is tested by what it finds.
std::string without_search(std::string manifest) {
  const std::size_t begin = manifest.find(",\"search\":{");
  if (begin == std::string::npos) return manifest;
  return manifest.erase(begin, manifest.find('}', begin) + 1 - begin);
}

// Site path to bytes; Daybook's own list of files is no part of the site, nor is the search index
// here. Drawn images are kept empty: their names follow from what stands on them, their bytes from
// this system's fonts.
std::map<std::string, std::string> files_in(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().filename() == ".daybook") continue;
    const std::string path = fs::relative(entry.path(), folder).generic_string();
    if (path.starts_with(kIndexFolder)) continue;
    if (path.starts_with(kSocialImageFolder)) {
      files[path] = "";
      continue;
    }
    std::string bytes = read_file(entry.path());
    files[path] = path == kHeadPath ? without_search(std::move(bytes)) : std::move(bytes);
  }
  return files;
}

}  // namespace

TEST_CASE("golden sites build as they are kept") {
  const fs::path golden = fs::path(DAYBOOK_SOURCE_FOLDER) / "tests/golden";
  for (const auto& entry : fs::directory_iterator(golden)) {
    const TemporaryFolder folder;
    folder.write("engine/engine.json",
                 R"({"core":"a/core.wasm","script":"a/app.js","style":"a/style.css"})");
    for (const char* file : {"core.wasm", "app.js", "style.css"}) {
      folder.write(std::string("engine/a/") + file);
    }
    BuildOptions options;
    options.source = entry.path() / "content";
    options.destination = folder.path() / "public";
    options.engine = folder.path() / "engine";
    options.selection.now = Timestamp{1'780'000'000, 0};
    const BuildReport report = build(options);
    for (const Problem& problem : report.problems) UNSCOPED_INFO(problem.text());
    REQUIRE(report.errors() == 0);

    const fs::path expected = entry.path() / "expected";
    if (std::getenv("DAYBOOK_UPDATE_GOLDEN") != nullptr) {
      fs::remove_all(expected);
      for (const auto& [path, bytes] : files_in(options.destination)) {
        fs::create_directories((expected / path).parent_path());
        std::ofstream(expected / path, std::ios::binary) << bytes;
      }
    }
    const auto kept = files_in(expected);
    const auto built = files_in(options.destination);
    for (const auto& [path, bytes] : built) {
      INFO(path);
      CHECK(kept.contains(path));
      if (kept.contains(path)) CHECK(kept.at(path) == bytes);
    }
    CHECK(kept.size() == built.size());
  }
}

}  // namespace daybook
