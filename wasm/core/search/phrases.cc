#include "core/search/phrases.h"

#include <algorithm>
#include <map>

#include "core/search/positions.h"
#include "core/search/segment_file.h"

namespace daybook {
namespace {

using IsWanted = std::function<bool(std::uint32_t)>;
using PlacesOf = std::map<std::uint32_t, Places>;  // by document

// Reads position file `file` of a term's shard up to the term's end.
bool read_file(const FoundTerm& term, std::size_t file, std::string_view bytes,
               const std::function<void(std::uint32_t number, Places places)>& take) {
  const Shard& shard = *term.shard;
  const std::uint32_t begin = shard.position_files()[file];
  const std::uint32_t end = shard.position_files()[file + 1];
  PositionReader reader(bytes);
  for (std::size_t other = 0; other <= term.number; ++other) {
    const std::uint32_t first = shard.first_posting(other);
    const std::uint32_t last = first + shard.count(other);
    if (is_facet(shard.folded(other)) || last <= begin || first >= end) continue;
    const auto postings = shard.postings(other);
    if (!postings) return false;
    for (std::uint32_t i = std::max(begin, first); i < std::min(end, last); ++i) {
      auto places = reader.next(postings->symbols[i - first]);
      if (!places) return false;
      if (other == term.number) take(postings->documents[i - first], std::move(*places));
    }
  }
  return true;
}

void add_places(Places& known, const Places& more) {
  const auto merge = [](std::vector<std::uint32_t>& all, const std::vector<std::uint32_t>& others) {
    all.insert(all.end(), others.begin(), others.end());
    std::sort(all.begin(), all.end());
  };
  merge(known.title, more.title);
  merge(known.text, more.text);
}

// Where wanted documents hold a term; false where the reader lacks some of it.
bool read_places(IndexReader& reader, const FoundTerm& term, const IsWanted& is_wanted,
                 PlacesOf& found) {
  const IndexFiles& files = reader.files();
  const auto postings = term.shard->postings(term.number);
  if (!postings) return false;
  const auto& ends = term.shard->position_files();
  bool is_complete = true;
  for (std::size_t file = 0; file + 1 < ends.size(); ++file) {
    const std::uint32_t first = term.shard->first_posting(term.number);
    const std::uint32_t begin = std::max(ends[file], first);
    const auto count = static_cast<std::uint32_t>(postings->documents.size());
    const std::uint32_t end = std::min(ends[file + 1], first + count);
    bool is_needed = false;
    for (std::uint32_t i = begin; i < end && !is_needed; ++i) {
      is_needed = is_wanted(files.document(term.segment, postings->documents[i - first]));
    }
    if (!is_needed) continue;
    const auto bytes = reader.get(term.segment, position_file_name(term.shard_name, file));
    is_complete = bytes &&
                  read_file(term, file, *bytes,
                            [&](std::uint32_t number, const Places& places) {
                              const auto document = files.document(term.segment, number);
                              if (is_wanted(document)) add_places(found[document], places);
                            }) &&
                  is_complete;
  }
  return is_complete;
}

bool stand_side_by_side(const std::vector<const std::vector<std::uint32_t>*>& words) {
  const auto& first = *words.front();
  return std::any_of(first.begin(), first.end(), [&](std::uint32_t place) {
    return std::all_of(words.begin() + 1, words.end(), [&](const auto* places) {
      return std::binary_search(places->begin(), places->end(), ++place);
    });
  });
}

}  // namespace

void keep_phrases(IndexReader& reader, const std::vector<std::vector<FoundTerm>>& words,
                  Within within, const std::function<bool(std::uint32_t)>& is_wanted,
                  Matches& matches) {
  const auto is_open = [&](std::uint32_t document) {
    return matches.has(document) && is_wanted(document);
  };
  std::vector<PlacesOf> places(words.size());
  bool is_complete = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const FoundTerm& term : words[i]) {
      is_complete = read_places(reader, term, is_open, places[i]) && is_complete;
    }
  }
  if (!is_complete) return;
  for (std::uint32_t document = 0; document < matches.size(); ++document) {
    if (!is_open(document)) continue;
    std::vector<const std::vector<std::uint32_t>*> in_title;
    std::vector<const std::vector<std::uint32_t>*> in_text;
    for (PlacesOf& of_word : places) {
      const Places& found = of_word[document];
      in_title.push_back(&found.title);
      in_text.push_back(&found.text);
    }
    const bool is_in_title = stand_side_by_side(in_title);
    const bool is_found =
        is_in_title || (within == Within::kAnywhere && stand_side_by_side(in_text));
    if (!is_found) {
      matches.remove(document);
    } else if (!is_in_title) {
      matches.leave_title(document);
    }
  }
}

}  // namespace daybook
