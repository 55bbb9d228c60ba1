# The specifications' texts, whose examples the tests render: not ours to copy into the repository, so they are embedded
# at configure time. A test binary that reads no files runs as WebAssembly too.
function(daybook_embed_text variable path)
  set(source "${PROJECT_BINARY_DIR}/generated/spec/${variable}.cc")
  # As numbers: a literal may be too long for a compiler, and would lose the carriage returns.
  file(READ "${path}" text HEX)
  string(REGEX REPLACE "(..)" "0x\\1," text "${text}")
  file(WRITE "${source}.new"
"#include \"spec/spec_texts.h\"
namespace {
constexpr unsigned char kBytes[] = {${text}};
}
const std::string_view daybook::${variable}(reinterpret_cast<const char*>(kBytes), sizeof(kBytes));
")
  file(COPY_FILE "${source}.new" "${source}" ONLY_IF_DIFFERENT)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
  set(unit_test_sources ${unit_test_sources} "${source}" PARENT_SCOPE)
endfunction()

set(commonmark_spec "${PROJECT_SOURCE_DIR}/node_modules/commonmark-spec/spec.txt")
if(EXISTS "${commonmark_spec}")
  daybook_embed_text(kCommonMarkSpec "${commonmark_spec}")
  list(APPEND unit_test_sources tests/spec/commonmark_spec.cc)
else()
  message(WARNING "No CommonMark examples in the tests: run npm ci, then configure again")
endif()
daybook_embed_text(kGfmSpec "${cmark-gfm_SOURCE_DIR}/test/spec.txt")
daybook_embed_text(kGfmExtensions "${cmark-gfm_SOURCE_DIR}/test/extensions.txt")
daybook_embed_text(kGfmRegressions "${cmark-gfm_SOURCE_DIR}/test/regression.txt")
list(APPEND unit_test_sources tests/spec/gfm_spec.cc tests/spec/spec_example.cc)
