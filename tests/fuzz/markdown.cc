// Any text is Markdown, whose HTML has no fault (tests/hostile/html_check.h).
#include "core/markdown/markdown.h"

#include "fuzz/fuzz.h"
#include "hostile/html_check.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daybook;
  MarkdownOptions everything;
  everything.title = "Title";
  everything.inline_math = InlineMath::kOn;
  everything.punctuation = Punctuation::kSmart;
  everything.image = [](std::string_view) { return ImageFacts{4, 3, {{"a.png", 9}}}; };
  everything.diagram = [](std::string_view) { return DiagramImage{"d/x.svg", 4, 3, "\">"}; };
  for (const MarkdownOptions& options :
       {MarkdownOptions(), everything, MarkdownOptions{.notes = NotePlacement::kEnd},
        MarkdownOptions{.raw_html = RawHtml::kTrusted}}) {
    const auto document = render_markdown(as_text(data, size), options);
    if (document.ok()) {
      const auto fault = fault_in(document.value().html, options.raw_html);
      demand(fault.empty(), fault);
    }
  }
  return 0;
}
