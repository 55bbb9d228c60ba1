// The engine's folder: the files that every page loads, each named by its hash, and engine.json,
// which says which is which.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/blog/site.h"

namespace daybook {

// Reads engine.json. The paths are relative to `folder`, and become the same site paths.
Result<Assets> read_engine(const std::filesystem::path& folder);

// The environment's DAYBOOK_ENGINE, else `../engine` or `../share/daybook/engine` from the folder
// of the running program.
std::filesystem::path default_engine();

}  // namespace daybook
