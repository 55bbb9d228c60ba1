// Front matter in YAML, TOML or JSON, with every spelling that Hugo, Jekyll, Zola, Astro and
// others taught authors, read into a SourceFile.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "native/content.h"
#include "native/problem.h"

namespace daybook {

struct ReadSource {
  SourceFile source;
  std::vector<Problem> problems;  // an error among them means: do not publish
};

// `file` as in SourceFile, for dates and slugs in its name and for messages; `text` the whole
// file; `timezone` gives a date without an offset its own (IANA name, known to exist).
ReadSource read_source(std::string_view file, std::string_view text, std::string_view timezone);

}  // namespace daybook
