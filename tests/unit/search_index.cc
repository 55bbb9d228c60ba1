#include "unit/search_index.h"

#include <algorithm>
#include <functional>

#include <catch2/catch_test_macros.hpp>

#include "core/search/segment_file.h"

namespace daybook {
namespace {

std::uint64_t fingerprint_of(const SamplePost& post) {
  std::string all = post.path + '\n' + post.title + '\n' + post.text + '\n' + post.heading + '\n' +
                    post.series + '\n' + post.language;
  for (const std::string& tag : post.tags) all += '\n' + tag;
  for (const std::string& author : post.authors) all += '\n' + author;
  if (post.date) all += format_iso_date(*post.date);
  return std::hash<std::string>()(all);
}

}  // namespace

IndexedPost to_indexed(const SamplePost& post) {
  IndexedPost indexed;
  indexed.card = {post.title, post.path, post.date, post.tags, 0};
  indexed.language = post.language;
  indexed.authors = post.authors;
  indexed.series = post.series;
  if (!post.heading.empty()) indexed.parts.push_back({PostPartKind::kHeading, post.heading});
  indexed.parts.push_back({PostPartKind::kText, post.text});
  return indexed;
}

void SampleSite::build(const std::vector<SamplePost>& posts) {
  IndexSource source;
  for (const SamplePost& post : posts) {
    source.fingerprints.push_back(fingerprint_of(post));
    const auto& known = source.languages;
    if (std::find(known.begin(), known.end(), post.language) == known.end()) {
      source.languages.push_back(post.language);
    }
  }
  source.read = [&](std::size_t i) { return to_indexed(posts[i]); };
  const auto read_file = [&](const std::string& path) -> std::optional<std::string> {
    const auto found = files_.find(path);
    return found == files_.end() ? std::nullopt : std::optional(found->second);
  };
  WrittenIndex written =
      update_index(root_, read_file, source, [](std::size_t count, const auto& work) {
        for (std::size_t i = count; i-- > 0;) work(i);
      });
  std::erase_if(files_, [&](const auto& file) {
    const auto name = parse_index_path(file.first);
    const auto& kept = written.kept_segments;
    return std::find(kept.begin(), kept.end(), name->segment) == kept.end();
  });
  written_.clear();
  for (const auto& [path, bytes] : written.files) {
    if (path == root_) continue;
    written_.push_back(path);
  }
  files_.merge(written.files);
  root_ = written.root_path;
}

void SampleSite::build_anew(const std::vector<SamplePost>& posts) {
  root_.clear();
  files_.clear();
  build(posts);
}

Search SampleSite::search() const {
  Search search;
  REQUIRE(search.supply(root_, files_.at(root_)).ok());
  return search;
}

SearchReply SampleSite::ask(Search& search, std::string_view query, std::size_t count) const {
  rounds = 0;
  fetched = 0;
  for (;;) {
    SearchReply reply = search.ask(parse_query(query), count);
    if (reply.needs.empty()) return reply;
    ++rounds;
    REQUIRE(rounds < 6);
    for (const Need& need : reply.needs) {
      CAPTURE(need.url);
      REQUIRE(files_.contains(need.url));
      REQUIRE(search.supply(need.url, files_.at(need.url)).ok());
      ++fetched;
    }
  }
}

SearchReply SampleSite::ask(std::string_view query, std::size_t count) const {
  Search fresh = search();
  return ask(fresh, query, count);
}

std::string paths_of(const SearchReply& reply) {
  std::string paths;
  for (const Hit& hit : reply.hits) paths += (paths.empty() ? "" : " ") + hit.path;
  return paths;
}

}  // namespace daybook
