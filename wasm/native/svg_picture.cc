#include "native/svg_picture.h"

#include <cairo.h>
#include <dlfcn.h>
#include <glib-object.h>

#include <memory>

namespace daybook {
namespace {

// --background of web/styles/tokens.css, in the light.
constexpr double kPaper[] = {0xFB / 255.0, 0xFA / 255.0, 0xF6 / 255.0};

// The part of librsvg's interface that is used. It is not linked: its headers bring the development
// files of all image formats with them, and a build needs it once in the life of an icon.
struct Rectangle {
  double x, y, width, height;
};

struct Librsvg {
  GObject* (*new_from_data)(const unsigned char* data, gsize size, GError** error) = nullptr;
  gboolean (*render)(GObject* handle, cairo_t* cairo, const Rectangle* viewport,
                     GError** error) = nullptr;

  bool is_there() const { return new_from_data != nullptr && render != nullptr; }
};

Librsvg load() {
  Librsvg library;
  void* handle = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) return library;
  library.new_from_data =
      reinterpret_cast<decltype(library.new_from_data)>(dlsym(handle, "rsvg_handle_new_from_data"));
  library.render =
      reinterpret_cast<decltype(library.render)>(dlsym(handle, "rsvg_handle_render_document"));
  return library;
}

const Librsvg& librsvg() {
  static const Librsvg library = load();
  return library;
}

struct Release {
  void operator()(GObject* object) const { g_object_unref(object); }
  void operator()(GError* error) const { g_error_free(error); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

Error failure(GError* error) {
  const std::unique_ptr<GError, Release> owned(error);
  return Error{"write the icon as SVG that can be drawn; " +
                   std::string(owned ? owned->message : "there is no picture in it"),
               ""};
}

cairo_status_t append(void* out, const unsigned char* data, unsigned size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

bool can_draw_svg() { return librsvg().is_there(); }

Result<std::string> draw_svg(std::string_view svg, const PictureFrame& frame) {
  if (!can_draw_svg()) return Error{"install librsvg2-2 to have icons drawn", ""};
  GError* error = nullptr;
  const std::unique_ptr<GObject, Release> drawing(librsvg().new_from_data(
      reinterpret_cast<const unsigned char*>(svg.data()), svg.size(), &error));
  if (!drawing) return failure(error);

  const std::unique_ptr<cairo_surface_t, Release> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, frame.side, frame.side));
  const std::unique_ptr<cairo_t, Release> cairo(cairo_create(surface.get()));
  if (frame.is_paper) {
    cairo_set_source_rgb(cairo.get(), kPaper[0], kPaper[1], kPaper[2]);
    cairo_paint(cairo.get());
  }
  const double drawn = frame.side * frame.share;
  const double margin = (frame.side - drawn) / 2;
  const Rectangle viewport{margin, margin, drawn, drawn};
  if (librsvg().render(drawing.get(), cairo.get(), &viewport, &error) == 0) return failure(error);

  std::string png;
  if (cairo_surface_write_to_png_stream(surface.get(), append, &png) != CAIRO_STATUS_SUCCESS) {
    return failure(nullptr);
  }
  return png;
}

}  // namespace daybook
