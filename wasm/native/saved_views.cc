#include "native/saved_views.h"

#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include "core/base/sha256.h"
#include "core/base/url.h"
#include "core/search_answer.h"

namespace daybook {
namespace {

constexpr std::size_t kDigitsInName = 16;

Result<Done> supply(Search& search, const std::string& path, const ReadIndexFile& read_file) {
  const auto bytes = read_file(path);
  if (!bytes) return Error{"the index of this build lacks a file; build again", path};
  return search.supply(path, *bytes);
}

Result<SearchReply> ask(Search& search, const Query& query, const ReadIndexFile& read_file) {
  constexpr std::size_t kAll = std::numeric_limits<std::uint32_t>::max();
  for (;;) {
    SearchReply reply = search.ask(query, kAll);
    if (reply.is_complete) return reply;
    for (const Need& need : reply.needs) {
      TRY([[maybe_unused]] const Done done, supply(search, decode_percent(need.url), read_file));
    }
  }
}

}  // namespace

Result<std::vector<GeneratedFile>> find_saved_views(Site& site,
                                                    const std::vector<PlannedPage>& posts,
                                                    const SearchRoot& root,
                                                    const ReadIndexFile& read_file) {
  std::vector<GeneratedFile> files;
  if (site.views.empty()) return files;
  std::map<std::string_view, std::size_t> numbers;  // from the oldest, by path
  for (std::size_t i = 0; i < posts.size(); ++i) {
    numbers.emplace(posts[i].post.path, posts.size() - 1 - i);
  }
  Search search;
  TRY([[maybe_unused]] const Done done, supply(search, root.path, read_file));
  for (SavedView& view : site.views) {
    Query query = parse_query(view.query);
    if (!query.order) query.order = Order::kNewest;
    TRY(const SearchReply reply, ask(search, query, read_file));
    std::vector<std::size_t> found;
    for (const Hit& hit : reply.hits) {
      // Pages outside the index are in no view.
      const auto number = numbers.find(hit.path);
      if (number != numbers.end()) found.push_back(number->second);
    }
    std::string list = write_view_list(found);
    const Sha256 digest = sha256(list);
    view.list = "v/" + hex(digest).substr(0, kDigitsInName) + ".txt";
    view.sha256 = base64url(digest);
    view.posts = found.size();
    files.push_back({view.list, std::move(list)});
  }
  return files;
}

}  // namespace daybook
