#include "core/search/term_finder.h"

#include <algorithm>

#include "core/search/segment_file.h"

namespace daybook {
namespace {

void find_in_shard(const Shard& shard, std::size_t segment, const std::string& name,
                   const AskedTerm& asked, std::vector<FoundTerm>& found) {
  for (std::size_t i = shard.lower_bound(asked.beginning()); i < shard.size(); ++i) {
    const std::string_view folded = shard.folded(i);
    if (!folded.starts_with(asked.beginning())) return;
    const Closeness closeness = asked.closeness(folded, shard.exact(i));
    if (closeness != Closeness::kNone) found.push_back({segment, &shard, name, i, closeness});
  }
}

}  // namespace

std::vector<FoundTerm> find_terms(IndexReader& reader, const AskedTerm& asked) {
  std::vector<FoundTerm> found;
  const Root& root = reader.files().root();
  const auto look_into = [&](std::size_t segment, const std::string& name) {
    const Shard* shard = reader.get_shard(segment, name);
    if (shard != nullptr) find_in_shard(*shard, segment, name, asked, found);
  };
  for (std::size_t s = 0; s < root.segments.size(); ++s) {
    const Segment& segment = root.segments[s];
    if (segment.documents == 0) continue;
    const FileRange shards = shards_of(segment, asked.beginning(), asked.is_whole());
    for (std::size_t i = shards.begin; i < shards.end; ++i) look_into(s, file_name('t', i));
    const FileRange large = large_terms_of(segment, asked.beginning());
    for (std::size_t i = large.begin; i < large.end; ++i) {
      const LargeTerm term = split_large_term(segment.large_terms[i]);
      if (asked.closeness(term.folded, term.exact) != Closeness::kNone) {
        look_into(s, file_name('l', i));
      }
    }
  }
  return found;
}

void Matches::add_all(const Matches& others) {
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (others.has(i)) add(i, others.weight(i), others.is_in_title(i));
  }
}

void Matches::keep_common(const Matches& others) {
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const unsigned flags = values_[i] & others.values_[i] & ~kMaxWeight;
    const unsigned weight = std::min(this->weight(i), others.weight(i));
    values_[i] = static_cast<std::uint8_t>((flags & kMatches) != 0 ? flags | weight : 0);
  }
}

void Matches::invert() {
  for (std::uint8_t& value : values_) value = value == 0 ? kMatches : 0;
}

Matches match_terms(const IndexFiles& files, const std::vector<FoundTerm>& terms, Within within) {
  Matches matches(files.documents());
  for (const FoundTerm& term : terms) {
    const auto postings = term.shard->postings(term.number);
    if (!postings) continue;
    const bool is_word = !postings->symbols.empty();
    const auto share = static_cast<unsigned>(term.closeness);
    for (std::size_t i = 0; i < postings->documents.size(); ++i) {
      const Symbol symbol = is_word ? postings->symbols[i] : Symbol{};
      if (within == Within::kTitle && !symbol.is_in_title()) continue;
      // Impacts 1 to 16, times 10 to 16.
      const unsigned weight = ((symbol.impact() + 1) * share - 1) / 4;
      matches.add(files.document(term.segment, postings->documents[i]), is_word ? weight : 0,
                  symbol.is_in_title());
    }
  }
  return matches;
}

}  // namespace daybook
