#include "native/search_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/sha256.h"
#include "core/blog/manifest.h"
#include "core/search_index.h"
#include "native/parallel.h"
#include "native/saved_views.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
}

// The path of the root that the earlier build has left; empty where it has left none, or somebody
// has removed a file of the index since.
std::string earlier_root(const fs::path& destination, const Output& output) {
  for (const std::string& path : output.earlier_in(kIndexFolder)) {
    if (!output.has_earlier(path)) return {};
  }
  const auto json = read_file(destination / kHeadPath);
  if (!json) return {};
  const auto manifest = read_manifest(kHeadPath, *json);
  if (!manifest.ok() || !manifest.value().head) return {};
  const std::string& path = manifest.value().head->site.search.path;
  return output.has_earlier(path) ? path : std::string();
}

}  // namespace

Result<Done> stage_search(Plan& plan, const fs::path& destination, Output& output) {
  std::vector<PublishedPost> posts;
  std::vector<PublishedPost> pages;
  for (const PlannedPage& page : plan.posts) posts.push_back({&page.post, page.markdown});
  for (const PlannedPage& page : plan.pages) {
    if (!page.post.is_unlisted) pages.push_back({&page.post, page.markdown});
  }
  const WrittenIndex index = write_search_index(
      plan.site, std::move(posts), std::move(pages), earlier_root(destination, output),
      [&](const std::string& path) { return read_file(destination / path); }, for_each_index);

  Done done;
  for (const std::string& segment : index.kept_segments) {
    for (const std::string& path : output.earlier_in(std::string(kIndexFolder) + segment + "/")) {
      TRY(done, output.keep(path));
    }
  }
  for (const auto& [path, bytes] : index.files) {
    TRY(done, output.stage(path, bytes));
  }
  plan.site.search = {index.root_path, base64url(sha256(index.files.at(index.root_path))),
                      index.segments};
  TRY(auto views, find_saved_views(plan.site, plan.posts, plan.site.search,
                                   [&](const std::string& path) -> std::optional<std::string> {
                                     const auto written = index.files.find(path);
                                     if (written != index.files.end()) return written->second;
                                     return read_file(destination / path);
                                   }));
  for (GeneratedFile& file : views) plan.generated.push_back(std::move(file));
  return done;
}

}  // namespace daybook
