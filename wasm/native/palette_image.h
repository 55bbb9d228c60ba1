// Pictures of few colours as small PNG files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace daybook {

// 0xRRGGBB
using Colour = std::uint32_t;

// The colour `part` of `parts` on the way from one to the other.
constexpr Colour mix(Colour from, Colour to, int part, int parts) {
  Colour mixed = 0;
  for (const int shift : {16, 8, 0}) {
    const int start = static_cast<int>(from >> shift & 0xFF);
    const int way = static_cast<int>(to >> shift & 0xFF) - start;
    mixed = mixed << 8 | static_cast<Colour>(start + way * part / parts);
  }
  return mixed;
}

// A picture's pixels, top row first; the upper eight bits of a pixel count for nothing.
struct Pixels {
  const std::uint32_t* first = nullptr;
  int width = 0;
  int height = 0;
  std::size_t stride = 0;  // pixels from one row to the next
};

// A PNG whose pixels each take the nearest colour of `palette`, which has at most 16. Pixels far
// from all of them (a coloured emoji among the inks) take one of a coarse cube of colours instead.
// Four bits a pixel as long as there are 16 colours in all, eight otherwise.
std::string write_palette_png(const Pixels& pixels, std::span<const Colour> palette);

}  // namespace daybook
