// The specifications' texts, embedded by cmake/spec_texts.cmake.
#pragma once

#include <string_view>

namespace daybook {

extern const std::string_view kCommonMarkSpec;  // CommonMark 0.31.2
extern const std::string_view kGfmSpec;         // CommonMark 0.29 with GFM's extensions
extern const std::string_view kGfmExtensions;
extern const std::string_view kGfmRegressions;

}  // namespace daybook
