// Every example of CommonMark 0.31.2, byte for byte.
#include <catch2/catch_test_macros.hpp>

#include "spec/spec_example.h"
#include "spec/spec_texts.h"

namespace daybook {

TEST_CASE("every example of CommonMark 0.31.2 renders as the specification says") {
  const auto examples = read_examples(kCommonMarkSpec);
  CHECK(examples.size() == 652);
  for (const SpecExample& example : examples) {
    INFO("example " << example.number << ":\n" << example.markdown);
    CHECK(render_example(example, Dialect::kCommonMark) == example.html);
  }
}

}  // namespace daybook
