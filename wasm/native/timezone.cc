#include "native/timezone.h"

#include <chrono>
#include <stdexcept>
#include <string>

#include <date/tz.h>

namespace daybook {
namespace {

bool is_utc(std::string_view name) { return name == "UTC" || name == "Etc/UTC" || name == "Z"; }

// Null for a name that the system does not know, or where it has no database.
const date::time_zone* find_zone(std::string_view name) {
  try {
    return date::locate_zone(std::string(name));
  } catch (const std::exception&) {
    return nullptr;
  }
}

}  // namespace

bool is_timezone(std::string_view name) { return is_utc(name) || find_zone(name) != nullptr; }

Timestamp timestamp_in(std::string_view timezone, const Date& date, int seconds_of_day) {
  const date::time_zone* zone = is_utc(timezone) ? nullptr : find_zone(timezone);
  if (zone == nullptr) return make_timestamp(date, seconds_of_day, 0);

  const std::int64_t local = days_from_date(date) * 86400 + seconds_of_day;
  const auto info = zone->get_info(date::local_seconds(std::chrono::seconds(local)));
  // Before 1900 offsets were not whole minutes. The seconds are dropped from instant and offset
  // alike, so that the local date stays the one that was written.
  const auto minutes = [](std::chrono::seconds offset) {
    return static_cast<int>(date::floor<std::chrono::minutes>(offset).count());
  };
  if (info.result == date::local_info::nonexistent) {
    return {info.second.begin.time_since_epoch().count(), minutes(info.second.offset)};
  }
  return make_timestamp(date, seconds_of_day, minutes(info.first.offset));
}

}  // namespace daybook
