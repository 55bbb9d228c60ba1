// `daybook build`: a content folder in, a folder for any static host out.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "native/output.h"
#include "native/plan.h"
#include "native/problem.h"

namespace daybook {

// What a build with errors does where an earlier build stands. Where none stands there is
// nothing to lose, and what can be built is built.
enum class OnError { kKeepEarlierBuild, kBuildTheRest };

struct BuildOptions {
  std::filesystem::path source = "content";
  std::filesystem::path destination = "public";
  std::filesystem::path engine;         // holds engine.json
  std::optional<std::string> base_url;  // instead of site.json's url
  Selection selection;
  OnError on_error = OnError::kKeepEarlierBuild;
};

struct BuildReport {
  std::vector<Problem> problems;
  std::size_t posts = 0;
  std::size_t pages = 0;          // HTML documents, posts included
  std::size_t social_images = 0;  // drawn by this build
  Output::Changes changes;        // all zero where nothing was published
  bool is_published = false;

  std::size_t errors() const;
};

// Uses all cores. Never throws; what goes wrong is among the problems.
BuildReport build(const BuildOptions& options);

}  // namespace daybook
