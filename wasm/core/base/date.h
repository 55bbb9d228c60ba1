// Dates and points in time, as blogs write them: RFC 3339 with the author's own offset.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daybook {

// A day of the proleptic Gregorian calendar. Years 1 to 9999.
struct Date {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31

  bool operator==(const Date&) const = default;
  auto operator<=>(const Date&) const = default;
};

// A point in time together with the offset in which its author wrote it.
struct Timestamp {
  std::int64_t utc_seconds = 0;  // since 1970-01-01T00:00:00Z
  int offset_minutes = 0;        // east of UTC

  bool operator==(const Timestamp&) const = default;
};

bool is_valid(const Date& date);

// Days since 1970-01-01, and back.
std::int64_t days_from_date(const Date& date);
Date date_from_days(std::int64_t days);

// 1 to 366.
int day_of_year(const Date& date);

// The calendar day at the timestamp's own offset.
Date local_date(const Timestamp& timestamp);

// Local date and time of day (seconds since midnight) at an offset.
Timestamp make_timestamp(const Date& date, int seconds_of_day, int offset_minutes);

// What a date written by hand says. `seconds_of_day` and `offset_minutes` are absent where
// the text has none, and the caller knows the site's zone.
struct WrittenDate {
  Date date;
  std::optional<int> seconds_of_day;
  std::optional<int> offset_minutes;
};

// RFC 3339, `YYYY-MM-DD`, `YYYY-MM-DD HH:MM[:SS[.fff]] [Z|±H|±HH|±HHMM|±HH:MM|UTC]`.
// Nothing for anything else, impossible days included.
std::optional<WrittenDate> parse_written_date(std::string_view text);

// RFC 3339 or a bare date (midnight UTC): what a manifest holds.
std::optional<Timestamp> parse_timestamp(std::string_view text);

// 2026-03-06T00:00:00Z, 2026-03-06T09:30:00+05:30
std::string format_rfc3339(const Timestamp& timestamp);

// Fri, 06 Mar 2026 09:30:00 +0530: RFC 822 with a year of four digits, as RSS has it.
std::string format_rfc822(const Timestamp& timestamp);

// 2026-03-06
std::string format_iso_date(const Date& date);

// March 6, 2026
std::string format_long_date(const Date& date);

// March; `month` is 1 to 12.
std::string_view month_name(int month);

}  // namespace daybook
