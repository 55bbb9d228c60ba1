// Cards as pictures: their format, and that any text is drawn, and drawn alike.
#include "native/social_image.h"

#include <cairo.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <string>
#include <vector>

#include "native/image_size.h"
#include "native/palette_image.h"
#include "native/parallel.h"
#include "native/temporary_folder.h"

namespace daybook {
namespace {

SocialCard make_card(std::string title) {
  return {"A blog", std::move(title), "2026", "March 6, 2026", "en"};
}

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += text;
  return out;
}

// The pixels of a PNG as another reader sees them, row after row.
std::vector<Colour> decoded(std::string_view png) {
  const auto read = [](void* rest, unsigned char* out, unsigned int length) {
    auto& bytes = *static_cast<std::string_view*>(rest);
    if (bytes.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(out, bytes.data(), length);
    bytes.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
  };
  cairo_surface_t* surface = cairo_image_surface_create_from_png_stream(read, &png);
  std::vector<Colour> colours;
  const unsigned char* row = cairo_image_surface_get_data(surface);
  for (int y = 0; y < cairo_image_surface_get_height(surface); ++y) {
    for (int x = 0; x < cairo_image_surface_get_width(surface); ++x) {
      Colour colour = 0;
      std::memcpy(&colour, row + 4 * x, sizeof(colour));
      colours.push_back(colour & 0xFFFFFF);
    }
    row += cairo_image_surface_get_stride(surface);
  }
  cairo_surface_destroy(surface);
  return colours;
}

}  // namespace

TEST_CASE("any title is drawn at the size that is told, in a small file") {
  const std::vector<std::string> titles = {
      "",
      "Short",
      "A hypothetical search engine on S3 with Tantivy and warm cache on NVMe",
      "كيف تعمل الذاكرة الافتراضية في نظام Linux؟",
      "吾輩は猫である。名前はまだ無い。",
      "लिनक्स में आभासी स्मृति",
      "🎉 We shipped it! 👩‍👩‍👧‍👦 🇩🇪",
      repeated("words without end, ", 100'000),
      repeated("x", 100'000),
      repeated("\u0300", 100'000),
      repeated("\u202E\u2067\u200F", 100'000),
      repeated("\n\t \u2028\u2029\x01\x7F\u0085", 10'000),
      repeated("\xFF\xFE\xC3\xE2\x80", 10'000),
      std::string("nul \0 in it", 11),
      "\uFFFE\uFFFF\uFFFC\uFEFF\U000E0001\U0010FFFF",
  };
  for (const std::string& title : titles) {
    INFO(title.substr(0, 40));
    const auto png = draw_social_image(make_card(title));
    REQUIRE(png.ok());
    CHECK(image_size(png.value()) == ImageSize{kSocialImageWidth, kSocialImageHeight});
    CHECK(png.value().size() < 40'000);
  }
}

TEST_CASE("hostile text around the title is drawn as well") {
  SocialCard card = make_card("Title");
  card.site_title = repeated("\xFF long \u202E", 100'000);
  card.date = repeated("\n\xC3 day", 1'000);
  card.language = "xx-\xFF-nonsense";
  card.is_right_to_left = true;
  CHECK(draw_social_image(card).ok());
  CHECK(draw_social_image({}).ok());
}

TEST_CASE("the same card is the same picture, in every thread") {
  std::vector<SocialCard> cards;
  for (const char* title : {"One", "Two words", "كيف", "猫", "🎉 party"}) {
    cards.push_back(make_card(title));
  }
  std::vector<std::string> expected;
  for (const SocialCard& card : cards) expected.push_back(draw_social_image(card).value());
  CHECK(expected[0] != expected[1]);
  std::vector<std::string> drawn(8 * cards.size());
  for_each_index(drawn.size(), [&](std::size_t i) {
    drawn[i] = draw_social_image(cards[i % cards.size()]).value();
  });
  for (std::size_t i = 0; i < drawn.size(); ++i) CHECK(drawn[i] == expected[i % cards.size()]);
}

TEST_CASE("a text face that is not there, or is none, leaves the system's fonts") {
  const std::string before = draw_social_image(make_card("Title")).value();
  const TemporaryFolder folder;
  folder.write("broken.ttf", "no font");
  for (const char* file : {"nowhere.ttf", "broken.ttf"}) {
    CHECK(load_social_fonts(folder.path() / file));
    CHECK(draw_social_image(make_card("Title")).value() == before);
  }
}

TEST_CASE("a card is mirrored for a language or a title from right to left") {
  const SocialCard latin = make_card("Hello");
  SocialCard arabic_site = latin;
  arabic_site.is_right_to_left = true;
  CHECK(draw_social_image(latin).value() != draw_social_image(arabic_site).value());
  SocialCard arabic_title = make_card("مرحبا");
  const std::string by_title = draw_social_image(arabic_title).value();
  arabic_title.is_right_to_left = true;
  CHECK(draw_social_image(arabic_title).value() == by_title);
}

TEST_CASE("a picture of few colours takes four bits a pixel and reads back") {
  constexpr std::array<Colour, 3> kPalette = {0xFFFFFF, 0x808080, 0x102030};
  // Widths even and odd; two equal rows; colours near those of the palette; the top bits are noise.
  const std::vector<std::uint32_t> pixels = {
      0xFF'FFFFFF, 0x00'102030, 0xAB'818181, 0xFF'FFFFFF, 0xFF'102030,
      0xFF'818181, 0xFF'7F7F80, 0xFF'FEFEFE, 0xFF'112131,
  };
  const std::string png = write_palette_png({pixels.data(), 3, 3, 3}, kPalette);
  CHECK(png.at(24) == 4);
  CHECK(decoded(png) == std::vector<Colour>{0xFFFFFF, 0x102030, 0x808080, 0xFFFFFF, 0x102030,
                                            0x808080, 0x808080, 0xFFFFFF, 0x102030});
}

TEST_CASE("colours far from the palette are kept, roughly") {
  constexpr std::array<Colour, 2> kPalette = {0xFFFFFF, 0x000000};
  const std::vector<std::uint32_t> pixels = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00,
                                             0xFFFFFF, 0x010101, 0xFF0000, 0xFFFFFF};
  const std::string png = write_palette_png({pixels.data(), 3, 2, 4}, kPalette);
  CHECK(png.at(24) == 4);
  CHECK(decoded(png) ==
        std::vector<Colour>{0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF, 0x000000, 0xFF0000});
  // More colours than a palette has places.
  std::vector<std::uint32_t> many;
  for (std::uint32_t i = 0; i < 4'096; ++i) many.push_back(i * 4'099);
  const std::string colourful = write_palette_png({many.data(), 64, 64, 64}, kPalette);
  CHECK(colourful.at(24) == 8);
  CHECK(decoded(colourful).size() == many.size());
}

TEST_CASE("colours mix in steps") {
  CHECK(mix(0xFFFFFF, 0x000000, 1, 1) == 0x000000);
  CHECK(mix(0x000000, 0xFF8000, 1, 2) == 0x7F4000);
  CHECK(mix(0x102030, 0x000000, 0, 4) == 0x102030);
}

}  // namespace daybook
