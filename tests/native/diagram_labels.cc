// Texts of diagrams: how wide they are, where they break, what is read out.
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "native/diagram/diagram.h"
#include "native/diagram/label.h"
#include "native/diagram/text_width.h"

namespace daybook {

TEST_CASE("text is measured as wide as in the widest of the fonts") {
  struct Case {
    std::string_view text;
    int least;  // at 100 pixels, in DejaVu Sans or, where that is wider, Noto Sans
    int most;
  };
  constexpr Case kCases[] = {
      {"", 0, 0},
      {"Load balancer", 708, 740},
      {"Is the cache warm?", 972, 1'020},
      {"POST /v1/orders {id}", 1'056, 1'120},
      {"Straße über Éclair", 899, 990},
      {"Привет мир", 618, 720},
      {"Καλημέρα", 501, 580},
      {"日本語", 300, 330},
      {"e\u0301", 58, 64},
      {"👍", 125, 150},
  };
  for (const auto& [text, least, most] : kCases) {
    INFO(text);
    CHECK(text_width(text, 100) >= least);
    CHECK(text_width(text, 100) <= most);
  }
}

TEST_CASE("labels break between words, and within one only where it must") {
  const auto lines = [](std::string_view text) {
    std::string out;
    for (const std::string& line : wrap_text(text, 100).lines) out += '<' + line + '>';
    return out;
  };
  CHECK(lines("") == "");
  CHECK(lines("one") == "<one>");
  CHECK(lines("one\ntwo") == "<one><two>");
  CHECK(lines("a\n\nb") == "<a><><b>");
  CHECK(lines("several words on lines") == "<several words><on lines>");
  CHECK(lines("https://example.org/some/path") == "<https://><example.org/><some/path>");
  CHECK(lines("incomprehensibilities") == "<incomprehen><sibilities>");
  CHECK(wrap_text("one\ntwo", 100).height == 40);
}

TEST_CASE("the first letter with a direction decides where a line begins") {
  CHECK(runs_right_to_left("שלום"));
  CHECK(runs_right_to_left("1. مرحبا"));
  CHECK_FALSE(runs_right_to_left("a שלום"));
  CHECK_FALSE(runs_right_to_left("語 שלום"));
  CHECK_FALSE(runs_right_to_left("123"));
}

TEST_CASE("a diagram's alternative is the author's, else made from its parts") {
  const auto alternative = [](std::string_view source) {
    const auto diagram = draw_mermaid(source);
    return diagram.ok() ? diagram.value().alternative : diagram.error().text();
  };
  CHECK(alternative("graph LR\nA[One<br>two] -->|x| B\nB --- C") ==
        "Flowchart: One two → B (x); B – C");
  CHECK(alternative("graph LR\nA\nB") == "Flowchart: A, B");
  CHECK(alternative("sequenceDiagram\nA->>B: hi") == "Sequence diagram: A → B: hi");
  CHECK(alternative("graph LR\naccTitle: T\naccDescr: D\nA") == "T. D");
  CHECK(alternative("graph LR\naccDescr {\n D\n  two }\nA") == "D two");
  CHECK(alternative("---\ntitle: \"Seen\"\n---\ngraph LR\nA") == "Seen");
  CHECK(alternative("sequenceDiagram\ntitle Seen?\naccDescr: D\nA->>B: x") == "Seen? D");
}

TEST_CASE("comments, directives and front matter leave lines their numbers") {
  const auto problem = [](std::string_view source) {
    const auto diagram = draw_mermaid(source);
    return diagram.ok() ? "drawn" : diagram.error().text();
  };
  CHECK(problem("\n\n%% c\ngraph LR\nA[") ==
        "line 5: close the label \"[\" with the bracket that fits, or put it in quotes");
  CHECK(problem("---\ntitle: x\n---\n%%{init: {\n'theme': 'dark'\n}}%%\ngraph LR\r\nA\r\n-->") ==
        "line 9: name a node at the end of this link");
  CHECK(problem("---\ntitle: x\n") == "line 1: close the front matter with a line `---`");
  CHECK(problem("%%{init: x\ngraph LR\nA") == "line 1: close the %%{ with }%%");
  CHECK(problem("graph LR\naccDescr { x\nA") == "line 2: close the accDescr { with }");
  CHECK(problem("\npie title x") ==
        "line 2: write flowchart LR, sequenceDiagram or stateDiagram-v2; pie is not drawn");
  CHECK(problem("\ngraph LR") == "line 2: write at least one link such as A --> B below this line");
  CHECK(problem("sequenceDiagram\ntitle x") ==
        "line 1: write at least one message such as A->>B: text below this line");
  CHECK(problem("") == "line 1: write flowchart LR, sequenceDiagram or stateDiagram-v2");
}

}  // namespace daybook
