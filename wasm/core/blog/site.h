// What the author says of the blog as a whole: content/site.json, handed on by the manifest.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/blog/post.h"
#include "core/blog/saved_view.h"
#include "core/blog/words.h"

namespace daybook {

struct MenuEntry {
  std::string name;
  std::string path;  // site path or absolute URL

  bool operator==(const MenuEntry&) const = default;
};

// The files every page loads, by site path; empty where the page comes without (a front end
// that stands alone is already running when it reads the manifest).
struct Assets {
  std::string core;
  std::string script;
  std::string theme;  // a script that runs before the first frame
  std::string style;
  std::string font;    // the text face
  std::string custom;  // the author's own style sheet
  std::string icon;
  std::string code;    // the part of the script that pages with code fetch
  std::string math;    // and pages with formulas
  std::string search;  // the module that searches the full text

  bool operator==(const Assets&) const = default;
};

// Where the full-text index begins; empty where there is none.
struct SearchRoot {
  std::string path;                   // site path
  std::string sha256;                 // base64url
  std::vector<std::string> segments;  // digits of those it names, for the service worker alone

  bool operator==(const SearchRoot&) const = default;
};

struct Site {
  std::string title;
  std::string description;
  std::string url;  // absolute, ends with `/`; empty while nobody knows where the site will live
  std::string language = "en";
  std::string copyright;  // the line at the foot of every page, as it is shown
  std::vector<Author> authors;
  std::vector<MenuEntry> menu;
  std::vector<SavedView> views;
  std::size_t posts_per_page = 50;
  bool has_trusted_html = false;  // raw HTML in posts, as far as trusted_html.h lets it through
  bool has_smart_punctuation = false;  // quotes, dashes and dots in posts become typographic ones
  bool has_social_images = false;      // dated posts without an image have one drawn by the build
  // Whether a service worker keeps it and it can be installed; nothing where nobody said so, which
  // no worker that is there already takes for a no.
  std::optional<bool> is_kept_offline;
  Words words;
  Assets assets;
  SearchRoot search;

  bool operator==(const Site&) const = default;
};

// Where a site path lies once the site's URL is known; an absolute URL stays as it is.
std::string absolute_url(const Site& site, std::string_view path_or_url);

}  // namespace daybook
