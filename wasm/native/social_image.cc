#include "native/social_image.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "core/base/text.h"
#include "native/palette_image.h"

namespace daybook {
namespace {

// The light colours of web/styles/tokens.css; the rule is --accent at 38 % over the paper.
constexpr Colour kPaper = 0xFBFAF6;
constexpr Colour kInk = 0x1F1D1A;
constexpr Colour kMuted = 0x6A645A;
constexpr Colour kNumeral = 0x948C7C;
constexpr Colour kBorder = 0xDDD7CA;
constexpr Colour kRule = 0xDAADA3;

constexpr const char* kFamilies = "Source Serif 4, Charter, Liberation Serif, DejaVu Serif, serif";

// Measures in pixels, as seen from the side on which a card begins.
constexpr double kMargin = 64;
constexpr double kDateStart = 40;
constexpr double kDateEnd = 272;
constexpr double kRuleStart = 304;
constexpr double kRuleWidth = 2;
constexpr double kRuleGap = 4;
constexpr double kTextStart = 344;
constexpr double kFirstBaseline = 186;
constexpr double kTitleEnd = 486;  // nothing of the title stands below
constexpr double kFootRule = 518;
constexpr double kFootBaseline = 571;

constexpr double kYearSize = 72;
constexpr double kDateSize = 25;
constexpr double kDateDrop = 44;  // from the year's baseline to the date's
constexpr double kDateLeading = 34;
constexpr double kSiteSize = 30;
constexpr double kYearTracking = -0.02;  // of its size, as on the index

// The largest size at which a title takes no more lines than this.
struct TitleStep {
  double size;
  int lines;
};
constexpr TitleStep kTitleSteps[] = {{88, 2}, {76, 3}, {66, 4}, {56, 5}, {48, 5}};
constexpr double kTitleLeading = 1.16;
constexpr double kLineGap = 0.08;  // at least, between the letters of two lines
constexpr PangoWeight kTitleWeight = PANGO_WEIGHT_SEMIBOLD;
constexpr double kDescent = 0.3;  // what letters reach below the last baseline
constexpr double kBleed = 24;     // and beyond the ends of a line
constexpr double kBalanceStep = 8;

// In code points: more than a title's lines, the foot and a date need in any language.
constexpr std::size_t kMaxTitleLength = 600;
constexpr std::size_t kMaxSiteLength = 200;
constexpr std::size_t kMaxDateLength = 60;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

// The edges of letters take the shades between paper and ink, of which the lighter inks are two.
constexpr std::array kPalette = {
    kPaper,   kRule,  kBorder, mix(kPaper, kInk, 1, 6), mix(kPaper, kInk, 2, 6),
    kNumeral, kMuted, kInk};

// One line of valid text without control characters, cut after `limit` code points.
std::string drawable(std::string_view text, std::size_t limit) {
  std::string out;
  std::size_t position = 0;
  for (std::size_t length = 0; position < text.size() && length < limit; ++length) {
    const char32_t c = next_code_point(text, position);
    const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    append_code_point(out, is_control ? U' ' : c);
  }
  out = collapse_space(out);
  if (position < text.size()) out += "…";
  return out;
}

int pango_units(double pixels) { return static_cast<int>(std::lround(pixels * PANGO_SCALE)); }

enum class Side { kLeft, kRight };

// Where lines stand: between `left` and `left + width`, flush with one side.
struct Column {
  double left;
  double width;
  Side side;
};

class Painter {
 public:
  explicit Painter(const SocialCard& card)
      : card_(card),
        title_(drawable(card.title, kMaxTitleLength)),
        surface_(
            cairo_image_surface_create(CAIRO_FORMAT_RGB24, kSocialImageWidth, kSocialImageHeight)),
        cairo_(cairo_create(surface_.get())),
        context_(pango_cairo_create_context(cairo_.get())) {
    set_up_text();
  }

  Result<std::string> paint() {
    fill(0, 0, kSocialImageWidth, kSocialImageHeight, kPaper);
    fill(kRuleStart, 0, kRuleWidth, kSocialImageHeight, kRule);
    fill(kRuleStart + kRuleWidth + kRuleGap, 0, kRuleWidth, kSocialImageHeight, kRule);
    fill(kTextStart, kFootRule, kSocialImageWidth - kMargin - kTextStart, 1, kBorder);
    paint_date();
    paint_title();
    paint_site();
    return encode();
  }

 private:
  struct Title {
    Layout layout;
    double leading;
  };

  void set_up_text();
  void fill(double start, double top, double width, double height, Colour colour);
  Column column(double start, double end, Side towards) const;
  Layout make_layout(std::string_view text, double size, PangoWeight weight) const;
  Title fit_title(double width) const;
  Layout cut_to(std::string_view text, double size, int lines, double width) const;
  void paint_date();
  void paint_title();
  void paint_site();
  void paint_lines(const Layout& layout, const Column& column, double baseline, double leading,
                   Colour colour);
  void set_colour(Colour colour);
  Result<std::string> encode() const;

