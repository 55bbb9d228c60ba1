// The document around a page: web/index.html filled in.
#pragma once

#include <string>
#include <string_view>

#include "core/blog/site.h"
#include "core/page/page.h"

namespace daybook {

// The whole HTML document, or a file for other programs as it is. All its references are relative
// to `page.path`; the 404 page, which hosts serve under any path, names its style and script at
// several depths.
std::string document(const Site& site, const Page& page);

// For hosts that know no redirects: the document at site path `from` that sends readers to `to`.
std::string redirect_document(const Site& site, std::string_view from, std::string_view to);

}  // namespace daybook
