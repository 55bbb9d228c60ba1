#include "core/blog/related.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "core/base/text.h"

namespace daybook {
namespace {

constexpr std::size_t kTextBytes = 6000;     // of each post
constexpr std::size_t kSignatureTerms = 32;  // the terms by which a post is known
constexpr std::size_t kCandidates = 300;     // posts looked at for one term, newest first
constexpr std::uint32_t kTitleWeight = 4;    // a title's word counts as so many of the text
constexpr std::uint64_t kTagWeight = 3;      // a tag weighs as so many times its rarity
constexpr std::size_t kShortestWord = 4;     // in bytes; shorter ones are grammar, mostly
constexpr std::uint64_t kLeastShare = 40;    // a relation has 1/40 of the post's own weight

using Term = std::uint64_t;  // a hash: two words that share one are one word here

struct Weighed {
  Term term = 0;
  std::uint64_t weight = 0;
};

// FNV-1a, 64 bits.
Term hash_term(std::string_view word, char kind) {
  Term hash = 0xCBF29CE484222325u;
  const auto add = [&](char byte) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3u;
  };
  add(kind);
  for (const char byte : word) add(byte);
  return hash;
}

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
}

void count_words(std::string_view text, std::uint32_t times,
                 std::unordered_map<Term, std::uint32_t>& counts) {
  const std::string folded = fold(text);
  std::size_t begin = 0;
  while (begin < folded.size()) {
    std::size_t end = begin;
    while (end < folded.size() && is_word_byte(folded[end])) ++end;
    if (end - begin >= kShortestWord) {
      counts[hash_term(std::string_view(folded).substr(begin, end - begin), 'w')] += times;
    }
    begin = end + 1;
  }
}

// 16 · log2(value), rounded down: whole numbers weigh alike on every machine.
std::uint64_t log2_sixteenths(std::uint64_t value) {
  std::uint64_t result = 0;
  std::uint64_t scaled = value << 16;
  while (scaled >= std::uint64_t{2} << 16) {
    scaled >>= 1;
    result += 16;
  }
  for (std::uint64_t bit = 8; bit > 0; bit /= 2) {
    scaled = (scaled * scaled) >> 16;
    if (scaled >= std::uint64_t{2} << 16) {
      scaled >>= 1;
      result += bit;
    }
  }
  return result;
}

class Relations {
 public:
  // The relations of the next newer post.
  std::vector<std::size_t> add(const RelatedText& post) {
    const auto signature = sign(post);
    std::uint64_t own_weight = 0;
    std::unordered_map<std::size_t, std::uint64_t> scores;
    for (const Weighed& own : signature) {
      own_weight += own.weight * own.weight;
      const auto& others = posts_of_[own.term];
      const std::size_t skipped = others.size() > kCandidates ? others.size() - kCandidates : 0;
      for (std::size_t i = skipped; i < others.size(); ++i) {
        scores[others[i].post] += own.weight * others[i].weight;
      }
    }
    const std::size_t number = posts_++;
    for (const Weighed& own : signature) posts_of_[own.term].push_back({number, own.weight});
    return best_of(scores, own_weight);
  }

 private:
  struct Posting {
    std::size_t post = 0;
    std::uint64_t weight = 0;
  };

  std::vector<Weighed> sign(const RelatedText& post) {
    std::unordered_map<Term, std::uint32_t> counts;
    count_words(post.title, kTitleWeight, counts);
    count_words(post.text.substr(0, kTextBytes), 1, counts);
    std::vector<Weighed> terms;
    for (const auto& [term, count] : counts) {
      terms.push_back({term, log2_sixteenths(1 + count) * rarity(term)});
    }
    for (const std::string& tag : post.tags) {
      const Term term = hash_term(tag, 't');
      terms.push_back({term, 16 * kTagWeight * rarity(term)});
    }
    for (const Weighed& weighed : terms) ++posts_with_[weighed.term];
    std::sort(terms.begin(), terms.end(), [](const Weighed& a, const Weighed& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
    });
    if (terms.size() > kSignatureTerms) terms.resize(kSignatureTerms);
    return terms;
  }

  // How seldom a term has been seen up to now.
  std::uint64_t rarity(Term term) const {
    const auto seen = posts_with_.find(term);
    const std::uint64_t with = seen == posts_with_.end() ? 0 : seen->second;
    return log2_sixteenths(2 * (posts_ + 2)) - log2_sixteenths(with + 1);
  }

  static std::vector<std::size_t> best_of(
      const std::unordered_map<std::size_t, std::uint64_t>& scores, std::uint64_t own_weight) {
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    for (const auto& [post, score] : scores) {
      if (score >= own_weight / kLeastShare) order.emplace_back(score, post);
    }
    std::sort(order.rbegin(), order.rend());
    std::vector<std::size_t> best;
    for (const auto& [score, post] : order) {
      if (best.size() < kMaxRelated) best.push_back(post);
    }
    return best;
  }

  std::size_t posts_ = 0;
  std::unordered_map<Term, std::uint64_t> posts_with_;
  std::unordered_map<Term, std::vector<Posting>> posts_of_;
};

}  // namespace

std::vector<std::vector<std::size_t>> find_related(const std::vector<RelatedText>& posts) {
  Relations relations;
  std::vector<std::vector<std::size_t>> related;
  for (const RelatedText& post : posts) related.push_back(relations.add(post));
  return related;
}

}  // namespace daybook
