#include "native/web_manifest.h"

#include <utility>

#include "core/base/json_writer.h"
#include "core/base/sha256.h"
#include "core/base/url.h"
#include "core/blog/route.h"
#include "core/blog/words.h"
#include "native/svg_picture.h"

namespace daybook {
namespace {

// --background of web/styles/tokens.css, in the light.
constexpr std::string_view kPaper = "#fbfaf6";

// What a mask leaves of a picture is a disc of four fifths of its side; a square drawing in it
// keeps its corners at seven tenths.
constexpr double kInsideMask = 0.7;

constexpr std::size_t kMaxShortcuts = 4;  // more are not shown anywhere

// The path of the site's URL, by which a browser knows it again when its start moves.
std::string_view path_of_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return "";
  const std::size_t path = url.find('/', scheme + 3);
  return path == std::string_view::npos ? "/" : url.substr(path);
}

void write_icon(JsonWriter& json, std::string_view path, std::string_view sizes,
                std::string_view type, std::string_view purpose) {
  json.line().begin_object().member("src", encode_path(path)).member("sizes", sizes);
  json.member("type", type).member("purpose", purpose).end_object();
}

void write_shortcut(JsonWriter& json, std::string_view name, std::string_view path) {
  json.line().begin_object().member("name", name).member("url", "./" + encode_path(path));
  json.end_object();
}

void write_screenshot(JsonWriter& json, const Screenshot& shot) {
  json.line().begin_object().member("src", encode_path(shot.path));
  json.member("sizes", std::to_string(shot.width) + "x" + std::to_string(shot.height));
  json.member("form_factor", shot.width > shot.height ? "wide" : "narrow").end_object();
}

}  // namespace

Result<std::vector<Icon>> draw_icons(std::string_view svg) {
  constexpr PictureFrame kFrames[] = {{192, 1, false}, {512, 1, false}, {512, kInsideMask, true}};
  std::vector<Icon> icons;
  for (const PictureFrame& frame : kFrames) {
    TRY(std::string png, draw_svg(svg, frame));
    std::string path = "i/" + hex(sha256(png)).substr(0, 16) + ".png";
    icons.push_back({std::move(path), frame.side, frame.is_paper, std::move(png)});
  }
  TRY(std::string touch, draw_svg(svg, {180, 1, true}));
  icons.push_back({std::string(kTouchIconPath), 180, false, std::move(touch)});
  return icons;
}

std::string web_manifest(const Site& site, const std::vector<Icon>& icons,
                         const std::vector<Screenshot>& screenshots) {
  JsonWriter json;
  json.begin_object();
  json.member_if("id", path_of_url(site.url));
  json.line().member("name", site.title).member_if("description", site.description);
  json.line().member("start_url", "./").member("scope", "./").member("display", "standalone");
  json.key("display_override").begin_array().value("minimal-ui").end_array();
  json.line().member("lang", site.language);
  json.line().member("background_color", kPaper).member("theme_color", kPaper);
  json.line().key("icons").begin_array();
  if (!site.assets.icon.empty()) write_icon(json, site.assets.icon, "any", "image/svg+xml", "any");
  for (const Icon& icon : icons) {
    const std::string side = std::to_string(icon.side);
    write_icon(json, icon.path, side + "x" + side, "image/png",
               icon.is_maskable ? "maskable" : "any");
  }
  json.end_array().line().key("shortcuts").begin_array();
  std::size_t shortcuts = 1;
  for (const MenuEntry& entry : site.menu) {
    if (is_absolute_url(entry.path) || shortcuts == kMaxShortcuts) continue;
    write_shortcut(json, entry.name, resolve_path("", entry.path));
    ++shortcuts;
  }
  write_shortcut(json, site.words[Word::kOffline], kOfflinePath);
  json.end_array();
  if (!screenshots.empty()) {
    json.line().key("screenshots").begin_array();
    for (const Screenshot& shot : screenshots) write_screenshot(json, shot);
    json.end_array();
  }
  json.end_object().line();
  return json.take();
}

}  // namespace daybook
