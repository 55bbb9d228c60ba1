// SHA-256 (FIPS 180-4), by which everything below the manifest's head is named or checked.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace daybook {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);

// 64 lower-case digits.
std::string hex(const Sha256& digest);

// 43 characters, RFC 4648 alphabet for URLs, no padding: how a manifest writes a hash.
std::string base64url(const Sha256& digest);

}  // namespace daybook
