// Whatever is typed is a query, and the address that stands for it.
#include "core/query/query.h"

#include "core/blog/narrowing.h"
#include "core/search/answer.h"
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  const std::string_view text = as_text(data, size);
  parse_query(text);
  parse_query(text, Typing::kGoingOn);
  parse_narrowing(text);
  parse_search_question(text);
  return 0;
}
