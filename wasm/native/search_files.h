// The full-text index among the files of a build.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/blog/site.h"
#include "native/output.h"
#include "native/plan.h"

namespace daybook {

// Stages the index of the plan's posts and of its pages but for those that are unlisted; what the
// earlier build has left at `destination` stays where it can. Returns where the index begins.
Result<SearchRoot> stage_search(const Plan& plan, const std::filesystem::path& destination,
                                Output& output);

}  // namespace daybook
