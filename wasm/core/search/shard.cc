#include "core/search/shard.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/search/number_set.h"
#include "core/search/sorted_texts.h"

namespace daybook {
namespace {

constexpr std::size_t kBlockTerms = 64;
constexpr unsigned kExactFollows = 1;  // an ending beside kTextEnd
constexpr unsigned kEndings = 2;
constexpr unsigned kSizeOrder = 12;  // of numbers that tell the size of something

// No honest shard has more, and a reader is asked for no more work than they make.
constexpr std::uint32_t kMaxPostings = 1 << 22;

void write_postings(BitWriter& out, const Postings& postings, std::uint32_t documents,
                    const PrefixCode& symbols) {
  write_number_set(out, postings.documents, documents);
  for (const Symbol symbol : postings.symbols) symbols.put(out, symbol.value);
}

}  // namespace

void ShardWriter::add(std::string_view folded, std::string_view exact, Postings postings) {
  terms_.push_back({std::string(folded), std::string(exact), std::move(postings)});
}

std::string ShardWriter::write(const std::vector<std::uint32_t>& position_files) const {
  SortedTextWriter texts;
  std::array<std::uint32_t, kSymbols> counts{};
  std::string_view before;
  const auto for_each_text = [&](auto use) {
    before = {};
    for (const Term& term : terms_) {
      use(term);
      before = term.folded;
    }
  };
  for_each_text([&](const Term& term) {
    const bool has_exact = term.exact != term.folded;
    texts.count(before, term.folded, has_exact ? kExactFollows : kTextEnd);
    if (has_exact) texts.count(term.folded, term.exact);
    for (const Symbol symbol : term.postings.symbols) ++counts[symbol.value];
  });
  const PrefixCode symbols{counts};

  BitWriter out;
  out.number(static_cast<std::uint32_t>(terms_.size()));
  texts.write_codes(out);
  symbols.write(out, kSymbols);
  out.number(static_cast<std::uint32_t>(position_files.size()));
  for (const std::uint32_t postings : position_files) out.number(postings, kSizeOrder);
  for_each_text([&](const Term& term) {
    const bool has_exact = term.exact != term.folded;
    texts.write(out, before, term.folded, has_exact ? kExactFollows : kTextEnd);
    if (has_exact) texts.write(out, term.folded, term.exact);
    out.number(static_cast<std::uint32_t>(term.postings.documents.size() - 1));
  });

  BitWriter all_postings;
  for (std::size_t begin = 0; begin < terms_.size(); begin += kBlockTerms) {
    const std::size_t size_before = all_postings.size();
    for (std::size_t i = begin; i < std::min(begin + kBlockTerms, terms_.size()); ++i) {
      write_postings(all_postings, terms_[i].postings, documents_, symbols);
    }
    out.number(static_cast<std::uint32_t>(all_postings.size() - size_before), kSizeOrder);
  }
  out.append(all_postings);
  return out.take();
}

std::optional<Shard> Shard::read(std::string_view bytes, std::uint32_t documents) {
  Shard shard;
  shard.bytes_ = bytes;
  shard.documents_ = documents;
  BitReader in(bytes);
  const std::uint32_t count = in.number();
  // A term takes one bit at least.
  if (count > bytes.size() * 8 || !shard.read_terms(in, count)) return std::nullopt;
  return shard;
}

bool Shard::read_terms(BitReader& in, std::uint32_t count) {
  const SortedTextReader texts(in);
  symbols_ = PrefixCode::read(in, kSymbols);
  const std::uint32_t files = in.number();
  if (files > bytes_.size() * 8) return false;
  position_files_ = {0};
  for (std::uint32_t i = 0; i < files && in.is_good(); ++i) {
    position_files_.push_back(position_files_.back() + in.number(kSizeOrder));
    if (position_files_.back() > kMaxPostings) in.fail();
  }

  std::string folded;
  std::string exact;
  std::uint32_t word_postings = 0;
  for (std::uint32_t i = 0; i < count && in.is_good(); ++i) {
    exact.clear();
    if (texts.next(in, folded, kEndings) == kExactFollows) {
      exact = folded;
      if (texts.next(in, exact, kEndings) != kTextEnd) in.fail();
    }
    Term term{static_cast<std::uint32_t>(texts_.size()),
              in.number() + 1,
              all_postings_,
              word_postings,
              static_cast<std::uint8_t>(folded.size()),
              static_cast<std::uint8_t>(exact.size())};
    if (term.count > documents_) in.fail();
    all_postings_ += term.count;
    if (all_postings_ > kMaxPostings) in.fail();
    if (!is_facet(folded)) word_postings += term.count;
    texts_ += folded;
    texts_ += exact;
    terms_.push_back(term);
  }

  const std::size_t blocks = (terms_.size() + kBlockTerms - 1) / kBlockTerms;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < blocks && in.is_good(); ++i) {
    blocks_.emplace_back().position = begin;
    begin += in.number(kSizeOrder);
  }
  for (Block& block : blocks_) block.position += in.position();
  return in.is_good() && in.position() + begin <= bytes_.size() * 8;
}

