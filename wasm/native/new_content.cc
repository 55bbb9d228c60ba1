#include "native/new_content.h"

#include <fstream>
#include <string>
#include <system_error>

#include "core/base/json_writer.h"
#include "core/base/text.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSiteSettings = R"({
  "title": "A new daybook",
  "description": "What happened, and when.",
  "url": "",
  "language": "en",
  "timezone": "UTC",
  "copyright": "",
  "menu": [
    { "name": "Archive", "path": "/archives/" },
    { "name": "Tags", "path": "/tags/" },
    { "name": "About", "path": "/about/" }
  ]
}
)";

constexpr std::string_view kAbout = R"(---
title: About
---

Say here who writes, and what about.
)";

Result<fs::path> write_new(const fs::path& path, std::string_view text) {
  std::error_code error;
  if (fs::exists(path, error))
    return Error{"this is there already; choose another title", path.string()};
  fs::create_directories(path.parent_path(), error);
  std::ofstream stream(path, std::ios::binary);
  stream << text;
  stream.close();
  if (!stream) return Error{"let this file be written", path.string()};
  return path;
}

// A JSON string is a YAML string too, whatever the text holds.
std::string quoted(std::string_view text) { return JsonWriter().value(text).take(); }

std::string post_text(std::string_view title, const Date& today, std::string_view rest) {
  return "---\ntitle: " + quoted(title) + "\ndate: " + format_iso_date(today) + "\n" +
         std::string(rest);
}

}  // namespace

Result<fs::path> new_post(const fs::path& content, std::string_view title, const Date& today) {
  const std::string slug = path_slug(title);
  if (slug.empty()) return Error{"give the post a title with at least one letter or digit", ""};
  const fs::path path = content / "posts" / (format_iso_date(today) + "-" + slug + ".md");
  return write_new(path,
                   post_text(title, today, "description: \"\"\ntags: []\ndraft: true\n---\n\n"));
}

Result<fs::path> new_site(const fs::path& folder, const Date& today) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    return Error{"this folder is not empty; choose another", folder.string()};
  }
  TRY(fs::path written, write_new(folder / "site.json", kSiteSettings));
  TRY(written, write_new(folder / "pages" / "about.md", kAbout));
  const std::string first = post_text("First entry", today,
                                      "tags: [beginnings]\n---\n\nWrite here, in Markdown. What "
                                      "stands in the first paragraph becomes the description.\n");
  TRY(written, write_new(folder / "posts" / (format_iso_date(today) + "-first-entry.md"), first));
  return folder;
}

}  // namespace daybook
