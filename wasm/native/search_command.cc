#include "native/search_command.h"

#include <fstream>
#include <iterator>
#include <optional>

#include "core/base/url.h"
#include "core/blog/manifest.h"
#include "core/search_answer.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

Result<std::string> read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (!stream) return Error{"there is no such file; build the site first", path.string()};
  return bytes;
}

std::string as_text(const Site& site, const SearchReply& reply) {
  std::string text;
  for (const Hit& hit : reply.hits) {
    for (const std::string& piece : hit.title) text += piece;
    text += "\n  " + absolute_url(site, encode_path(hit.path)) + "\n";
    if (hit.date) text += "  " + format_iso_date(*hit.date) + "\n";
  }
  if (reply.correction) text += "did you mean " + reply.correction->second + "?\n";
  return text;
}

}  // namespace

Result<SearchOutput> search_site(const SearchOptions& options) {
  TRY(const std::string json, read_file(options.site / kHeadPath));
  TRY(const ManifestPage manifest, read_manifest(kHeadPath, json));
  const Site& site = manifest.head->site;
  if (site.search.path.empty()) {
    return Error{"the site has no search index; build it again", options.site.string()};
  }
  Search search;
  const auto supply = [&](const std::string& url) -> Result<Done> {
    TRY(const std::string bytes, read_file(options.site / url));
    return search.supply(url, bytes);
  };
  TRY(Done done, supply(site.search.path));

  const Query query = parse_query(options.query);
  SearchReply reply = search.ask(query, options.count);
  // Each round brings nearer what was asked for.
  while (!reply.needs.empty()) {
    for (const Need& need : reply.needs) {
      TRY(done, supply(need.url));
    }
    reply = search.ask(query, options.count);
  }
  if (options.format == SearchFormat::kText) return SearchOutput{as_text(site, reply), reply.total};
  const std::string url =
      "search?q=" + encode_query(options.query) + "&count=" + std::to_string(options.count);
  return SearchOutput{answer_search(search, url).body + "\n", reply.total};
}

}  // namespace daybook