std::string_view Shard::folded(std::size_t term) const {
  return std::string_view(texts_).substr(terms_[term].text, terms_[term].folded_size);
}

std::string_view Shard::exact(std::size_t term) const {
  const Term& found = terms_[term];
  if (found.exact_size == 0) return folded(term);
  return std::string_view(texts_).substr(found.text + found.folded_size, found.exact_size);
}

std::size_t Shard::lower_bound(std::string_view text) const {
  std::size_t low = 0;
  std::size_t high = terms_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (folded(middle) < text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::optional<PostingsView> Shard::postings(std::size_t number) const {
  const std::size_t begin = number - number % kBlockTerms;
  const std::size_t end = std::min(begin + kBlockTerms, terms_.size());
  const Term& first = terms_[begin];
  const Term& last = terms_[end - 1];
  Block& block = blocks_[number / kBlockTerms];
  // Room for all at once, since views of the first ones outlive the reading of the others.
  block.documents.reserve(last.first_document + last.count - first.first_document);
  block.symbols.reserve(last.first_posting + last.count - first.first_posting);
  for (; begin + block.read <= number; ++block.read) {
    const std::size_t next = begin + block.read;
    if (!read_postings(block, terms_[next], !is_facet(folded(next)))) return std::nullopt;
  }
  const Term& term = terms_[number];
  PostingsView view;
  view.documents = std::span<const std::uint32_t>(block.documents)
                       .subspan(term.first_document - first.first_document, term.count);
  if (is_facet(folded(number))) return view;
  view.symbols = std::span<const Symbol>(block.symbols)
                     .subspan(term.first_posting - first.first_posting, term.count);
  return view;
}

bool Shard::read_postings(Block& block, const Term& term, bool has_symbols) const {
  BitReader in(bytes_, block.position);
  const std::size_t documents = block.documents.size();
  const std::size_t symbols = block.symbols.size();
  block.documents.resize(documents + term.count);
  read_number_set(in, std::span(block.documents).subspan(documents), documents_);
  if (has_symbols && in.is_good()) {
    block.symbols.resize(symbols + term.count);
    for (Symbol& symbol : std::span(block.symbols).subspan(symbols)) {
      symbol.value = static_cast<std::uint8_t>(symbols_.get(in));
    }
  }
  if (in.is_good()) {
    block.position = in.position();
    return true;
  }
  block.documents.resize(documents);
  block.symbols.resize(symbols);
  return false;
}

std::size_t Shard::memory() const {
  return texts_.size() + terms_.size() * sizeof(Term) + blocks_.size() * sizeof(Block) +
         all_postings_ * (sizeof(std::uint32_t) + sizeof(Symbol));
}

}  // namespace daybook
