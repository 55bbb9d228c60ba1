#include "core/search/segment_writer.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/search/impact.h"
#include "core/search/number_set.h"
#include "core/search/positions.h"
#include "core/search/post_batch.h"
#include "core/search/segment_file.h"
#include "core/search/shard.h"
#include "core/search/spelling.h"

namespace daybook {
namespace {

constexpr std::size_t kBatchPosts = 512;

// Sizes that files are cut at, as far as they are known before they are written.
constexpr std::size_t kLargeTermBits = 32'000;
constexpr std::size_t kShardBits = 28'000;
constexpr std::size_t kPositionBytes = 8'000;
constexpr std::size_t kTermBits = 36;   // about what a term takes besides its postings
constexpr std::size_t kSymbolBits = 3;  // about what a symbol takes
constexpr std::size_t kPlaceBits = 9;   // about what a place takes

// A term of all batches.
struct Term {
  const std::string* folded = nullptr;
  const std::string* exact = nullptr;
  std::vector<std::string_view> postings;  // of the batches that have it, in their order
  std::uint32_t count = 0;
  std::size_t bits = 0;  // about what it takes in a shard
};

struct TermRange {
  std::size_t begin;
  std::size_t end;
};

class SegmentWriter {
 public:
  SegmentWriter(const SegmentSource& source, const ForEachIndex& for_each)
      : source_(source),
        for_each_(for_each),
        documents_(static_cast<std::uint32_t>(source.fingerprints.size())) {}

  WrittenSegment write() {
    read_posts();
    join_terms();
    measure_terms();
    cut_shards();
    write_shards();
    write_all_cards();
    if (!source_.lengths) write_words();
    files_["f"] = write_fingerprints({mean_, source_.fingerprints, list_files()});
    segment_.documents = documents_;
    segment_.digits = seal_segment(files_);
    return {std::move(segment_), std::move(files_)};
  }

 private:
  using Files = std::vector<std::pair<std::string, std::string>>;

  void read_posts();
  void join_terms();
  void measure_terms();
  void cut_shards();
  void write_shards();
  Files write_shard(const std::string& name, TermRange range) const;
  void write_all_cards();
  void write_words();
  std::string list_files() const;

  FieldLengths mean_lengths() const;
  std::uint32_t language_number(std::string_view language) const;

  template <class Visit>
  static void for_each_posting(const Term& term, Visit visit) {
    for (const std::string_view postings : term.postings) {
      RawPostingReader reader(postings);
      while (const RawPosting* posting = reader.next()) visit(*posting);
    }
  }

