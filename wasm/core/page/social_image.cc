#include "core/page/social_image.h"

#include "core/base/sha256.h"
#include "core/page/ledger.h"

namespace daybook {
namespace {

// Goes up when the same text is drawn otherwise, so that pictures of the old design are replaced.
constexpr std::string_view kDesign = "1";

}  // namespace

SocialCard social_card(const Site& site, const Post& post) {
  SocialCard card;
  card.site_title = site.title;
  card.title = post.title;
  card.language = post.language.empty() ? site.language : post.language;
  card.is_right_to_left = text_direction(card.language) == "rtl";
  if (post.date) {
    const Date date = local_date(*post.date);
    card.year = std::to_string(date.year);
    card.date = site.words.date(date);
  }
  return card;
}

std::string social_image_path(const Site& site, const Post& post) {
  if (!site.has_social_images || !post.image.url.empty() || !post.date) return "";
  const SocialCard card = social_card(site, post);
  std::string drawn(kDesign);
  for (const std::string* text :
       {&card.site_title, &card.title, &card.year, &card.date, &card.language}) {
    drawn += '\0';
    drawn += *text;
  }
  return std::string(kSocialImageFolder) + hex(sha256(drawn)).substr(0, 16) + ".png";
}

}  // namespace daybook
