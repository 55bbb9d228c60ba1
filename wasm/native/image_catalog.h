// The pictures of a blog: their sizes, and the variants that lie beside them.
//
// `photo-480w.jpg` is photo.jpg at a width of 480 pixels, `photo@2x.jpg` the same at twice the
// density. Variants have the format of their picture.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/blog/published_source.h"

namespace daybook {

class ImageCatalog {
 public:
  // `path` is the site path at which `file` is published.
  void add(std::string path, std::filesystem::path file);

  // Reads the picture at a site path; nothing where there is none whose size can be read.
  std::optional<PublishedImage> find(std::string_view path) const;

 private:
  std::map<std::string, std::filesystem::path, std::less<>> files_;
};

}  // namespace daybook
