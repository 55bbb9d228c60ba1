// Drawings, byte for byte: tests/native/diagrams/*.mmd and the SVG beside it.
// DAYBOOK_UPDATE_GOLDEN=1 writes what is drawn in its place, to be looked at before it is
// committed.
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "native/diagram/diagram.h"
#include "native/temporary_folder.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

}  // namespace

TEST_CASE("golden diagrams are drawn as they are kept") {
  int drawn = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(DAYBOOK_SOURCE_FOLDER) / "tests/native/diagrams")) {
    if (entry.path().extension() != ".mmd") continue;
    INFO(entry.path().filename());
    const auto diagram = draw_mermaid(read_file(entry.path()));
    REQUIRE(diagram.ok());
    const fs::path kept = fs::path(entry.path()).replace_extension(".svg");
    if (std::getenv("DAYBOOK_UPDATE_GOLDEN") != nullptr) {
      std::ofstream(kept, std::ios::binary) << diagram.value().svg;
    }
    CHECK(diagram.value().svg == read_file(kept));
    ++drawn;
  }
  CHECK(drawn == 4);
}

}  // namespace daybook
