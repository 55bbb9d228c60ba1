#include "native/diagram/svg.h"

#include <cmath>

#include "core/base/text.h"

namespace daybook {
namespace {

constexpr std::string_view kFonts = "system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

// Classes: s surface, l line; a and k accent, m and n muted, as fill and as stroke; i ink.
constexpr std::string_view kDarkStyle =
    "<style>@media(prefers-color-scheme:dark){.s{fill:#211f1b}.l{stroke:#6e675b}"
    ".a{fill:#f0937c}.k{stroke:#f0937c}.i{fill:#e8e3d9}.m{fill:#a79f91}.n{stroke:#a79f91}}</style>";

std::string_view opening(Paint paint) {
  switch (paint) {
    case Paint::kShape: return R"(<g class="s l" fill="#f3f1ea" stroke="#948c7c">)";
    case Paint::kDecision: return R"(<g class="s k" fill="#f3f1ea" stroke="#a5301c">)";
    case Paint::kGroup:
      return R"(<g class="s l" fill="#f3f1ea" fill-opacity=".5" stroke="#948c7c" stroke-dasharray="2 3">)";
    case Paint::kShade: return R"(<g class="s" fill="#f3f1ea" fill-opacity=".5" stroke="none">)";
    case Paint::kBorder:
      return R"(<g class="l" fill="none" stroke="#948c7c" stroke-dasharray="2 3">)";
    case Paint::kCover: return R"(<g class="s" fill="#f3f1ea" stroke="none">)";
    case Paint::kLine: return R"(<g class="l" fill="none" stroke="#948c7c">)";
    case Paint::kDotted:
      return R"(<g class="l" fill="none" stroke="#948c7c" stroke-dasharray="3 4">)";
    case Paint::kThick: return R"(<g class="l" fill="none" stroke="#948c7c" stroke-width="2.75">)";
    case Paint::kMessage: return R"(<g class="n" fill="none" stroke="#6a645a">)";
    case Paint::kReply:
      return R"(<g class="n" fill="none" stroke="#6a645a" stroke-dasharray="5 4">)";
    case Paint::kNote:
      return R"(<g class="s l" fill="#f3f1ea" stroke="#948c7c" stroke-dasharray="2 3">)";
    case Paint::kArrow: return R"(<g class="a" fill="#a5301c" stroke="none">)";
    case Paint::kAccentLine: return R"(<g class="k" fill="none" stroke="#a5301c">)";
    case Paint::kInk: return R"(<g class="i" fill="#1f1d1a" stroke="none">)";
  }
  return "<g>";
}

void append_attribute(std::string& out, std::string_view name, double value) {
  out += ' ';
  out += name;
  out += "=\"" + svg_number(value) + '"';
}

// How far below the middle of a line its letters stand.
int baseline_of(int font_size) { return (font_size + 1) / 3; }

}  // namespace

std::string svg_number(double value) {
  const long hundredths = std::lround(value * 100);
  const long whole = std::labs(hundredths) / 100;
  const long rest = std::labs(hundredths) % 100;
  std::string out = hundredths < 0 ? "-" : "";
  if (whole != 0 || rest == 0) out += std::to_string(whole);
  if (rest == 0) return out;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
  return out;
}

void SvgPath::add(char command, std::initializer_list<double> numbers) {
  data_ += command;
  for (bool first = true; const double number : numbers) {
    const std::string text = svg_number(number);
    if (!first && !text.starts_with('-')) data_ += ' ';
    data_ += text;
    first = false;
  }
}

SvgPath& SvgPath::move(Position to) {
  add('M', {to.x, to.y});
  at_ = to;
  return *this;
}

SvgPath& SvgPath::line(Position to) {
  if (to.x == at_.x) {
    add('V', {to.y});
  } else if (to.y == at_.y) {
    add('H', {to.x});
  } else {
    add('L', {to.x, to.y});
  }
  at_ = to;
  return *this;
}

SvgPath& SvgPath::curve(Position control1, Position control2, Position to) {
  add('C', {control1.x, control1.y, control2.x, control2.y, to.x, to.y});
  at_ = to;
  return *this;
}

SvgPath& SvgPath::arc(double radius_x, double radius_y, Position to) {
  add('A', {radius_x, radius_y, 0, 0, 1, to.x, to.y});
  at_ = to;
  return *this;
}

SvgPath& SvgPath::close() {
  data_ += 'z';
  return *this;
}

void SvgFile::close_group() {
  if (!closing_.empty()) body_ += "</g>\n";
  closing_.clear();
}

void SvgFile::paint(Paint paint) {
  const std::string wanted(opening(paint));
  if (closing_ == wanted) return;
  close_group();
  body_ += wanted;
  closing_ = wanted;
}

void SvgFile::path(const SvgPath& path) { body_ += "<path d=\"" + path.data() + "\"/>"; }

void SvgFile::rectangle(const Box& box, int radius) {
  body_ += "<rect";
  append_attribute(body_, "x", box.left);
  append_attribute(body_, "y", box.top);
  append_attribute(body_, "width", box.width());
  append_attribute(body_, "height", box.height());
  if (radius > 0) append_attribute(body_, "rx", radius);
  body_ += "/>";
}

void SvgFile::circle(Position centre, double radius) {
  body_ += "<circle";
  append_attribute(body_, "cx", centre.x);
  append_attribute(body_, "cy", centre.y);
  append_attribute(body_, "r", radius);
  body_ += "/>";
}

void SvgFile::lines(std::string& out, const TextBlock& block, Position centre, Anchor anchor) {
  const int step = line_height(block.font_size);
  double y = centre.y - block.height / 2.0 + step / 2.0 + baseline_of(block.font_size);
  for (const std::string& line : block.lines) {
    const bool turned = runs_right_to_left(line);
    out += "<text";
    append_attribute(out, "x", centre.x);
    append_attribute(out, "y", y);
    if (block.font_size != kFontSize) append_attribute(out, "font-size", block.font_size);
    if (turned) out += R"( direction="rtl")";
    // `start` is the right end of a line that runs to the left.
    if (anchor == Anchor::kStart)
      out += turned ? R"( text-anchor="end")" : R"( text-anchor="start")";
    out += '>';
    append_html(out, line);
    out += "</text>";
    y += step;
  }
}

void SvgFile::text(const TextBlock& block, Position centre, Tone tone, Anchor anchor) {
  lines(tone == Tone::kInk ? ink_ : muted_, block, centre, anchor);
}

void SvgFile::heading(const TextBlock& block, Position centre) {
  lines(headings_, block, centre, Anchor::kMiddle);
}

std::string SvgFile::finish(int width, int height, std::string_view title,
                            std::string_view description) {
  close_group();
  const std::string w = std::to_string(width);
  const std::string h = std::to_string(height);
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + w + "\" height=\"" + h +
                    "\" viewBox=\"0 0 " + w + ' ' + h + "\" role=\"img\" font-family=\"";
  out += kFonts;
  out += "\" font-size=\"14\" text-anchor=\"middle\" stroke-width=\"1.25\">\n<title>";
  append_html(out, title);
  out += "</title>\n";
  if (!description.empty()) {
    out += "<desc>";
    append_html(out, description);
    out += "</desc>\n";
  }
  out += kDarkStyle;
  out += '\n' + body_;
  if (!headings_.empty()) {
    out += R"(<g class="i" fill="#1f1d1a" font-weight="600">)" + headings_ + "</g>\n";
  }
  if (!ink_.empty()) out += R"(<g class="i" fill="#1f1d1a">)" + ink_ + "</g>\n";
  if (!muted_.empty()) out += R"(<g class="m" fill="#6a645a">)" + muted_ + "</g>\n";
  return out + "</svg>\n";
}

}  // namespace daybook
