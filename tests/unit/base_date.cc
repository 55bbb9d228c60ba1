#include "core/base/date.h"

#include <catch2/catch_test_macros.hpp>

namespace daybook {

TEST_CASE("days count from the epoch and back over centuries") {
  CHECK(days_from_date({1970, 1, 1}) == 0);
  CHECK(days_from_date({2000, 3, 1}) == 11017);
  for (std::int64_t days = -719162; days < 2932896; days += 97) {
    const Date date = date_from_days(days);
    REQUIRE(is_valid(date));
    REQUIRE(days_from_date(date) == days);
  }
}

TEST_CASE("the day of the year counts leap days") {
  CHECK(day_of_year({2026, 3, 6}) == 65);
  CHECK(day_of_year({2024, 12, 30}) == 365);
  CHECK(day_of_year({2024, 12, 31}) == 366);
}

TEST_CASE("dates are read as authors write them") {
  struct Row {
    const char* text;
    const char* rfc3339;
  };
  for (const Row& row : {Row{"2025-11-10", "2025-11-10T00:00:00Z"},
                         Row{"2025-11-10T09:30:00Z", "2025-11-10T09:30:00Z"},
                         Row{"2025-11-10 09:30", "2025-11-10T09:30:00Z"},
                         Row{"2025-11-10 09:30:15.250 +0530", "2025-11-10T09:30:15+05:30"},
                         Row{"2015-03-17 14:00:00 -4", "2015-03-17T14:00:00-04:00"},
                         Row{"2015-03-17 14:00:00 UTC", "2015-03-17T14:00:00Z"},
                         Row{"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"}}) {
    const auto timestamp = parse_timestamp(row.text);
    REQUIRE(timestamp);
    CHECK(format_rfc3339(*timestamp) == row.rfc3339);
  }
}

TEST_CASE("what is no date is refused") {
  for (const char* text :
       {"", "2025", "2025-13-01", "2025-02-29", "2025-11-10T25:00:00Z", "2025-11-10T",
        "2025-11-10 09:30 nonsense", "10/11/2025", "2025-11-10T09:30:00+9999"}) {
    CHECK_FALSE(parse_timestamp(text));
  }
}

TEST_CASE("the local date is that of the author's own offset") {
  CHECK(local_date(*parse_timestamp("2025-12-31T23:30:00-05:00")) == Date{2025, 12, 31});
  CHECK(local_date(*parse_timestamp("2026-01-01T00:30:00+09:00")) == Date{2026, 1, 1});
}

TEST_CASE("readers see long dates") {
  CHECK(format_long_date({2026, 3, 6}) == "March 6, 2026");
  CHECK(format_iso_date({2026, 3, 6}) == "2026-03-06");
}

}  // namespace daybook
