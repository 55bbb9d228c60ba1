// What a build will publish, decided before a byte is written: which posts, at which URLs, with
// which links, and which files beside them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/blog/blog.h"
#include "native/content.h"
#include "native/problem.h"

namespace daybook {

// Posts that a build leaves out unless asked for.
struct Selection {
  bool drafts = false;
  bool future = false;   // publishDate or date after `now`
  bool expired = false;  // expiryDate at or before `now`
  Timestamp now;
};

// A post or page with its published Markdown.
struct PlannedPage {
  Post post;
  std::string markdown;  // index.md
};

struct PlannedFile {
  std::filesystem::path from;
  std::string path;  // site path
};

// A file that the build makes of the content: a drawn diagram.
struct GeneratedFile {
  std::string path;  // site path, which names the content
  std::string bytes;
};

struct Redirect {
  std::string from;  // site path of a page or of an .html file
  std::string to;    // site path
};

struct Plan {
  Site site;                       // without assets
  std::vector<PlannedPage> posts;  // newest first
  std::vector<PlannedPage> pages;  // outside the index: from pages/, and unlisted posts
  std::vector<PlannedFile> files;
  std::vector<GeneratedFile> generated;
  std::vector<Redirect> redirects;  // by `from`
  std::vector<Problem> problems;    // those of the content first
};

Plan make_plan(Content content, const Selection& selection);

}  // namespace daybook
