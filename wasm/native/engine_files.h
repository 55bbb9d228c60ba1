// The engine's folder: the files that the pages of a blog share, each named by its hash, and
// engine.json, which says which is which.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/blog/site.h"

namespace daybook {

// The paths are relative to the engine's folder, and but for the workers' become the same site
// paths.
struct EngineFiles {
  Assets assets;
  std::vector<std::string> all;  // the assets, and what the script fetches where a page needs it
  std::string worker;            // the service worker; may be empty, as in an engine without one
  std::string farewell;          // the worker that removes it again
};

// Reads engine.json.
Result<EngineFiles> read_engine(const std::filesystem::path& folder);

// The environment's DAYBOOK_ENGINE, else `../engine` or `../share/daybook/engine` from the folder
// of the running program.
std::filesystem::path default_engine();

}  // namespace daybook