  const SegmentSource& source_;
  const ForEachIndex& for_each_;
  std::uint32_t documents_;
  FieldLengths mean_;
  std::vector<Card> cards_;
  std::vector<PostLengths> lengths_;
  std::vector<std::vector<PostBatch::Term>> batches_;
  std::vector<Term> terms_;
  std::vector<TermRange> shards_;
  std::vector<std::size_t> large_;
  Segment segment_;
  std::map<std::string, std::string> files_;
};

void SegmentWriter::read_posts() {
  cards_.resize(documents_);
  lengths_.resize(documents_);
  batches_.resize((documents_ + kBatchPosts - 1) / kBatchPosts);
  for_each_(batches_.size(), [&](std::size_t number) {
    const std::size_t begin = number * kBatchPosts;
    PostBatch batch(static_cast<std::uint32_t>(begin));
    for (std::size_t i = begin; i < std::min<std::size_t>(begin + kBatchPosts, documents_); ++i) {
      IndexedPost post = source_.read(i);
      lengths_[i] = batch.add(post);
      post.card.language = language_number(post.language);
      cards_[i] = std::move(post.card);
    }
    batches_[number] = batch.take();
  });
  mean_ = source_.lengths.value_or(mean_lengths());
}

FieldLengths SegmentWriter::mean_lengths() const {
  std::uint64_t title = 0;
  std::uint64_t headings = 0;
  std::uint64_t text = 0;
  for (const PostLengths& lengths : lengths_) {
    title += lengths.title;
    headings += lengths.headings;
    text += lengths.text;
  }
  const auto mean = [&](std::uint64_t sum) {
    return static_cast<std::uint32_t>(sum * 256 / std::max<std::uint64_t>(lengths_.size(), 1));
  };
  return {mean(title), mean(headings), mean(text)};
}

std::uint32_t SegmentWriter::language_number(std::string_view language) const {
  const auto& all = source_.languages;
  const auto found = std::find(all.begin(), all.end(), language);
  return found == all.end() ? 0 : static_cast<std::uint32_t>(found - all.begin());
}

void SegmentWriter::join_terms() {
  std::unordered_map<std::string, std::size_t> numbers;
  std::string key;
  for (const auto& batch : batches_) {
    for (const PostBatch::Term& part : batch) {
      key = part.folded;
      key += '\0';
      key += part.exact;
      const auto [found, is_new] = numbers.try_emplace(key, terms_.size());
      if (is_new) terms_.push_back({&part.folded, &part.exact, {}, 0, 0});
      Term& term = terms_[found->second];
      term.postings.push_back(part.postings);
      term.count += part.count;
    }
  }
  std::sort(terms_.begin(), terms_.end(), [](const Term& a, const Term& b) {
    return std::tie(*a.folded, *a.exact) < std::tie(*b.folded, *b.exact);
  });
}

void SegmentWriter::measure_terms() {
  for_each_(terms_.size(), [&](std::size_t i) {
    Term& term = terms_[i];
    std::vector<std::uint32_t> documents;
    documents.reserve(term.count);
    for_each_posting(term,
                     [&](const RawPosting& posting) { documents.push_back(posting.document); });
    BitWriter out;
    write_number_set(out, documents, documents_);
    term.bits = out.size() + (is_facet(*term.folded) ? 0 : kSymbolBits * term.count);
  });
}

// Terms with the same folded form stay in one shard.
void SegmentWriter::cut_shards() {
  TermRange shard{0, 0};
  std::size_t bits = 0;
  std::string_view before;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    if (terms_[i].bits >= kLargeTermBits) {
      large_.push_back(i);
      continue;
    }
    const std::string_view folded = *terms_[i].folded;
    if (bits >= kShardBits && folded != before) {
      shards_.push_back({shard.begin, i});
      std::size_t needed = 0;
      while (needed < before.size() && before[needed] == folded[needed]) ++needed;
      segment_.separators.emplace_back(folded.substr(0, needed + 1));
      shard.begin = i;
      bits = 0;
    }
    bits += kTermBits + terms_[i].bits;
    before = folded;
  }
  if (bits > 0) shards_.push_back({shard.begin, terms_.size()});
}

void SegmentWriter::write_shards() {
  std::vector<std::pair<std::string, TermRange>> wanted;
  for (std::size_t i = 0; i < shards_.size(); ++i) {
    wanted.emplace_back(file_name('t', i), shards_[i]);
  }
  for (std::size_t i = 0; i < large_.size(); ++i) {
    wanted.emplace_back(file_name('l', i), TermRange{large_[i], large_[i] + 1});
    const Term& term = terms_[large_[i]];
    segment_.large_terms.push_back(large_term(*term.folded, *term.exact));
  }
  std::vector<Files> written(wanted.size());
  for_each_(wanted.size(),
            [&](std::size_t i) { written[i] = write_shard(wanted[i].first, wanted[i].second); });
  for (Files& files : written) {
    for (auto& [name, bytes] : files) files_.emplace(std::move(name), std::move(bytes));
  }
}

// The shard and its position files.
SegmentWriter::Files SegmentWriter::write_shard(const std::string& name, TermRange range) const {
  Files files;
  ShardWriter shard(documents_);
  std::vector<std::uint32_t> position_files;
  std::vector<PlacedPosting> placed;
  std::size_t place_bits = 0;
  const auto end_position_file = [&] {
    if (placed.empty()) return;
    files.emplace_back(position_file_name(name, position_files.size()), write_positions(placed));
    position_files.push_back(static_cast<std::uint32_t>(placed.size()));
    placed.clear();
    place_bits = 0;
  };
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Term& term = terms_[i];
    if (term.bits >= kLargeTermBits && range.end - range.begin > 1) continue;
    Postings postings;
    for_each_posting(term, [&](const RawPosting& posting) {
      postings.documents.push_back(posting.document);
      if (is_facet(*term.folded)) return;
      const unsigned impact = impact_of(posting.counts, lengths_[posting.document], mean_);
      const unsigned title = posting.counts.title > 0 ? Symbol::kTitle : 0;
      const Symbol symbol{static_cast<std::uint8_t>(impact | title)};
      postings.symbols.push_back(symbol);
      placed.push_back({symbol, posting.places});
      place_bits += kPlaceBits * posting.places.text.size() + 1;
      if (place_bits >= kPositionBytes * 8) end_position_file();
    });
    shard.add(*term.folded, *term.exact, std::move(postings));
  }
  end_position_file();
  files.emplace_back(name, shard.write(position_files));
  return files;
}

void SegmentWriter::write_all_cards() {
  for (std::size_t begin = 0; begin < cards_.size(); begin += kCardsInFile) {
    const std::size_t count = std::min<std::size_t>(kCardsInFile, cards_.size() - begin);
    files_[file_name('c', begin / kCardsInFile)] =
        write_cards(std::span(cards_).subspan(begin, count));
  }
  for (const Card& card : cards_) {
    if (!card.date) break;
    const auto month = static_cast<std::uint32_t>(12 * card.date->year + card.date->month - 1);
    if (segment_.months.empty() || segment_.months.back().number != month) {
      segment_.months.push_back({month, 0});
    }
    ++segment_.months.back().documents;
  }
}

void SegmentWriter::write_words() {
  std::vector<WordCount> words;
  for (const Term& term : terms_) {
    if (term.count >= kLeastSpellingPosts && !is_facet(*term.folded)) {
      words.push_back({*term.exact, term.count});
    }
  }
  if (words.empty()) return;
  segment_.has_word_list = true;
  files_["w"] = write_spelling(words);
}

std::string SegmentWriter::list_files() const {
  std::string lines;
  for (const auto& [name, content] : files_) {
    lines += name + ' ' + std::to_string(kSealBytes + content.size()) + '\n';
  }
  return lines;
}

}  // namespace

WrittenSegment write_segment(const SegmentSource& source, const ForEachIndex& for_each) {
  return SegmentWriter(source, for_each).write();
}

}  // namespace daybook
