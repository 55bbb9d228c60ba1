#include "core/blog/site.h"

#include "core/base/url.h"

namespace daybook {

std::string absolute_url(const Site& site, std::string_view path_or_url) {
  return is_absolute_url(path_or_url) ? std::string(path_or_url)
                                      : site.url + encode_path(path_or_url);
}

}  // namespace daybook
