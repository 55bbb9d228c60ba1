// Replies of a module to its caller, web/shared/core.ts.
//
// A reply is one block: u32 status, u32 size of needs, u32 size of body (little-endian), then
// both as UTF-8. Needs are lines `url TAB sha256 LF`. The caller releases it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/need.h"
#include "core/base/result.h"

namespace daybook {

void* make_reply(std::uint32_t status, const std::vector<Need>& needs, std::string_view body);

// 204 taken, 422 refused with a message.
void* make_supply_reply(const Result<Done>& supplied);

}  // namespace daybook
