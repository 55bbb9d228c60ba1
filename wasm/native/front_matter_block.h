// Where front matter ends and the Markdown begins.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/result.h"
#include "native/value.h"

namespace daybook {

inline constexpr std::size_t kMaxFrontMatterBytes = 1 << 16;

enum class FrontMatterSyntax { kNone, kYaml, kToml, kJson };

struct SplitText {
  FrontMatterSyntax syntax = FrontMatterSyntax::kNone;
  std::string_view front_matter;  // without fences, JSON with its braces
  int front_matter_line = 1;      // of the file, from 1
  std::string_view body;
  int body_line = 1;
  std::vector<Problem> problems;  // errors: a block that is not closed, or too large
};

// `---` to `---` or `...` is YAML, `+++` to `+++` TOML, `{` to its `}` JSON; only at the very
// beginning of `text`, whose line ends are LF. The views are into `text`.
SplitText split_front_matter(std::string_view text);

// The mapping that `split` holds, empty where there is no front matter. No value after an error.
ParsedValue parse_front_matter(const SplitText& split);

}  // namespace daybook
