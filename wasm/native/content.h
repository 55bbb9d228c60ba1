// The content folder, read: site.json, posts and pages with their front matter, and the files
// that are copied. Knows the file system and the conventions; decides nothing about URLs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/blog/post.h"
#include "core/blog/site.h"
#include "native/problem.h"

namespace daybook {

// site.json: what readers see (`site`) and what only the build needs.
struct SiteSettings {
  Site site{.has_social_images = true,
            .is_kept_offline = true};                // without assets; the rest unless told
  std::string permalink = "/posts/:section/:slug/";  // an empty :section takes no segment
  std::string timezone = "UTC";                      // IANA name
};

// One Markdown file of the author's.
struct SourceFile {
  std::string file;        // relative to the content folder, `/` between: `posts/2025-11-10-x.md`
  Post post;               // all that front matter says; path, source, sha256, bytes are left empty
  bool is_page = false;    // from pages/, outside the dated index
  bool is_draft = false;   // draft: true, published: false, publish: false, or in _drafts/
  bool has_title = false;  // false: `post.title` was made from the file's name
  bool has_description = false;  // true also for a description that is empty on purpose
  std::optional<Timestamp> publish_date;
  std::optional<Timestamp> expiry_date;
  std::string slug;       // front matter's, else the name of file or bundle without its date
  std::string section;    // folders between posts/ (or the content folder) and the file or bundle
  std::string permalink;  // front matter's own path or pattern; empty for the site's
  std::vector<std::string> aliases;  // site paths
  std::string params = "{}";         // unknown keys, as a JSON object
  std::string body;                  // Markdown without front matter, valid UTF-8, LF line ends
  int body_line = 1;                 // the line of the file on which `body` begins
  bool is_bundle = false;            // `x/index.md`: files beside it belong to it
};

// A file to publish as it is.
struct StaticFile {
  std::filesystem::path file;  // where it lies
  std::string relative;        // to the content folder, `posts/x/photo.jpg`
  std::string path;            // site path for one from static/; empty for one beside Markdown
};

struct Content {
  std::filesystem::path root;
  SiteSettings settings;
  std::vector<SourceFile> sources;  // by `file`
  std::vector<StaticFile> files;    // by `relative`
  std::vector<Problem> problems;    // by file and line; those with errors are not in `sources`
};

// Reads `folder` (or `folder`/content, where only that holds a site.json or posts) on all cores.
// Never fails as a whole: what cannot be read is among `problems`.
Content read_content(const std::filesystem::path& folder);

}  // namespace daybook
