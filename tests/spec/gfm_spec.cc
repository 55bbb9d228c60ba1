// Every example of cmark-gfm's own tests, byte for byte.
#include <algorithm>
#include <span>

#include <catch2/catch_test_macros.hpp>

#include "spec/spec_example.h"
#include "spec/spec_texts.h"

namespace daybook {
namespace {

// An example that contradicts the extensions, which kGfm always has on. It shows what Markdown is
// without them, and so has to come out in kCommonMark.
struct Exception {
  int number;
  const char* reason;
};

constexpr const char* kFiltered = "shows a tag unescaped that the tag filter escapes";
constexpr const char* kLinked =
    "shows an address as text that is linked by the autolinks extension";

constexpr Exception kSpecExceptions[] = {
    {140, kFiltered}, {141, kFiltered}, {142, kFiltered}, {145, kFiltered}, {147, kFiltered},
    {610, kLinked},   {614, kLinked},   {616, kLinked},   {619, kLinked},   {620, kLinked},
};

constexpr Exception kRegressionExceptions[] = {{17, kFiltered}};

// What an example is to say whose only point is that it ends.
constexpr std::string_view kAnything = "<IGNORE>\n";

// Renders all examples that are not disabled; gives their number.
int check_examples(std::string_view spec, std::span<const Exception> exceptions) {
  int count = 0;
  for (const SpecExample& example : read_examples(spec)) {
    if (example.is_disabled) continue;
    ++count;
    const auto exception =
        std::find_if(exceptions.begin(), exceptions.end(),
                     [&](const Exception& known) { return known.number == example.number; });
    INFO("example " << example.number << ":\n" << example.markdown);
    if (example.html == kAnything) {
      CHECK(!render_example(example, Dialect::kGfm).empty());
    } else if (exception == exceptions.end()) {
      CHECK(render_example(example, Dialect::kGfm) == example.html);
    } else {
      WARN("example " << exception->number << " " << exception->reason);
      CHECK(render_example(example, Dialect::kGfm) != example.html);
      CHECK(render_example(example, Dialect::kCommonMark) == example.html);
    }
  }
  return count;
}

}  // namespace

TEST_CASE("every example of the GFM specification renders as it says") {
  CHECK(check_examples(kGfmSpec, kSpecExceptions) == 670);
}

TEST_CASE("every example of cmark-gfm's extensions renders as they say") {
  CHECK(check_examples(kGfmExtensions, {}) == 30);
}

TEST_CASE("every regression that cmark-gfm knows renders as it says") {
  CHECK(check_examples(kGfmRegressions, kRegressionExceptions) == 26);
}

}  // namespace daybook
