#include "native/palette_image.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <new>
#include <string_view>

namespace daybook {
namespace {

constexpr Colour kColourMask = 0xFFFFFF;

int channel(Colour colour, int shift) { return static_cast<int>(colour >> shift & 0xFF); }

int squared_distance(Colour a, Colour b) {
  int sum = 0;
  for (const int shift : {16, 8, 0}) {
    const int difference = channel(a, shift) - channel(b, shift);
    sum += difference * difference;
  }
  return sum;
}

// Gives each colour its number in a palette that grows as the cube's colours are needed.
class Quantiser {
 public:
  explicit Quantiser(std::span<const Colour> palette) : palette_(palette.begin(), palette.end()) {
    assert(!palette.empty() && palette.size() <= kMaxGiven);
    cube_.fill(kUnused);
    // Every place of the memory holds the right answer to some question.
    memory_.fill({palette_.front(), 0});
  }

  std::uint8_t number_of(Colour colour) {
    Known& known = memory_[colour * kSpread >> (32 - kMemoryBits)];
    if (known.colour != colour) known = {colour, find(colour)};
    return known.number;
  }

  const std::vector<Colour>& palette() const { return palette_; }

 private:
  // 16 given colours and the cube together are no more than the 256 of a PNG's palette.
  static constexpr std::size_t kMaxGiven = 16;
  static constexpr std::array<int, 3> kSteps = {6, 8, 5};  // red, green, blue
  static constexpr int kCubeSize = kSteps[0] * kSteps[1] * kSteps[2];
  static_assert(kMaxGiven + kCubeSize <= 256);
  static constexpr int kUnused = -1;

  // How far a colour may be from the palette: further than two inks' mixtures are from each other,
  // nearer than anything that one would call another colour.
  static constexpr int kMaxDistance = 40 * 40;

  static constexpr int kMemoryBits = 10;
  static constexpr std::uint32_t kSpread = 2'654'435'761;  // 2^32 / golden ratio

  struct Known {
    Colour colour;
    std::uint8_t number;
  };

  std::uint8_t find(Colour colour) {
    int nearest = std::numeric_limits<int>::max();
    std::size_t number = 0;
    for (std::size_t i = 0; i < given_; ++i) {
      const int distance = squared_distance(palette_[i], colour);
      if (distance >= nearest) continue;
      nearest = distance;
      number = i;
    }
    return nearest <= kMaxDistance ? static_cast<std::uint8_t>(number) : find_in_cube(colour);
  }

  std::uint8_t find_in_cube(Colour colour) {
    int place = 0;
    Colour stepped = 0;
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
      const int last = kSteps[i] - 1;
      const int step = (channel(colour, 16 - 8 * static_cast<int>(i)) * last + 127) / 255;
      place = place * kSteps[i] + step;
      stepped = stepped << 8 | static_cast<Colour>(step * 255 / last);
    }
    int& number = cube_[static_cast<std::size_t>(place)];
    if (number == kUnused) {
      number = static_cast<int>(palette_.size());
      palette_.push_back(stepped);
    }
    return static_cast<std::uint8_t>(number);
  }

  std::vector<Colour> palette_;
  std::size_t given_ = palette_.size();
  std::array<int, kCubeSize> cube_;
  std::array<Known, std::size_t{1} << kMemoryBits> memory_;
};

constexpr char kPalettePixels = 3;
constexpr char kNoFilter = 0;

// Takes half as long as zlib's own choice, 6, for a twentieth more bytes.
constexpr int kCompressionLevel = 4;

// 32 bits, most significant byte first.
void append_number(std::string& out, std::size_t number) {
  for (const int shift : {24, 16, 8, 0}) out += static_cast<char>(number >> shift & 0xFF);
}

void append_chunk(std::string& png, std::string_view type, std::string_view data) {
  append_number(png, data.size());
  const std::size_t checked = png.size();
  png += type;
  png += data;
  const auto* first = reinterpret_cast<const Bytef*>(png.data() + checked);
  append_number(png, crc32(0, first, static_cast<uInt>(png.size() - checked)));
}

// Each row after the number of its filter; two pixels a byte at a depth of four bits.
std::string packed_rows(std::string_view numbers, std::size_t width, std::size_t depth) {
  std::string out;
  out.reserve(numbers.size() + numbers.size() / width);
  for (; !numbers.empty(); numbers.remove_prefix(width)) {
    out += kNoFilter;
    const std::size_t start = out.size();
    out += numbers.substr(0, width);
    if (depth == 8) continue;
    for (std::size_t x = 0; x < width; x += 2) {
      const int right = x + 1 < width ? numbers[x + 1] : 0;
      out[start + x / 2] = static_cast<char>(numbers[x] << 4 | right);
    }
    out.resize(start + (width + 1) / 2);
  }
  return out;
}

std::string compress(std::string_view data) {
  uLongf size = compressBound(static_cast<uLong>(data.size()));
  std::string out(size, '\0');
  const int status = compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                               reinterpret_cast<const Bytef*>(data.data()),
                               static_cast<uLong>(data.size()), kCompressionLevel);
  if (status != Z_OK) throw std::bad_alloc();  // nothing else can go wrong
  out.resize(size);
  return out;
}

}  // namespace

std::string write_palette_png(const Pixels& pixels, std::span<const Colour> palette) {
  Quantiser quantiser(palette);
  const auto width = static_cast<std::size_t>(pixels.width);
  const auto height = static_cast<std::size_t>(pixels.height);
  std::string numbers(width * height, '\0');
  char* out = numbers.data();
  for (std::size_t y = 0; y < height; ++y) {
    const std::uint32_t* row = pixels.first + y * pixels.stride;
    // Most rows of a page are like the one above.
    if (y > 0 && std::equal(row, row + width, row - pixels.stride)) {
      out = std::copy(out - width, out, out);
      continue;
    }
    out = std::transform(row, row + width, out, [&](std::uint32_t pixel) {
      return static_cast<char>(quantiser.number_of(pixel & kColourMask));
    });
  }

  const std::size_t depth = quantiser.palette().size() <= 16 ? 4 : 8;
  std::string header;
  append_number(header, width);
  append_number(header, height);
  header += static_cast<char>(depth);
  header += kPalettePixels;
  header += std::string_view("\0\0\0", 3);  // deflate, the five filters, not interlaced

  std::string colours;
  for (const Colour colour : quantiser.palette()) {
    for (const int shift : {16, 8, 0}) colours += static_cast<char>(channel(colour, shift));
  }

  std::string png("\x89PNG\r\n\x1A\n");
  append_chunk(png, "IHDR", header);
  append_chunk(png, "PLTE", colours);
  append_chunk(png, "IDAT", compress(packed_rows(numbers, width, depth)));
  append_chunk(png, "IEND", "");
  return png;
}

}  // namespace daybook