  const SocialCard& card_;
  std::string title_;
  std::unique_ptr<cairo_surface_t, Unref> surface_;
  std::unique_ptr<cairo_t, Unref> cairo_;
  std::unique_ptr<PangoContext, Unref> context_;
  bool is_mirrored_ = false;
};

// Shapes as they are, not fitted to the grid of this size: the picture will be scaled.
void Painter::set_up_text() {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context_.get(), options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  pango_context_set_language(context_.get(), pango_language_from_string(card_.language.c_str()));
  pango_context_set_base_dir(
      context_.get(), card_.is_right_to_left ? PANGO_DIRECTION_WEAK_RTL : PANGO_DIRECTION_WEAK_LTR);
  const Layout title = make_layout(title_, kTitleSteps[0].size, kTitleWeight);
  PangoLayoutLine* line = pango_layout_get_line_readonly(title.get(), 0);
  is_mirrored_ = card_.is_right_to_left ||
                 pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL;
}

void Painter::set_colour(Colour colour) {
  const auto part = [&](int shift) { return static_cast<double>(colour >> shift & 0xFF) / 255; };
  cairo_set_source_rgb(cairo_.get(), part(16), part(8), part(0));
}

void Painter::fill(double start, double top, double width, double height, Colour colour) {
  set_colour(colour);
  const double left = is_mirrored_ ? kSocialImageWidth - start - width : start;
  cairo_rectangle(cairo_.get(), left, top, width, height);
  cairo_fill(cairo_.get());
}

// `towards` is for a card from left to right.
Column Painter::column(double start, double end, Side towards) const {
  if (!is_mirrored_) return {start, end - start, towards};
  const Side mirrored = towards == Side::kLeft ? Side::kRight : Side::kLeft;
  return {kSocialImageWidth - end, end - start, mirrored};
}

Layout Painter::make_layout(std::string_view text, double size, PangoWeight weight) const {
  Layout layout(pango_layout_new(context_.get()));
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family_static(font, kFamilies);
  pango_font_description_set_weight(font, weight);
  pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  return layout;
}

// Figures that stand on the line, all of one width.
void set_figures(const Layout& layout, double tracking) {
  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_font_features_new("lnum=1, tnum=1"));
  pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(pango_units(tracking)));
  pango_layout_set_attributes(layout.get(), attributes);
  pango_attr_list_unref(attributes);
}

// The distance of baselines that keeps the letters of every line clear of its neighbours', whatever
// their script. What fonts say of their own height is made for text, and too much for a title.
double leading_of(const Layout& layout, double size) {
  int above = 0;
  int below = 0;
  for (GSList* item = pango_layout_get_lines_readonly(layout.get()); item; item = item->next) {
    PangoRectangle ink;
    pango_layout_line_get_pixel_extents(static_cast<PangoLayoutLine*>(item->data), &ink, nullptr);
    above = std::max(above, PANGO_ASCENT(ink));
    below = std::max(below, PANGO_DESCENT(ink));
  }
  return std::max(size * kTitleLeading, above + below + size * kLineGap);
}

int lines_that_fit(double size, double leading) {
  const double room = kTitleEnd - kFirstBaseline - size * kDescent;
  return 1 + static_cast<int>(room / leading);
}

bool is_within(const Layout& layout, int lines, double width) {
  int laid_out = 0;
  pango_layout_get_pixel_size(layout.get(), &laid_out, nullptr);
  return pango_layout_get_line_count(layout.get()) <= lines && laid_out <= width;
}

// Makes the lines about equally long, without making them more.
void balance(const Layout& layout, double width) {
  const int lines = pango_layout_get_line_count(layout.get());
  if (lines < 2) return;
  double narrow = width / 2;
  double wide = width;
  while (wide - narrow > kBalanceStep) {
    const double middle = (narrow + wide) / 2;
    pango_layout_set_width(layout.get(), pango_units(middle));
    (is_within(layout, lines, middle) ? wide : narrow) = middle;
  }
  pango_layout_set_width(layout.get(), pango_units(wide));
}

// The title at the largest size that takes it whole, or cut at the smallest.
Painter::Title Painter::fit_title(double width) const {
  for (const TitleStep& step : kTitleSteps) {
    Layout layout = make_layout(title_, step.size, kTitleWeight);
    pango_layout_set_width(layout.get(), pango_units(width));
    if (!is_within(layout, step.lines, width)) continue;
    const double leading = leading_of(layout, step.size);
    if (pango_layout_get_line_count(layout.get()) > lines_that_fit(step.size, leading)) continue;
    balance(layout, width);
    return {std::move(layout), leading};
  }
  const TitleStep& last = kTitleSteps[std::size(kTitleSteps) - 1];
  Layout layout = cut_to(title_, last.size, last.lines, width);
  const double leading = leading_of(layout, last.size);
  const int lines = lines_that_fit(last.size, leading);
  if (lines < last.lines) layout = cut_to(title_, last.size, lines, width);
  return {std::move(layout), leading};
}

