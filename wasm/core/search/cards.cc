#include "core/search/cards.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/search/bits.h"
#include "core/search/prefix_code.h"

namespace daybook {
namespace {

constexpr unsigned kGapOrder = 4;
constexpr unsigned kFirstDayOrder = 12;
constexpr std::uint32_t kMaxTags = 1 << 12;
constexpr std::size_t kMaxText = 1 << 12;
constexpr std::uint32_t kBytes = 256;

// days_from_date() of 0001-01-01 and 9999-12-31.
const std::int64_t kFirstDay = days_from_date({1, 1, 1});
const std::int64_t kLastDay = days_from_date({9999, 12, 31});

std::string path_of_title(std::string_view title) { return path_slug(title) + '/'; }

std::string_view common_beginning(std::span<const Card> cards) {
  if (cards.empty()) return {};
  std::string_view common = cards.front().path;
  for (const Card& card : cards) {
    std::size_t shared = 0;
    while (shared < std::min(common.size(), card.path.size()) &&
           common[shared] == card.path[shared]) {
      ++shared;
    }
    common = common.substr(0, shared);
  }
  return common.substr(0, common.rfind('/') + 1);  // npos + 1 is 0
}

class CardsWriter {
 public:
  explicit CardsWriter(std::span<const Card> cards)
      : cards_(cards), beginning_(common_beginning(cards)) {
    for (const Card& card : cards) {
      for (const std::string& tag : card.tags) {
        if (number_of(tag) == tags_.size()) tags_.push_back(tag);
      }
    }
  }

  // All is written twice, the first time to count bytes.
  std::string write() {
    write_all();
    code_ = PrefixCode(counts_);
    is_counting_ = false;
    out_ = BitWriter();
    write_all();
    return out_.take();
  }

 private:
  void write_all() {
    out_.number(static_cast<std::uint32_t>(tags_.size()));
    code_.write(out_, kBytes);
    for (const std::string_view tag : tags_) text(tag);
    text(beginning_);
    std::int64_t before = kFirstDay;
    for (const Card& card : cards_) {
      text(card.title);
      const std::string_view rest = std::string_view(card.path).substr(beginning_.size());
      const bool is_slug = rest == path_of_title(card.title);
      out_.bits(is_slug ? 1 : 0, 1);
      if (!is_slug) text(rest);
      out_.bits(card.date ? 1 : 0, 1);
      if (card.date) {
        const std::int64_t day = days_from_date(*card.date);
        const bool is_first = &card == cards_.data();
        out_.number(static_cast<std::uint32_t>(is_first ? day - kFirstDay : before - day),
                    is_first ? kFirstDayOrder : kGapOrder);
        before = day;
      }
      out_.number(static_cast<std::uint32_t>(card.tags.size()));
      for (const std::string& tag : card.tags) out_.number(number_of(tag));
      out_.number(card.language);
    }
  }

  void text(std::string_view text) {
    for (const char byte : text.substr(0, kMaxText)) {
      if (byte != 0) put(static_cast<unsigned char>(byte));
    }
    put(0);
  }

  void put(unsigned byte) {
    if (is_counting_) {
      ++counts_[byte];
    } else {
      code_.put(out_, byte);
    }
  }

  std::uint32_t number_of(std::string_view tag) const {
    return static_cast<std::uint32_t>(std::find(tags_.begin(), tags_.end(), tag) - tags_.begin());
  }

  std::span<const Card> cards_;
  std::string_view beginning_;
  std::vector<std::string_view> tags_;
  std::array<std::uint32_t, kBytes> counts_{};
  PrefixCode code_;
  BitWriter out_;
  bool is_counting_ = true;
};

std::string read_text(BitReader& in, const PrefixCode& code) {
  std::string text;
  while (in.is_good()) {
    const unsigned byte = code.get(in);
    if (byte == 0) break;
    if (text.size() == kMaxText) in.fail();
    text += static_cast<char>(byte);
  }
  return text;
}

}  // namespace

std::string write_cards(std::span<const Card> cards) { return CardsWriter(cards).write(); }

std::optional<std::vector<Card>> read_cards(std::string_view bytes, std::uint32_t count) {
  BitReader in(bytes);
  const std::uint32_t tag_count = in.number();
  if (tag_count > kMaxTags) in.fail();
  const PrefixCode code = PrefixCode::read(in, kBytes);
  std::vector<std::string> tags;
  for (std::uint32_t i = 0; i < tag_count && in.is_good(); ++i) {
    tags.push_back(read_text(in, code));
  }
  const std::string beginning = read_text(in, code);
  std::vector<Card> cards;
  std::int64_t day = 0;
  for (std::uint32_t i = 0; i < count && in.is_good(); ++i) {
    Card card;
    card.title = read_text(in, code);
    card.path = beginning + (in.bits(1) != 0 ? path_of_title(card.title) : read_text(in, code));
    if (in.bits(1) != 0) {
      const std::int64_t number = in.number(i == 0 ? kFirstDayOrder : kGapOrder);
      day = i == 0 ? kFirstDay + number : day - number;
      if (day < kFirstDay || day > kLastDay) {
        in.fail();
        break;
      }
      card.date = date_from_days(day);
    }
    const std::uint32_t own_tags = in.number();
    if (own_tags > kMaxTags) in.fail();
    for (std::uint32_t j = 0; j < own_tags && in.is_good(); ++j) {
      const std::uint32_t tag = in.number();
      if (tag < tags.size()) {
        card.tags.push_back(tags[tag]);
      } else {
        in.fail();
      }
    }
    card.language = in.number();
    cards.push_back(std::move(card));
  }
  if (!in.is_good()) return std::nullopt;
  return cards;
}

}  // namespace daybook
