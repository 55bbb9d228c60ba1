// The full-text index among the files of a build.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/blog/site.h"
#include "native/output.h"
#include "native/plan.h"

namespace daybook {

// Stages the index of the plan's posts and of its pages but for those that are unlisted; what the
// earlier build has left at `destination` stays where it can. Tells the plan's site where the index
// begins and what its views find, and the plan the files that say so.
Result<Done> stage_search(Plan& plan, const std::filesystem::path& destination, Output& output);

}  // namespace daybook
