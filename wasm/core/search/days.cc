#include "core/search/days.h"

#include "core/base/date.h"
#include "core/search/bits.h"

namespace daybook {
namespace {

constexpr unsigned kGapOrder = 2;
constexpr unsigned kFirstOrder = 12;

std::int64_t first_day() { return days_from_date({1, 1, 1}); }

}  // namespace

std::string write_days(std::span<const std::int64_t> days) {
  BitWriter out;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const std::int64_t number = i == 0 ? days[i] - first_day() : days[i - 1] - days[i];
    out.number(static_cast<std::uint32_t>(number), i == 0 ? kFirstOrder : kGapOrder);
  }
  return out.take();
}

std::optional<std::vector<std::int64_t>> read_days(std::string_view bytes, std::uint32_t count) {
  std::vector<std::int64_t> days;
  BitReader in(bytes);
  for (std::uint32_t i = 0; i < count && in.is_good(); ++i) {
    const std::int64_t number = in.number(i == 0 ? kFirstOrder : kGapOrder);
    days.push_back(i == 0 ? first_day() + number : days.back() - number);
  }
  if (!in.is_good()) return std::nullopt;
  return days;
}

}  // namespace daybook
