// manifest.webmanifest, by which a browser installs the site, and the icons that it names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/blog/site.h"

namespace daybook {

struct Icon {
  std::string path;  // site path
  int side = 0;      // in pixels; 0 where the picture fits any
  bool is_maskable = false;
  std::string bytes;
};

// Every size that browsers ask for, drawn from one SVG, each under a name by its hash. Errors as
// draw_svg's.
Result<std::vector<Icon>> draw_icons(std::string_view svg);

// A picture of the author's that an install dialogue shows.
struct Screenshot {
  std::string path;  // site path
  int width = 0;     // in pixels
  int height = 0;
};

// Where iOS looks for an icon that no page names.
inline constexpr std::string_view kTouchIconPath = "apple-touch-icon.png";

// All URLs in it are relative to the file, so that it serves under any base path.
std::string web_manifest(const Site& site, const std::vector<Icon>& icons,
                         const std::vector<Screenshot>& screenshots = {});

}  // namespace daybook
