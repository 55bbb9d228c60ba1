#include "native/image_size.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace daybook {
namespace {

using namespace std::string_literals;

std::string jpeg(char orientation) {
  std::string file = "\xFF\xD8"s;
  file += "\xFF\xE1\x00\x22"s + "Exif\0\0MM\0\x2A\0\0\0\x08"s;
  file += "\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0\0\0\0\0"s;
  file += "\xFF\xC0\x00\x11\x08\x01\x90\x02\x80\x03"s;
  return file;
}

}  // namespace

TEST_CASE("the size of a picture is in its first bytes") {
  struct Row {
    const char* what;
    std::string bytes;
    std::optional<ImageSize> size;
  };
  const std::string webp = "RIFF\0\0\0\0WEBP"s;
  for (const Row& row : {
           Row{"PNG", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\x90"s, {{640, 400}}},
           Row{"PNG cut short", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\x80\0\0"s, {}},
           Row{"GIF", "GIF89a\x80\x02\x90\x01"s, {{640, 400}}},
           Row{"JPEG upright", jpeg('\x01'), {{640, 400}}},
           Row{"JPEG on its side", jpeg('\x06'), {{400, 640}}},
           Row{"JPEG cut short", jpeg('\x01').substr(0, 30), {}},
           Row{"WebP lossy",
               webp + "VP8 \0\0\0\0\0\0\0\x9D\x01\x2A\x80\x02\x90\x01\0"s,
               {{640, 400}}},
           Row{"WebP lossless", webp + "VP8L\0\0\0\0\x2F\x7F\xC2\x63\0\0\0\0\0\0\0"s, {{640, 400}}},
           Row{"WebP extended",
               webp + "VP8X\x0A\0\0\0\0\0\0\0\x7F\x02\0\x8F\x01\0\0"s,
               {{640, 400}}},
           Row{"AVIF",
               "\0\0\0\x1C" +
                   "ftypavif\0\0\0\0avifmif1\0\0\0\x14ispe\0\0\0\0\0\0\x02\x80\0\0\x01\x90"s,
               {{640, 400}}},
           Row{"SVG",
               "<?xml version=\"1.0\"?><svg xmlns='x' width='640px' height=\"400\">",
               {{640, 400}}},
           Row{"SVG with a view box",
               "<svg stroke-width=\"2\" viewBox=\"0,0, 640 399.6\">",
               {{640, 400}}},
           Row{"SVG without a size", "<svg width=\"100%\">", {}},
           Row{"SVG cut short", "<svg width=\"100\" height=\"2", {}},
           Row{"nothing", "", {}},
           Row{"text", "Width: 5", {}},
       }) {
    CAPTURE(row.what);
    CHECK(image_size(row.bytes) == row.size);
  }
}

TEST_CASE("no bytes lead a reader of pictures astray") {
  const std::string whole = jpeg('\x01');
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const char byte : {'\0', '\xFF', '\x7F'}) {
      std::string changed = whole;
      changed[i] = byte;
      const auto size = image_size(changed);
      CHECK((!size || (size->width > 0 && size->height > 0)));
    }
  }
}

}  // namespace daybook
