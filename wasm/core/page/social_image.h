// The picture with which a post is shared where it has none of its own: what stands on it, and
// where it lies. The name follows from what is drawn, so that the build, which draws the picture,
// and every place that makes a page agree without being told.
#pragma once

#include <string>
#include <string_view>

#include "core/blog/post.h"
#include "core/blog/site.h"

namespace daybook {

inline constexpr std::string_view kSocialImageFolder = "o/";
inline constexpr int kSocialImageWidth = 1200;
inline constexpr int kSocialImageHeight = 630;

// Plain text, as pages show it.
struct SocialCard {
  std::string site_title;
  std::string title;
  std::string year;               // empty like `date` for a card without
  std::string date;               // «March 6, 2026»
  std::string language;           // of the title, BCP 47
  bool is_right_to_left = false;  // the language is; a title may be by its letters alone
};

SocialCard social_card(const Site& site, const Post& post);

// `o/<16 digits>.png`; empty where the site draws no pictures, where the post has one of its own,
// and where it has no date.
std::string social_image_path(const Site& site, const Post& post);

}  // namespace daybook
