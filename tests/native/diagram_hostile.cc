// Diagrams made to break a reader or to keep a layout busy, cut and mangled ones; and that drawing
// is the same in every thread.
#include <array>
#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "native/diagram/diagram.h"
#include "native/diagram/limits.h"

namespace daybook {
namespace {

// The slowest takes a fifth of a second; a sanitizer on a busy machine may take fifty times that.
constexpr double kMaxSeconds = 10;
constexpr std::size_t kMaxBytes = 2'000'000;

std::string repeated(std::string_view text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

std::string n(int i) { return 'n' + std::to_string(i); }

template <class Line>
std::string lines(int count, Line line) {
  std::string out;
  for (int i = 0; i < count; ++i) out += line(i) + '\n';
  return out;
}

constexpr int kNodes = static_cast<int>(kMaxNodes);
constexpr int kEdges = static_cast<int>(kMaxEdges);

std::string chain() {
  return lines(kNodes - 1, [](int i) { return n(i) + "-->" + n(i + 1); });
}

std::vector<std::string> hostile_charts() {
  const std::string tb = "flowchart TB\n";
  return {
      tb + chain() + lines(kNodes - 1, [](int i) { return "n0-->" + n(i + 1); }),
      tb + lines(kNodes - 1, [](int i) { return n(i) + "--------->|l|" + n(i + 1); }) +
          lines(kNodes - 1, [](int i) { return "n0-->" + n(i + 1); }),
      tb + chain() + lines(kNodes / 2, [](int i) { return n(i) + "-->" + n(kNodes - 1 - i); }),
      tb + lines(kNodes, [](int i) { return n(i) + "-->|label|" + n((i * 37 + 11) % kNodes); }) +
          lines(kNodes, [](int i) { return n(i) + "-->" + n((i * 53 + 7) % kNodes); }),
      tb + lines(kNodes, n),
      tb + lines(kEdges, [](int) { return std::string("a-->|x|a"); }),
      tb + lines(kEdges, [](int) { return std::string("a-->|label|b"); }),
      tb + lines(kEdges, [](int i) { return i % 2 == 0 ? std::string("a-->b") : "b-->a"; }),
      tb +
          lines(60,
                [](int i) { return "subgraph g" + std::to_string(i) + '\n' + n(i) + "\nend"; }) +
          lines(60, [](int i) { return n(i) + "-->" + n(i * 7 % 60); }) +
          lines(59, [](int i) { return 'g' + std::to_string(i) + "-->g" + std::to_string(i + 1); }),
      tb + repeated("subgraph x\n", 8) + chain() + repeated("end\n", 8),
      tb + "subgraph a\nsubgraph b\nend\nend\nb-->c\nc-->a",
      tb + "subgraph a\nb\nend\nsubgraph a\nc\nend\na-->a\na-->b2",
  };
}

std::vector<std::string> hostile_texts() {
  return {
      "",
      "flowchart",
      "sequenceDiagram",
      "stateDiagram-v2",
      std::string(1'000, '\0'),
      std::string("flowchart TB\nA[\xff\xfe \x01 \x1b]\n\xc3-->B"),
      "flowchart TB\n" + repeated("[", 40'000),
      "flowchart TB\n" + repeated("A[", 20'000),
      "flowchart TB\nA" + repeated("--", 20'000),
      "flowchart TB\nA" + repeated("-.", 20'000),
      "flowchart TB\n" + repeated("A-->", 10'000),
      "flowchart TB\n" + repeated("A&", 20'000),
      "flowchart TB\n" + repeated(";", 40'000),
      "flowchart TB\n" + repeated("\"", 40'000),
      "flowchart TB\n" + repeated("subgraph x\n", 4'000),
      "flowchart TB\n" + repeated("end\n", 10'000),
      "flowchart TB\nA[\"" + repeated("<br>", 140) + "\"]",
      "flowchart TB\nA[\"" + repeated("W", 590) + "\"]",
      "flowchart TB\nA[\"" + repeated("#", 40'000) + "\"]",
      "flowchart TB\nA[" + repeated("(", 20'000) + "]",
      "---\n" + repeated("title: x\n", 4'000),
      repeated("%%{", 10'000),
      repeated("accDescr {\n", 4'000),
      "sequenceDiagram\n" + repeated("loop x\n", 6'000),
      "sequenceDiagram\n" + repeated("a->>+b: x\n", 4'000),
      "sequenceDiagram\n" + repeated("a->>b: x\n", 300) + repeated("Note over a,b: y\n", 500),
      "sequenceDiagram\n" +
          lines(39, [](int i) { return n(i) + "->>" + n(i + 1) + ": " + repeated("text ", 60); }),
      "sequenceDiagram\n" + repeated("a->>a: " + repeated("W", 500) + '\n', 90),
      "sequenceDiagram\n" + repeated(";", 40'000),
      "sequenceDiagram\nalt x\n" + repeated("else y\n", 900) + "end",
      "sequenceDiagram\n" + repeated("rect x\n", 10) + repeated("end\n", 10),
      "sequenceDiagram\n" + repeated("-", 40'000),
      "stateDiagram-v2\n" + repeated("state a {\n", 4'000),
      "stateDiagram-v2\n" + repeated("--\n", 10'000),
      "stateDiagram-v2\na : " + repeated("x\na : ", 8'000),
      "stateDiagram-v2\n" + repeated("[*] --> [*]\n", 400),
  };
}

constexpr std::string_view kSeeds[] = {
    "flowchart LR\nA[One] -->|yes & no| B{\"Two?\"} --> C([3])\nsubgraph g [T]\nB -.-> "
    "D[(x)]\nend\ng ==> E((5))",
    "sequenceDiagram\nautonumber\nparticipant A as <b>One</b>\nA->>+B: x < y\nalt yes\nB-->>-A: "
    "#quot;z#quot;\n"
    "else no\nNote over A,B: n\nend\nA-)A: self",
    "stateDiagram-v2\n[*] --> a\nstate b {\n[*] --> c\n--\nc --> [*] : e\n}\nnote right of a : "
    "n\na --> b",
    "---\ntitle: T & U\n---\ngraph TD\naccTitle: x\n%% c\nA-->B;B---oC;C~~~A",
};

// What makes `svg` no well-formed file, or one that asks for something; empty where all is well.
std::string fault_in(std::string_view svg) {
  for (const std::string_view word :
       {"<script", "foreignObject", "href", "url(", "@import", "<!", "on="}) {
    if (svg.find(word) != svg.npos) return "holds " + std::string(word);
  }
  std::vector<std::string_view> open;
  for (std::size_t i = 0; i < svg.size(); ++i) {
    const auto c = static_cast<unsigned char>(svg[i]);
    if (c < 0x20 && c != '\n') return "holds a control character";
    if (c == '&') {
      const std::string_view rest = svg.substr(i);
      const bool is_known = rest.starts_with("&amp;") || rest.starts_with("&lt;") ||
                            rest.starts_with("&gt;") || rest.starts_with("&quot;");
      if (!is_known) return "holds a bare &";
    }
    if (c != '<') continue;
    const std::size_t end = svg.find('>', i);
    if (end == svg.npos) return "a tag is open";
    const std::string_view tag = svg.substr(i + 1, end - i - 1);
    const std::string_view name = tag.substr(0, tag.find(' '));
    if (name.starts_with('/')) {
      if (open.empty() || open.back() != name.substr(1)) return "closes " + std::string(name);
      open.pop_back();
    } else if (!tag.ends_with('/')) {
      open.push_back(name);
    }
    i = end;
  }
  return open.empty() ? "" : "leaves open " + std::string(open.back());
}

void check(const std::string& source) {
  INFO(source.substr(0, 300));
  const auto start = std::chrono::steady_clock::now();
  const auto diagram = draw_mermaid(source);
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  CHECK(time.count() < kMaxSeconds);
  if (!diagram.ok()) {
    CHECK(diagram.error().where.starts_with("line "));
    CHECK(!diagram.error().message.empty());
    return;
  }
  CHECK(diagram.value().width > 0);
  CHECK(diagram.value().height > 0);
  CHECK(diagram.value().svg.size() < kMaxBytes);
  CHECK(fault_in(diagram.value().svg) == "");
}

}  // namespace

TEST_CASE("hostile charts are drawn in time") {
  for (const std::string& source : hostile_charts()) {
    check(source);
    INFO(source.substr(0, 100));
    CHECK(draw_mermaid(source).ok());
  }
}

TEST_CASE("hostile diagram texts are drawn or refused in time") {
  for (const std::string& source : hostile_texts()) check(source);
}

TEST_CASE("diagrams beyond the limits are refused") {
  const auto problem = [](const std::string& source) {
    const auto diagram = draw_mermaid(source);
    return diagram.ok() ? "drawn" : diagram.error().text();
  };
  CHECK(problem("graph TB\n" + lines(kNodes + 1, n)) ==
        "line 202: draw at most 200 nodes in one diagram");
  CHECK(problem("graph TB\n" + repeated("a-->b\n", kEdges + 1)) ==
        "line 402: draw at most 400 links in one diagram");
  CHECK(problem("graph TB\n" + repeated("subgraph x\n", 9)) ==
        "line 10: nest subgraphs at most 8 deep");
  CHECK(problem("graph TB\nA[" + repeated("x", 601) + ']') ==
        "line 2: shorten this label to 600 bytes");
  CHECK(problem("graph TB\n" + repeated(" ", 50'000)) ==
        "line 1: split this diagram; one is drawn up to 50000 bytes");
  CHECK(problem("sequenceDiagram\n" + repeated("a->>b: x\n", 301)) ==
        "line 302: draw at most 300 messages");
  CHECK(problem("sequenceDiagram\n" + lines(41, [](int i) { return "participant " + n(i); })) ==
        "line 42: draw at most 40 participants");
}

TEST_CASE("diagrams cut off anywhere are drawn or refused") {
  for (const std::string_view seed : kSeeds) {
    for (std::size_t length = 0; length <= seed.size(); ++length)
      check(std::string(seed.substr(0, length)));
  }
}

TEST_CASE("mangled diagrams are drawn or refused") {
  std::mt19937 random(4);
  const auto below = [&random](std::size_t limit) {
    return static_cast<std::size_t>(random() % static_cast<std::uint32_t>(limit));
  };
  constexpr std::string_view kPieces[] = {
      "-->", "[",         "]",    "\"",   "\n",   "end",  "subgraph ",
      "{",   "}",         "(",    ")",    "|",    "&",    ";",
      ":",   "-",         "=",    ".",    "<",    "x",    "o",
      "A",   "%%",        "\xff", "#35;", "alt ", "->>+", "note right of a",
      "[*]", "state b {", "--"};
  for (int round = 0; round < 1'500; ++round) {
    std::string text(kSeeds[below(std::size(kSeeds))]);
    for (std::size_t change = 1 + below(4); change > 0; --change) {
      const std::size_t at = below(text.size() + 1);
      const std::string_view piece = kPieces[below(std::size(kPieces))];
      if (below(2) == 0) {
        text.insert(at, piece);
      } else {
        text.erase(at, 1 + below(6));
      }
    }
    check(text);
  }
}

TEST_CASE("diagrams come out the same in all threads") {
  std::array<std::string, std::size(kSeeds)> expected;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto diagram = draw_mermaid(kSeeds[i]);
    REQUIRE(diagram.ok());
    expected[i] = diagram.value().svg;
  }
  constexpr std::size_t kThreads = 8;
  std::array<int, kThreads> differences{};
  {
    std::array<std::jthread, kThreads> threads;
    for (std::size_t t = 0; t < threads.size(); ++t) {
      threads[t] = std::jthread([&, t] {
        for (std::size_t round = 0; round < 20; ++round) {
          const std::size_t i = (t + round) % expected.size();
          if (draw_mermaid(kSeeds[i]).value().svg != expected[i]) ++differences[t];
        }
      });
    }
  }
  CHECK(differences == std::array<int, kThreads>{});
}

}  // namespace daybook
