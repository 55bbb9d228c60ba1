// Markdown, the body of a post: the HTML has none of the faults that html_check.h knows, and the
// same bytes come out twice. The first byte of the input chooses the options.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/markdown/markdown.h"
#include "fuzz/claim.h"
#include "hostile/html_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  MarkdownOptions options;
  if ((data[0] & 1U) != 0) options.inline_math = InlineMath::kOn;
  if ((data[0] & 2U) != 0) options.punctuation = Punctuation::kSmart;
  if ((data[0] & 4U) != 0) options.notes = NotePlacement::kEnd;
  if ((data[0] & 8U) != 0) options.title = text.substr(0, text.find('\n'));
  const auto document = render_markdown(text, options);
  if (document.ok()) {
    claim(fault_in(document.value().html).empty(), fault_in(document.value().html));
    claim(render_markdown(text, options).value().html == document.value().html, "same bytes");
  }
  (void)read_sections(text, options);
  return 0;
}
