// `_headers`, which Netlify, Cloudflare Pages and others read: what they send with the files of the
// site. Hosts that do not know it take it for a file like any other.
#pragma once

#include <string>

namespace daybook {

// The policy of every page as a header, where it binds the service worker too and can forbid
// frames; and how long each kind of file may be kept. For a site at the root of its host.
std::string headers_file();

}  // namespace daybook
