// `daybook new`: a post or a whole site to begin with. Never overwrites.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/date.h"
#include "core/base/result.h"

namespace daybook {

// Makes `posts/<date>-<slug>.md` in the content folder, a draft with the title. Returns its path.
Result<std::filesystem::path> new_post(const std::filesystem::path& content, std::string_view title,
                                       const Date& today);

// Makes a folder with site.json, a first post and an about page. Returns the folder. It must be
// empty or not there yet.
Result<std::filesystem::path> new_site(const std::filesystem::path& folder, const Date& today);

}  // namespace daybook
