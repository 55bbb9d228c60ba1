#include "unit/search_index.h"

#include <algorithm>
#include <functional>
#include <random>

#include <catch2/catch_test_macros.hpp>

#include "core/query/tokens.h"
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

std::vector<std::string> queries_about(const std::vector<IndexedPost>& posts, std::size_t count,
                                       unsigned seed) {
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t below) { return random() % std::max<std::size_t>(below, 1); };
  // A few words in a row, now and then with a gap, from somewhere in a post.
  const auto words_of = [&](const IndexedPost& post, std::size_t number) {
    const bool is_title = post.parts.empty() || pick(4) == 0;
    const std::string_view text =
        is_title ? std::string_view(post.card.title) : post.parts[pick(post.parts.size())].text;
    const auto tokens = tokenize(text);
    std::string words;
    for (std::size_t i = pick(tokens.size()); i < tokens.size() && number > 0; --number) {
      words += (words.empty() ? "" : " ") +
               std::string(text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
      i += pick(12) == 0 ? 2 : 1;
    }
    return words;
  };
  const auto piece = [&]() -> std::string {
    const IndexedPost& post = posts[pick(posts.size())];
    switch (pick(12)) {
      case 0: return '"' + words_of(post, 2 + pick(3)) + '"';
      case 1: return "title:" + words_of(post, 1);
      case 2: return "title:\"" + words_of(post, 2) + '"';
      case 3: return post.card.tags.empty() ? "tag:none" : "tag:\"" + post.card.tags[0] + '"';
      case 4: return post.authors.empty() ? "author:smith" : "author:\"" + post.authors[0] + '"';
      case 5: {
        if (!post.card.date) return "before:2020";
        const std::string day = format_iso_date(*post.card.date);
        const std::string operators[] = {"after:", "before:", "year:"};
        const std::size_t which = pick(3);
        return operators[which] + day.substr(0, which == 2 ? 4 : 4 + 3 * pick(3));
      }
      case 6: return "lang:" + post.language;
      case 7: return "the";
      case 8: return words_of(post, 3);
      default: return words_of(post, 1);
    }
  };
  std::vector<std::string> queries;
  while (queries.size() < count) {
    std::string query = piece();
    for (std::size_t i = pick(3); i > 0; --i) {
      const std::string joints[] = {" ", " ", " -", " or "};
      query += joints[pick(4)] + piece();
    }
    queries.push_back(std::move(query));
  }
  return queries;
}

std::string paths_of(const SearchReply& reply) {
  std::string paths;
  for (const Hit& hit : reply.hits) paths += (paths.empty() ? "" : " ") + hit.path;
  return paths;
}

}  // namespace daybook
