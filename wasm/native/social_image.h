// Draws the picture with which a post is shared: a page of the account book with one entry, its
// date left of the double rule and its title right of it, mirrored for titles that run from right
// to left.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "core/daybook.h"

namespace daybook {

// Makes ready for drawing: reads the blog's text face, where there is such a file. Letters that it
// lacks come from the system's fonts. False where there is no font at all. Not while cards are
// drawn.
bool load_social_fonts(const std::filesystem::path& text_face);

// A PNG of kSocialImageWidth × kSocialImageHeight, the same bytes for the same card as long as the
// fonts stay. From any thread; threads share no state of ours, and a thread that draws
// many cards is quicker than many that draw one. Any text is safe: what does not fit ends with an
// ellipsis.
Result<std::string> draw_social_image(const SocialCard& card);

}  // namespace daybook
