#include "core/search/phrases.h"

#include <algorithm>

#include "core/search/positions.h"
#include "core/search/segment_file.h"

namespace daybook {
namespace {

// Documents, ascending, and where each of them holds a word.
struct Candidates {
  std::vector<std::uint32_t> documents;
  std::vector<Places> places;

  // Null for a document that is no candidate.
  Places* find(std::uint32_t document) {
    const auto found = std::lower_bound(documents.begin(), documents.end(), document);
    if (found == documents.end() || *found != document) return nullptr;
    return &places[static_cast<std::size_t>(found - documents.begin())];
  }
};

void merge(std::vector<std::uint32_t>& all, const std::vector<std::uint32_t>& others) {
  for (const std::uint32_t place : others) {
    all.insert(std::upper_bound(all.begin(), all.end(), place), place);
  }
}

// Reads a position file of a term's shard up to the end of the term.
bool read_file(const IndexFiles& files, const FoundTerm& term, std::size_t file,
               std::string_view bytes, Candidates& candidates) {
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
      const auto places = reader.next(postings->symbols[i - first]);
      if (!places) return false;
      if (other != term.number) continue;
      Places* known = candidates.find(files.document(term.segment, postings->documents[i - first]));
      if (known == nullptr) continue;
      merge(known->title, places->title);
      merge(known->text, places->text);
    }
  }
  return true;
}

// Adds where candidates hold a term; false where the reader lacks some of it.
bool read_places(IndexReader& reader, const FoundTerm& term, Candidates& candidates) {
  const IndexFiles& files = reader.files();
  const auto postings = term.shard->postings(term.number);
  if (!postings) return false;
  const auto& ends = term.shard->position_files();
  const std::uint32_t first = term.shard->first_posting(term.number);
  const auto last = first + static_cast<std::uint32_t>(postings->documents.size());
  bool is_complete = true;
  for (std::size_t file = 0; file + 1 < ends.size(); ++file) {
    bool is_needed = false;
    for (std::uint32_t i = std::max(ends[file], first); i < std::min(ends[file + 1], last); ++i) {
      const auto document = files.document(term.segment, postings->documents[i - first]);
      is_needed = is_needed || candidates.find(document) != nullptr;
    }
    if (!is_needed) continue;
    const auto bytes = reader.get(term.segment, position_file_name(term.shard_name, file));
    is_complete = bytes && read_file(files, term, file, *bytes, candidates) && is_complete;
  }
  return is_complete;
}

// Whether the words of a document stand one after another in the places that `field` names.
bool stand_side_by_side(const std::vector<Candidates>& words, std::size_t candidate,
                        std::vector<std::uint32_t> Places::*field) {
  for (std::uint32_t place : words.front().places[candidate].*field) {
    std::size_t word = 1;
    for (; word < words.size(); ++word) {
      const auto& places = words[word].places[candidate].*field;
      if (!std::binary_search(places.begin(), places.end(), ++place)) break;
    }
    if (word == words.size()) return true;
  }
  return false;
}

}  // namespace

void keep_phrases(IndexReader& reader, const std::vector<std::vector<FoundTerm>>& words,
                  Within within, const std::vector<std::uint8_t>& is_wanted, Matches& matches) {
  Candidates candidates;
  for (std::uint32_t document = 0; document < matches.size(); ++document) {
    if (matches.has(document) && is_wanted[document] != 0) {
      candidates.documents.push_back(document);
    }
  }
  candidates.places.resize(candidates.documents.size());
  std::vector<Candidates> places(words.size(), candidates);
  bool is_complete = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const FoundTerm& term : words[i]) {
      is_complete = read_places(reader, term, places[i]) && is_complete;
    }
  }
  if (!is_complete) return;
  for (std::size_t i = 0; i < candidates.documents.size(); ++i) {
    const std::uint32_t document = candidates.documents[i];
    if (stand_side_by_side(places, i, &Places::title)) continue;
    if (within == Within::kAnywhere && stand_side_by_side(places, i, &Places::text)) {
      matches.leave_title(document);
    } else {
      matches.remove(document);
    }
  }
}

}  // namespace daybook
