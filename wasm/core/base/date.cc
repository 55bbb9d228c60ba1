#include "core/base/date.h"

#include <array>

namespace daybook {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::int64_t floor_divide(std::int64_t value, std::int64_t divisor) {
  const std::int64_t quotient = value / divisor;
  return value % divisor < 0 ? quotient - 1 : quotient;
}

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

void append_padded(std::string& out, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

// Reads a written date from front to back; each step says whether it could be taken.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }

  bool take(char wanted) {
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool take_word(std::string_view wanted) {
    if (!rest_.starts_with(wanted)) return false;
    rest_.remove_prefix(wanted.size());
    return true;
  }

  void skip_spaces() {
    while (take(' ') || take('\t')) {
    }
  }

  void skip_digits() {
    while (is_digit()) rest_.remove_prefix(1);
  }

  // Between `least` and `most` digits as a number.
  std::optional<int> number(std::size_t least, std::size_t most) {
    int value = 0;
    std::size_t count = 0;
    while (count < most && is_digit()) {
      value = value * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
      ++count;
    }
    if (count < least) return std::nullopt;
    return value;
  }

 private:
  bool is_digit() const { return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; }

  std::string_view rest_;
};

std::optional<Date> scan_date(Scanner& scanner) {
  const auto year = scanner.number(4, 4);
  if (!year || !scanner.take('-')) return std::nullopt;
  const auto month = scanner.number(1, 2);
  if (!month || !scanner.take('-')) return std::nullopt;
  const auto day = scanner.number(1, 2);
  if (!day) return std::nullopt;
  const Date date{*year, *month, *day};
  if (!is_valid(date)) return std::nullopt;
  return date;
}

std::optional<int> scan_time(Scanner& scanner) {
  const auto hours = scanner.number(1, 2);
  if (!hours || *hours > 23 || !scanner.take(':')) return std::nullopt;
  const auto minutes = scanner.number(2, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  int seconds = 0;
  if (scanner.take(':')) {
    const auto written = scanner.number(2, 2);
    // A leap second is written 60; the calendar here has none, so it reads as 59.
    if (!written || *written > 60) return std::nullopt;
    seconds = *written == 60 ? 59 : *written;
    if (scanner.take('.')) scanner.skip_digits();
  }
  return *hours * 3600 + *minutes * 60 + seconds;
}

// Nothing where there is no offset that could be read; `Z` and `UTC` are 0.
std::optional<int> scan_offset(Scanner& scanner) {
  if (scanner.take('Z') || scanner.take('z') || scanner.take_word("UTC")) return 0;
  int sign = 0;
  if (scanner.take('+')) sign = 1;
  if (sign == 0 && scanner.take('-')) sign = -1;
  if (sign == 0) return std::nullopt;
  const auto hours = scanner.number(1, 2);
  if (!hours) return std::nullopt;
  int minutes = 0;
  if (scanner.take(':') || !scanner.at_end()) {
    const auto written = scanner.number(2, 2);
    if (!written) return std::nullopt;
    minutes = *written;
  }
  if (*hours > 23 || minutes > 59) return std::nullopt;
  return sign * (*hours * 60 + minutes);
}

// 09:30:00, at the timestamp's own offset.
std::string format_time(const Timestamp& timestamp) {
  const std::int64_t local = timestamp.utc_seconds + std::int64_t{timestamp.offset_minutes} * 60;
  const auto seconds =
      static_cast<int>(local - floor_divide(local, kSecondsPerDay) * kSecondsPerDay);
  std::string out;
  append_padded(out, seconds / 3600, 2);
  out += ':';
  append_padded(out, seconds / 60 % 60, 2);
  out += ':';
  append_padded(out, seconds % 60, 2);
  return out;
}

// +05:30, or with no separator +0530.
std::string format_offset(const Timestamp& timestamp, std::string_view separator) {
  const int offset = timestamp.offset_minutes;
  const int size = offset < 0 ? -offset : offset;
  std::string out(1, offset < 0 ? '-' : '+');
  append_padded(out, size / 60, 2);
  out += separator;
  append_padded(out, size % 60, 2);
  return out;
}

}  // namespace

bool is_valid(const Date& date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

// Both conversions count in eras of 400 years (146,097 days) whose years begin in March, so
// that the leap day is a year's last.
std::int64_t days_from_date(const Date& date) {
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = floor_divide(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month_from_march = (date.month + 9) % 12;
  const std::int64_t day_of_march_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_march_year;
  return era * 146097 + day_of_era - 719468;
}

Date date_from_days(std::int64_t days) {
  const std::int64_t shifted = days + 719468;
  const std::int64_t era = floor_divide(shifted, 146097);
  const std::int64_t day_of_era = shifted - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_march_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_march_year + 2) / 153;
  const auto day = static_cast<int>(day_of_march_year - (153 * month_from_march + 2) / 5 + 1);
  const auto month =
      static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return {static_cast<int>(year), month, day};
}

int day_of_year(const Date& date) {
  return static_cast<int>(days_from_date(date) - days_from_date({date.year, 1, 1})) + 1;
}

Date local_date(const Timestamp& timestamp) {
  const std::int64_t local = timestamp.utc_seconds + std::int64_t{timestamp.offset_minutes} * 60;
  return date_from_days(floor_divide(local, kSecondsPerDay));
}

Timestamp make_timestamp(const Date& date, int seconds_of_day, int offset_minutes) {
  return {
      days_from_date(date) * kSecondsPerDay + seconds_of_day - std::int64_t{offset_minutes} * 60,
      offset_minutes};
}

std::optional<WrittenDate> parse_written_date(std::string_view text) {
  Scanner scanner(text);
  scanner.skip_spaces();
  const auto date = scan_date(scanner);
  if (!date) return std::nullopt;
  WrittenDate written{*date, std::nullopt, std::nullopt};

  bool has_time = scanner.take('T') || scanner.take('t');
  scanner.skip_spaces();
  if (scanner.at_end() && !has_time) return written;

  written.seconds_of_day = scan_time(scanner);
  if (!written.seconds_of_day) return std::nullopt;
  scanner.skip_spaces();
  if (scanner.at_end()) return written;

  written.offset_minutes = scan_offset(scanner);
  scanner.skip_spaces();
  if (!written.offset_minutes || !scanner.at_end()) return std::nullopt;
  return written;
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  const auto written = parse_written_date(text);
  if (!written) return std::nullopt;
  return make_timestamp(written->date, written->seconds_of_day.value_or(0),
                        written->offset_minutes.value_or(0));
}

std::string format_iso_date(const Date& date) {
  std::string out;
  append_padded(out, date.year, 4);
  out += '-';
  append_padded(out, date.month, 2);
  out += '-';
  append_padded(out, date.day, 2);
  return out;
}

std::string format_rfc3339(const Timestamp& timestamp) {
  std::string out = format_iso_date(local_date(timestamp)) + 'T' + format_time(timestamp);
  if (timestamp.offset_minutes == 0) return out + 'Z';
  return out + format_offset(timestamp, ":");
}

std::string format_rfc822(const Timestamp& timestamp) {
  constexpr std::string_view kDays = "ThuFriSatSunMonTueWed";  // 1970-01-01 was a Thursday
  const Date date = local_date(timestamp);
  const std::int64_t days = days_from_date(date);
  const auto day_of_week = static_cast<std::size_t>(days - floor_divide(days, 7) * 7);
  std::string out(kDays.substr(day_of_week * 3, 3));
  out += ", ";
  append_padded(out, date.day, 2);
  out += ' ';
  out += month_name(date.month).substr(0, 3);
  out += ' ';
  append_padded(out, date.year, 4);
  return out + ' ' + format_time(timestamp) + ' ' + format_offset(timestamp, "");
}

std::string_view month_name(int month) { return kMonths[static_cast<std::size_t>(month - 1)]; }

std::string format_long_date(const Date& date) {
  std::string out(month_name(date.month));
  out += ' ';
  out += std::to_string(date.day);
  out += ", ";
  out += std::to_string(date.year);
  return out;
}

}  // namespace daybook
