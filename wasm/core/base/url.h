// URLs inside a site. A site path is relative to the site's root, without a leading slash:
// `` is the index, `tags/linux/` a tag. Output links from page to page are relative, so that
// a site works below any base path.
#pragma once

#include <string>
#include <string_view>

namespace daybook {

// Percent-encodes what a path may not hold as it is (RFC 3986 pchar and `/` are kept).
std::string encode_path(std::string_view path);

// Decodes %XX. An incomplete or invalid escape is kept as it stands.
std::string decode_percent(std::string_view text);

// For a query value: spaces as `+`, everything but unreserved characters encoded.
std::string encode_query(std::string_view text);
std::string decode_query(std::string_view text);

// The relative reference that leads from the page at site path `from` to site path `to`
// (which may carry a query or fragment). `./` where both are the same page.
std::string relative_url(std::string_view from, std::string_view to);

// `reference` (a relative path) seen from the file or page at site path `base`, with `.` and
// `..` resolved; `..` never leads above the root.
std::string resolve_path(std::string_view base, std::string_view reference);

// True where the text starts with a scheme (`mailto:`) or with `//`.
bool is_absolute_url(std::string_view url);

}  // namespace daybook
