// Local time by the system's time zone database.
#pragma once

#include <string_view>

#include "core/base/date.h"

namespace daybook {

// True for the IANA names the system knows (`Europe/Berlin`); `UTC` needs no database.
bool is_timezone(std::string_view name);

// The point in time at which clocks in `timezone`, a known name, show a time of a day. A time
// that clocks skip is the moment they skip it; of one that comes twice, the first counts.
Timestamp timestamp_in(std::string_view timezone, const Date& date, int seconds_of_day);

}  // namespace daybook