// As much of the text as at most `lines` lines hold, cut between words where it can be.
Layout Painter::cut_to(std::string_view text, double size, int lines, double width) const {
  Layout layout = make_layout(text, size, kTitleWeight);
  pango_layout_set_width(layout.get(), pango_units(width));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  std::size_t limit = text.size();
  while (pango_layout_get_line_count(layout.get()) > lines && limit > 0) {
    PangoLayoutLine* last = pango_layout_get_line_readonly(layout.get(), lines - 1);
    const int end = pango_layout_line_get_start_index(last) + pango_layout_line_get_length(last);
    limit = std::min(limit - 1, static_cast<std::size_t>(end));
    const std::string cut = shorten(text, limit);
    pango_layout_set_text(layout.get(), cut.data(), static_cast<int>(cut.size()));
  }
  return layout;
}

void Painter::paint_title() {
  const Column text = column(kTextStart, kSocialImageWidth - kMargin, Side::kLeft);
  const Title title = fit_title(text.width);
  // Marks piled upon letters stay off the rest of the card.
  cairo_save(cairo_.get());
  cairo_rectangle(cairo_.get(), text.left - kBleed, 0, text.width + 2 * kBleed, kTitleEnd);
  cairo_clip(cairo_.get());
  paint_lines(title.layout, text, kFirstBaseline, title.leading, kInk);
  cairo_restore(cairo_.get());
}

void Painter::paint_date() {
  const Column date = column(kDateStart, kDateEnd, Side::kRight);
  const Layout year = make_layout(card_.year, kYearSize, PANGO_WEIGHT_NORMAL);
  set_figures(year, kYearSize * kYearTracking);
  paint_lines(year, date, kFirstBaseline, 0, kNumeral);
  const std::string shown = drawable(card_.date, kMaxDateLength);
  const Layout day = make_layout(shown, kDateSize, PANGO_WEIGHT_NORMAL);
  set_figures(day, 0);
  pango_layout_set_width(day.get(), pango_units(date.width));
  balance(day, date.width);
  paint_lines(day, date, kFirstBaseline + kDateDrop, kDateLeading, kMuted);
}

void Painter::paint_site() {
  const Column foot = column(kTextStart, kSocialImageWidth - kMargin, Side::kLeft);
  const std::string title = drawable(card_.site_title, kMaxSiteLength);
  paint_lines(cut_to(title, kSiteSize, 1, foot.width), foot, kFootBaseline, 0, kInk);
}

void Painter::paint_lines(const Layout& layout, const Column& column, double baseline,
                          double leading, Colour colour) {
  set_colour(colour);
  for (GSList* item = pango_layout_get_lines_readonly(layout.get()); item; item = item->next) {
    auto* line = static_cast<PangoLayoutLine*>(item->data);
    PangoRectangle logical;
    pango_layout_line_get_extents(line, nullptr, &logical);
    const double rest = column.width - static_cast<double>(logical.width) / PANGO_SCALE;
    cairo_move_to(cairo_.get(), column.side == Side::kLeft ? column.left : column.left + rest,
                  baseline);
    pango_cairo_show_layout_line(cairo_.get(), line);
    baseline += leading;
  }
}

Result<std::string> Painter::encode() const {
  cairo_surface_flush(surface_.get());
  for (const cairo_status_t status :
       {cairo_status(cairo_.get()), cairo_surface_status(surface_.get())}) {
    if (status == CAIRO_STATUS_SUCCESS) continue;
    return Error{std::string("let a social image be drawn; ") + cairo_status_to_string(status), ""};
  }
  const auto* pixels =
      reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface_.get()));
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface_.get()));
  return write_palette_png(
      {pixels, kSocialImageWidth, kSocialImageHeight, stride / sizeof(std::uint32_t)}, kPalette);
}

}  // namespace

bool load_social_fonts(const std::filesystem::path& text_face) {
  // A font map that knows the fonts of before.
  pango_cairo_font_map_set_default(nullptr);
  FcConfigAppFontClear(nullptr);
  FcConfigAppFontAddFile(nullptr, reinterpret_cast<const FcChar8*>(text_face.c_str()));
  const std::unique_ptr<PangoContext, Unref> context(
      pango_font_map_create_context(pango_cairo_font_map_get_default()));
  PangoFontDescription* wanted = pango_font_description_from_string(kFamilies);
  const std::unique_ptr<PangoFont, Unref> font(pango_context_load_font(context.get(), wanted));
  pango_font_description_free(wanted);
  return font != nullptr;
}

Result<std::string> draw_social_image(const SocialCard& card) { return Painter(card).paint(); }

}  // namespace daybook
