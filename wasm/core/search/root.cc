#include "core/search/root.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/search/bits.h"
#include "core/search/number_set.h"
#include "core/search/sorted_texts.h"

namespace daybook {
namespace {

constexpr std::uint32_t kRootVersion = 1;
constexpr unsigned kCountOrder = 12;
constexpr unsigned kMonthOrder = 4;
constexpr char kExactFollows = '\x01';

constexpr std::uint32_t kMaxTexts = 1 << 16;
constexpr std::uint32_t kMaxSegments = 8;
constexpr std::uint32_t kMaxMonths = 12 * 10'000;

constexpr std::string_view kHexDigits = "0123456789abcdef";

void write_digits(BitWriter& out, std::string_view digits) {
  for (const char digit : digits) {
    out.bits(static_cast<std::uint32_t>(kHexDigits.find(digit)), 4);
  }
}

std::string read_digits(BitReader& in) {
  std::string digits;
  for (int i = 0; i < 16; ++i) digits += kHexDigits[in.bits(4)];
  return digits;
}

void write_months(BitWriter& out, const std::vector<Month>& months) {
  out.number(static_cast<std::uint32_t>(months.size()));
  std::uint32_t before = 0;
  for (const Month& month : months) {
    if (before == 0) {
      out.number(month.number, kCountOrder);
    } else {
      out.number(before - month.number - 1);
    }
    out.number(month.documents - 1, kMonthOrder);
    before = month.number;
  }
}

std::vector<Month> read_months(BitReader& in, std::uint32_t documents) {
  std::vector<Month> months;
  const std::uint32_t count = in.number();
  std::uint32_t before = kMaxMonths;
  std::uint32_t sum = 0;
  for (std::uint32_t i = 0; i < count && in.is_good(); ++i) {
    const std::uint32_t gap = in.number(i == 0 ? kCountOrder : 0);
    const Month month{i == 0 ? gap : before - gap - 1, in.number(kMonthOrder) + 1};
    sum += month.documents;
    if (month.number >= before || sum > documents) in.fail();
    before = month.number;
    months.push_back(month);
  }
  return months;
}

void write_segment(BitWriter& out, const Segment& segment, std::uint32_t documents_before) {
  write_digits(out, segment.digits);
  out.number(segment.documents, kCountOrder);
  write_months(out, segment.months);
  write_sorted_texts(out, segment.separators);
  write_sorted_texts(out, segment.large_terms);
  out.number(static_cast<std::uint32_t>(segment.deleted.size()));
  write_number_set(out, segment.deleted, segment.documents);
  out.bits(segment.has_word_list ? 1 : 0, 1);
  std::vector<std::uint32_t> places;
  for (const std::uint32_t newer : segment.newer) {
    places.push_back(newer + static_cast<std::uint32_t>(places.size()));
  }
  if (documents_before > 0) write_number_set(out, places, documents_before + segment.documents);
}

Segment read_segment(BitReader& in, std::uint32_t documents_before) {
  Segment segment;
  segment.digits = read_digits(in);
  segment.documents = in.number(kCountOrder);
  if (segment.documents > kMaxDocuments) in.fail();
  if (!in.is_good()) return segment;
  segment.months = read_months(in, segment.documents);
  segment.separators = read_sorted_texts(in, kMaxTexts);
  segment.large_terms = read_sorted_texts(in, kMaxTexts);
  segment.deleted = read_number_set(in, in.number(), segment.documents);
  segment.has_word_list = in.bits(1) != 0;
  if (documents_before == 0 || !in.is_good()) return segment;
  segment.newer = read_number_set(in, segment.documents, documents_before + segment.documents);
  for (std::uint32_t i = 0; i < segment.newer.size(); ++i) segment.newer[i] -= i;
  return segment;
}

}  // namespace

std::uint32_t Segment::dated() const {
  std::uint32_t sum = 0;
  for (const Month& month : months) sum += month.documents;
  return sum;
}

std::string write_root(const Root& root) {
  BitWriter out;
  out.bits(kRootVersion, 8);
  write_sorted_texts(out, root.languages);
  write_sorted_texts(out, root.function_words);
  out.number(static_cast<std::uint32_t>(root.segments.size()));
  std::uint32_t documents = 0;
  for (const Segment& segment : root.segments) {
    write_segment(out, segment, documents);
    documents += segment.documents;
  }
  return out.take();
}

std::optional<Root> read_root(std::string_view bytes) {
  BitReader in(bytes);
  if (in.bits(8) != kRootVersion) return std::nullopt;
  Root root;
  root.languages = read_sorted_texts(in, kMaxTexts);
  root.function_words = read_sorted_texts(in, kMaxTexts);
  const std::uint32_t segments = in.number();
  if (segments > kMaxSegments) in.fail();
  std::uint32_t documents = 0;
  for (std::uint32_t i = 0; i < segments && in.is_good(); ++i) {
    root.segments.push_back(read_segment(in, documents));
    documents += root.segments.back().documents;
  }
  if (!in.is_good()) return std::nullopt;
  return root;
}

std::string large_term(std::string_view folded, std::string_view exact) {
  std::string text(folded);
  if (exact != folded) {
    text += kExactFollows;
    text += exact;
  }
  return text;
}

LargeTerm split_large_term(std::string_view text) {
  const std::size_t mark = text.find(kExactFollows);
  if (mark == std::string_view::npos) return {text, text};
  return {text.substr(0, mark), text.substr(mark + 1)};
}

}  // namespace daybook
