// An index of posts that a test makes up, and a search that has all of its files at hand.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/index_update.h"
#include "core/search/search.h"

namespace daybook {

struct SamplePost {
  std::string path;
  std::string title;
  std::string text;
  std::optional<Date> date;
  std::vector<std::string> tags;
  std::vector<std::string> authors;
  std::string series;
  std::string language = "en";
  std::string heading;
};

// The files that builds have published, as a host has them.
class SampleSite {
 public:
  // A build of these posts, newest first, on top of what there is.
  void build(const std::vector<SamplePost>& posts);
  // Without what there is.
  void build_anew(const std::vector<SamplePost>& posts);

  const std::string& root() const { return root_; }
  const std::map<std::string, std::string>& files() const { return files_; }
  const std::vector<std::string>& written() const { return written_; }  // by the last build

  // Has the root.
  Search search() const;

  // The final reply: what it needs is supplied until it needs nothing more.
  SearchReply ask(Search& search, std::string_view query, std::size_t count = 10) const;
  SearchReply ask(std::string_view query, std::size_t count = 10) const;

  // How often the last ask() went for files, and for how many.
  mutable int rounds = 0;
  mutable int fetched = 0;

 private:
  std::string root_;
  std::map<std::string, std::string> files_;
  std::vector<std::string> written_;
};

// The paths of the hits, joined by spaces.
std::string paths_of(const SearchReply& reply);

IndexedPost to_indexed(const SamplePost& post);

// Queries about words, phrases, tags and dates of these posts, in all combinations, by a seed.
std::vector<std::string> queries_about(const std::vector<IndexedPost>& posts, std::size_t count,
                                       unsigned seed);

}  // namespace daybook
