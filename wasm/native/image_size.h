// Width and height of a picture, from the beginning of its file.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace daybook {

struct ImageSize {
  int width = 0;  // in CSS pixels, as shown without styles
  int height = 0;

  bool operator==(const ImageSize&) const = default;
};

// PNG, JPEG (turned as its Exif says), GIF, WebP, AVIF and SVG; nothing for any other bytes, and
// for an SVG that names no size.
std::optional<ImageSize> image_size(std::string_view bytes);

// Reads as much of the file as that takes.
std::optional<ImageSize> image_size_of(const std::filesystem::path& file);

}  // namespace daybook
