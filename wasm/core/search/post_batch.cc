#include "core/search/post_batch.h"

#include <algorithm>
#include <tuple>

#include "core/query/tokens.h"
#include "core/search/facets.h"

namespace daybook {
namespace {

// A place is left free between two parts of a post, so that no phrase goes on there.
constexpr std::uint32_t kGap = 1;

// What a posting says: the document, less the one before it; which of the following there is;
// counts; the number of places, and each less the one before it. All as numbers of 7 bits a byte,
// the highest bit set in all but the last.
constexpr std::uint32_t kHasTitle = 1;
constexpr std::uint32_t kHasLabels = 2;
constexpr std::uint32_t kHasHeadings = 4;
constexpr std::uint32_t kHasText = 8;
constexpr std::uint32_t kHasTitlePlaces = 16;
constexpr std::uint32_t kHasTextPlaces = 32;

void append_number(std::string& out, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
  out += static_cast<char>(number);
}

void append_places(std::string& out, const std::vector<std::uint32_t>& places) {
  if (places.empty()) return;
  append_number(out, static_cast<std::uint32_t>(places.size()));
  std::uint32_t before = 0;
  for (const std::uint32_t place : places) {
    append_number(out, place - before);
    before = place;
  }
}

void append_posting(std::string& out, std::uint32_t step, const RawPosting& posting) {
  const auto& [document, counts, places] = posting;
  append_number(out, step);
  append_number(out, (counts.title > 0 ? kHasTitle : 0) | (counts.labels > 0 ? kHasLabels : 0) |
                         (counts.headings > 0 ? kHasHeadings : 0) |
                         (counts.text > 0 ? kHasText : 0) |
                         (places.title.empty() ? 0 : kHasTitlePlaces) |
                         (places.text.empty() ? 0 : kHasTextPlaces));
  for (const std::uint32_t count : {counts.title, counts.labels, counts.headings, counts.text}) {
    if (count > 0) append_number(out, count);
  }
  append_places(out, places.title);
  append_places(out, places.text);
}

}  // namespace

std::uint32_t PostBatch::term_number(std::string_view folded, std::string_view exact) {
  key_ = exact;
  key_ += '\0';
  if (exact != folded) key_ += folded;
  const auto [found, is_new] =
      numbers_.try_emplace(key_, static_cast<std::uint32_t>(terms_.size()));
  if (is_new) terms_.push_back({std::string(folded), std::string(exact), {}, 0, 0});
  return found->second;
}

// Returns how many words the text has; `place` moves past them.
std::uint32_t PostBatch::add_text(std::string_view text, Field field, std::uint32_t& place) {
  const std::uint32_t begin = place;
  Tokenizer tokens(text, Parts::kAdded);
  while (const Token* token = tokens.next()) {
    occurrences_.push_back(
        {term_number(token->folded, token->word), field, !token->is_part, place});
    if (!token->is_part) ++place;
  }
  return place - begin;
}

void PostBatch::add_facets(const IndexedPost& post) {
  for (const std::string& facet : facets_of(post)) {
    occurrences_.push_back({term_number(facet, facet), Field::kText, false, 0});
  }
}

PostLengths PostBatch::add(const IndexedPost& post) {
  occurrences_.clear();
  PostLengths lengths;
  std::uint32_t place = 0;
  lengths.title = add_text(post.card.title, Field::kTitle, place);
  place = 0;
  for (const PostPart& part : post.parts) {
    if (part.kind == PostPartKind::kHeading) {
      lengths.headings += add_text(part.text, Field::kHeadings, place);
    } else {
      lengths.text += add_text(part.text, Field::kText, place);
    }
    place += kGap;
  }
  const auto add_label = [&](std::string_view label) {
    add_text(label, Field::kLabels, place);
    place += kGap;
  };
  for (const std::string& tag : post.card.tags) add_label(tag);
  for (const std::string& author : post.authors) add_label(author);
  add_label(post.series);
  add_facets(post);
  write_postings();
  return lengths;
}

void PostBatch::write_postings() {
  std::sort(occurrences_.begin(), occurrences_.end(), [](const auto& a, const auto& b) {
    return std::tie(a.term, a.field, a.place) < std::tie(b.term, b.field, b.place);
  });
  const std::uint32_t document = next_document_++;
  RawPosting posting;
  for (std::size_t i = 0; i < occurrences_.size();) {
    const std::uint32_t number = occurrences_[i].term;
    Term& term = terms_[number];
    posting = {document, {}, {}};
    for (; i < occurrences_.size() && occurrences_[i].term == number; ++i) {
      const Occurrence& found = occurrences_[i];
      if (is_facet(term.folded)) continue;
      std::uint32_t* counts[] = {&posting.counts.title, &posting.counts.labels,
                                 &posting.counts.headings, &posting.counts.text};
      ++*counts[static_cast<std::size_t>(found.field)];
      if (!found.has_place) continue;
      (found.field == Field::kTitle ? posting.places.title : posting.places.text)
          .push_back(found.place);
    }
    // Labels come before headings here, and behind them in the text.
    std::sort(posting.places.text.begin(), posting.places.text.end());
    append_posting(term.postings, document - term.last_document, posting);
    term.last_document = document;
    ++term.count;
  }
}

const RawPosting* RawPostingReader::next() {
  if (rest_.empty()) return nullptr;
  posting_.document += number();
  const std::uint32_t has = number();
  WordCounts& counts = posting_.counts;
  counts.title = (has & kHasTitle) != 0 ? number() : 0;
  counts.labels = (has & kHasLabels) != 0 ? number() : 0;
  counts.headings = (has & kHasHeadings) != 0 ? number() : 0;
  counts.text = (has & kHasText) != 0 ? number() : 0;
  const auto read_places = [&](std::vector<std::uint32_t>& places, std::uint32_t flag) {
    places.clear();
    if ((has & flag) == 0) return;
    places.resize(number());
    std::uint32_t before = 0;
    for (std::uint32_t& place : places) before = place = before + number();
  };
  read_places(posting_.places.title, kHasTitlePlaces);
  read_places(posting_.places.text, kHasTextPlaces);
  return &posting_;
}

std::uint32_t RawPostingReader::number() {
  std::uint32_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    number |= (byte & 0x7FU) << shift;
    if (byte < 0x80) return number;
  }
}

}  // namespace daybook
