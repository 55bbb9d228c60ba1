// The Markdown of a post as it is published, `index.md`: the author's text behind front matter
// in JSON between `---` lines (YAML readers take it too, JSON being YAML). This file and
// published_source.cc own the format.
//
//   ---
//   {
//   "title": …, "date": …, "updated": …, "description": …, "tags": […], "params": {…},
//   "_daybook": {
//     "links": {"./other.md": "posts/other/"},
//     "images": {"posts/x/chart.png": [1200, 800, "posts/x/chart@2x.png", 2400]},
//     "diagrams": {"<start of the SHA-256 of the fence's text>": ["d/….svg", 640, 400, "What it
//     shows"]}, "series": [["posts/first/", "Its title"]], "related": [["posts/other/", "Its
//     title"]]}
//   }
//   ---
//
//   body
//
// The manifest says all else that a page shows; only `_daybook` is read back, and title and
// description where the manifest is not at hand. `links` maps what
// the author wrote, without query and fragment, to site paths. `images` tells width and height in
// pixels, then variants and their widths. `series` lists all its posts in their order, this one
// too; `related` holds older posts alone, so that publishing a post changes no other.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/blog/post.h"

namespace daybook {

using LinkMap = std::map<std::string, std::string, std::less<>>;

struct PublishedVariant {
  std::string path;  // site path
  int width = 0;     // in pixels

  bool operator==(const PublishedVariant&) const = default;
};

struct PublishedImage {
  int width = 0;  // in pixels, as the height
  int height = 0;
  std::vector<PublishedVariant> variants;

  bool operator==(const PublishedImage&) const = default;
};

struct PublishedDiagram {
  std::string path;  // site path of the picture
  int width = 0;
  int height = 0;
  std::string alternative;

  bool operator==(const PublishedDiagram&) const = default;
};

struct PostLink {
  std::string path;  // site path
  std::string title;

  bool operator==(const PostLink&) const = default;
};

// What the build knows and the text alone does not say.
struct SourceData {
  LinkMap links;
  std::map<std::string, PublishedImage, std::less<>> images;      // by site path
  std::map<std::string, PublishedDiagram, std::less<>> diagrams;  // by diagram_key
  std::vector<PostLink> series;
  std::vector<PostLink> related;
};

// The name of a diagram by the text of its fence.
std::string diagram_key(std::string_view fence);

std::string write_published_source(const Post& post, std::string_view params_json,
                                   const SourceData& data, std::string_view body);

struct PublishedSource {
  std::string_view body;  // into the text that was read
  std::string title;
  std::string description;
  SourceData data;
};

// Reads a published source, or Markdown with front matter of any kind, which is skipped. Total:
// what cannot be read as front matter is body.
PublishedSource read_published_source(std::string_view text);

}  // namespace daybook
