// What the core asks its host for.
#pragma once

#include <string>

namespace daybook {

// A resource to fetch. `url` is relative to the site's root, ready to be requested; `sha256` is
// base64url and empty where nobody vouches for the bytes.
struct Need {
  std::string url;
  std::string sha256;

  bool operator==(const Need&) const = default;
};

}  // namespace daybook
