// Draws the picture with which a post is shared: a page of the account book with one entry, its
// date left of the double rule and its title right of it, mirrored for titles that run from right
// to left.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/daybook.h"

namespace daybook {

// False on a system without a single font, where nothing can be drawn.
bool can_draw_social_images();

// A PNG of kSocialImageWidth × kSocialImageHeight, the same bytes for the same card as long as the
// system's fonts stay. From any thread; threads share no state of ours, and a thread that draws
// many cards is quicker than many that draw one. Any text is safe: what does not fit ends with an
// ellipsis.
Result<std::string> draw_social_image(const SocialCard& card);

}  // namespace daybook
