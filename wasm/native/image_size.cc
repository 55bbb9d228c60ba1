#include "native/image_size.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <string>

#include "core/base/text.h"

namespace daybook {
namespace {

// A JPEG's size stands behind its Exif data and thumbnail, an AVIF's inside its first boxes.
constexpr std::size_t kBytesRead = 512 << 10;
constexpr int kMaxPixels = 100'000;

enum class Endian { kBig, kLittle };

// `count` bytes at `at` as a number; 0 past the end.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t count, Endian endian) {
  if (at > bytes.size() || bytes.size() - at < count) return 0;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t place = endian == Endian::kBig ? at + i : at + count - 1 - i;
    number = number << 8 | static_cast<unsigned char>(bytes[place]);
  }
  return number;
}

std::uint32_t big(std::string_view bytes, std::size_t at, std::size_t count) {
  return number_at(bytes, at, count, Endian::kBig);
}

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  return number_at(bytes, at, count, Endian::kLittle);
}

std::optional<ImageSize> sized(std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0 || width > kMaxPixels || height > kMaxPixels) return std::nullopt;
  return ImageSize{static_cast<int>(width), static_cast<int>(height)};
}

// True for the orientations of Exif that turn a picture on its side.
bool is_turned(std::string_view exif) {
  if (!exif.starts_with(std::string_view("Exif\0\0", 6))) return false;
  exif.remove_prefix(6);
  const Endian endian = exif.starts_with("MM") ? Endian::kBig : Endian::kLittle;
  const std::size_t directory = number_at(exif, 4, 4, endian);
  const std::size_t entries = number_at(exif, directory, 2, endian);
  constexpr std::uint32_t kOrientation = 0x0112;
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + i * 12;
    if (entry >= exif.size()) return false;
    if (number_at(exif, entry, 2, endian) != kOrientation) continue;
    const std::uint32_t orientation = number_at(exif, entry + 8, 2, endian);
    return orientation >= 5 && orientation <= 8;
  }
  return false;
}

std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  bool is_on_its_side = false;
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (bytes[at] != '\xFF') return std::nullopt;
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    const std::size_t length = big(bytes, at + 2, 2);
    if (length < 2) return std::nullopt;
    if (marker == 0xE1) is_on_its_side |= is_turned(bytes.substr(at + 4, length - 2));
    // A start of frame; C4, C8 and CC among them mean something else.
    const bool is_frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (is_frame) {
      const auto height = big(bytes, at + 5, 2);
      const auto width = big(bytes, at + 7, 2);
      return is_on_its_side ? sized(height, width) : sized(width, height);
    }
    at += 2 + length;
  }
  return std::nullopt;
}

std::optional<ImageSize> webp_size(std::string_view bytes) {
  const std::string_view chunk = bytes.substr(12, 4);
  constexpr std::uint32_t kFourteenBits = 0x3FFF;
  if (chunk == "VP8X") return sized(1 + little(bytes, 24, 3), 1 + little(bytes, 27, 3));
  if (chunk == "VP8 ") {
    return sized(little(bytes, 26, 2) & kFourteenBits, little(bytes, 28, 2) & kFourteenBits);
  }
  if (chunk != "VP8L" || bytes.size() < 25) return std::nullopt;
  const std::uint32_t packed = little(bytes, 21, 4);
  return sized(1 + (packed & kFourteenBits), 1 + (packed >> 14 & kFourteenBits));
}

// The size is in the box `ispe`: a picture made of tiles has several, the whole being largest.
std::optional<ImageSize> avif_size(std::string_view bytes) {
  std::optional<ImageSize> size;
  for (std::size_t at = bytes.find("ispe"); at != std::string_view::npos;
       at = bytes.find("ispe", at + 4)) {
    const auto found = sized(big(bytes, at + 8, 4), big(bytes, at + 12, 4));
    if (found && (!size || found->width > size->width)) size = found;
  }
  return size;
}

// The value of an attribute in a start tag; empty where it has none.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const std::string_view before = tag.substr(at - 1, 1);
    if (before != " " && before != "\n" && before != "\t" && before != "\r") continue;
    std::string_view rest = trim(tag.substr(at + name.size()));
    if (!rest.starts_with('=')) continue;
    rest = trim(rest.substr(1));
    if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) continue;
    const std::size_t end = rest.find(rest[0], 1);
    if (end != std::string_view::npos) return rest.substr(1, end - 1);
  }
  return {};
}

// CSS pixels, rounded; 0 for anything but a number or pixels.
std::uint32_t pixels(std::string_view length) {
  double value = 0;
  length = trim(length);
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), value);
  const std::string_view unit(end, static_cast<std::size_t>(length.data() + length.size() - end));
  if (error != std::errc() || (!unit.empty() && unit != "px")) return 0;
  return value > 0 && value < kMaxPixels ? static_cast<std::uint32_t>(value + 0.5) : 0;
}

std::optional<ImageSize> svg_size(std::string_view bytes) {
  const std::size_t begin = bytes.find("<svg");
  const std::size_t end = bytes.find('>', std::min(begin, bytes.size()));
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view tag = bytes.substr(begin, end - begin);
  if (const auto size = sized(pixels(attribute(tag, "width")), pixels(attribute(tag, "height")))) {
    return size;
  }
  std::string box(attribute(tag, "viewBox"));
  for (char& c : box) {
    if (c == ',') c = ' ';
  }
  const std::string spaced = collapse_space(box);
  const auto numbers = split(spaced, ' ');
  return numbers.size() == 4 ? sized(pixels(numbers[2]), pixels(numbers[3])) : std::nullopt;
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return sized(big(bytes, 16, 4), big(bytes, 20, 4));
  if (bytes.starts_with("\xFF\xD8")) return jpeg_size(bytes);
  if (bytes.starts_with("GIF8")) return sized(little(bytes, 6, 2), little(bytes, 8, 2));
  if (bytes.starts_with("RIFF") && bytes.size() > 30) return webp_size(bytes);
  if (bytes.substr(0, 64).find("ftypavi") != std::string_view::npos) return avif_size(bytes);
  if (bytes.substr(0, 4096).find("<svg") != std::string_view::npos) return svg_size(bytes);
  return std::nullopt;
}

std::optional<ImageSize> image_size_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(kBytesRead, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return image_size(bytes);
}

}  // namespace daybook
