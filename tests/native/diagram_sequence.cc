// What Mermaid's sequence notation says, as the reader understands it.
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "native/diagram/sequence.h"

namespace daybook {
namespace {

std::string participants_of(const Sequence& sequence) {
  std::string out;
  for (const Participant& each : sequence.participants) {
    out += (out.empty() ? "" : ", ") + each.id;
    if (each.label != each.id) out += '=' + each.label;
    if (each.is_person) out += '*';
  }
  return out;
}

std::string message_text(const Sequence& sequence, const SequenceEvent& event) {
  constexpr std::string_view kEnds[] = {"", ">", ")", "x", "o"};
  std::string out = sequence.participants[event.from].id;
  if (event.start == LineEnd::kArrow) out += '<';
  out += event.style == LineStyle::kDotted ? "--" : "-";
  out += kEnds[static_cast<std::size_t>(event.end)];
  if (event.activates) out += '+';
  if (event.deactivates) out += '-';
  out += sequence.participants[event.to].id + ':' + event.text;
  if (event.number >= 0) out += '#' + std::to_string(event.number);
  return out;
}

std::string note_text(const Sequence& sequence, const SequenceEvent& event) {
  constexpr std::string_view kPlaces[] = {"left of ", "right of ", "over "};
  std::string out = std::string(kPlaces[static_cast<std::size_t>(event.place)]);
  out += sequence.participants[event.from].id;
  if (event.to != event.from) out += ',' + sequence.participants[event.to].id;
  return out + ':' + event.text;
}

std::string event_text(const Sequence& sequence, const SequenceEvent& event) {
  switch (event.kind) {
    case EventKind::kMessage: return message_text(sequence, event);
    case EventKind::kNote: return note_text(sequence, event);
    case EventKind::kActivate: return "activate " + sequence.participants[event.from].id;
    case EventKind::kDeactivate: return "deactivate " + sequence.participants[event.from].id;
    case EventKind::kOpenBlock:
    case EventKind::kNextSection: return event.keyword + '(' + event.text + ')';
    case EventKind::kOpenShade: return "shade";
    case EventKind::kCloseBlock: return "end";
  }
  return {};
}

// `A, B=Label, C* | A->B:text; …`
std::string read(std::string_view lines) {
  const auto sequence = read_sequence("sequenceDiagram\n" + std::string(lines));
  if (!sequence.ok()) return sequence.error().text();
  std::string events;
  for (const SequenceEvent& event : sequence.value().events) {
    events += (events.empty() ? "" : "; ") + event_text(sequence.value(), event);
  }
  return participants_of(sequence.value()) + " | " + events;
}

struct Case {
  std::string_view lines;
  std::string_view expected;
};

}  // namespace

TEST_CASE("sequence diagrams have Mermaid's participants and messages") {
  constexpr Case kCases[] = {
      {"Alice->>Bob: Hi", "Alice, Bob | Alice->Bob:Hi"},
      {"participant B as Second<br/>line\nactor A\nA->>B: x", "B=Second\nline, A* | A->B:x"},
      {"a->b: 1\na-->b: 2\na->>b: 3\na-->>b: 4\na-xb: 5\na--xb: 6\na-)b: 7\na--)b: 8",
       "a, b | a-b:1; a--b:2; a->b:3; a-->b:4; a-xb:5; a--xb:6; a-)b:7; a--)b:8"},
      {"a<<->>b: both\na<<-->>b: both", "a, b | a<->b:both; a<-->b:both"},
      {"a->>+b: go\nb-->>-a: done", "a, b | a->+b:go; b-->-a:done"},
      {"a->>b: x\nactivate b\ndeactivate b", "a, b | a->b:x; activate b; deactivate b"},
      {"the-xml-parser->>Big Service: x -> y",
       "the-xml-parser, Big Service | the-xml-parser->Big Service:x -> y"},
      {"end->>loop: words", "end, loop | end->loop:words"},
      {"a->>a: self; a->>b: #quot;x#quot; #59; y", "a, b | a->a:self; a->b:\"x\" ; y"},
      {"a->>b: wrap: text\na->>b", "a, b | a->b:text; a->b:"},
      {"create participant c\na->>c: x\ndestroy c", "c, a | a->c:x"},
      {"autonumber 10 5\na->>b: x\na->>b: y\nautonumber off\na->>b: z",
       "a, b | a->b:x#10; a->b:y#15; a->b:z"},
  };
  for (const auto& [lines, expected] : kCases) {
    INFO(lines);
    CHECK(read(lines) == expected);
  }
}

TEST_CASE("sequence diagrams have Mermaid's notes, blocks and boxes") {
  constexpr Case kCases[] = {
      {"Note left of a: 1\nnote right of a: 2\nNote over b,a: 3<br>4",
       "a, b | left of a:1; right of a:2; over a,b:3\n4"},
      {"loop every -> second\na->>b: x\nend", "a, b | loop(every -> second); a->b:x; end"},
      {"alt yes\na->>b: x\nelse no\na->>b: y\nelse\nend",
       "a, b | alt(yes); a->b:x; else(no); a->b:y; else(); end"},
      {"par one\nand two\nend\ncritical c\noption o\nend\nopt p\nend\nbreak b\nend\nrect rgb(0, 0, "
       "0)\nend",
       " | par(one); and(two); end; critical(c); option(o); end; opt(p); end; break(b); end; "
       "shade; end"},
      {"link a: x @ https://a.b\nlinks a: {}\na->>b: x", "a, b | a->b:x"},
  };
  for (const auto& [lines, expected] : kCases) {
    INFO(lines);
    CHECK(read(lines) == expected);
  }
  const auto boxed = read_sequence(
      "sequenceDiagram\ntitle: The title\nbox Aqua Group one\nparticipant a\nparticipant b\nend\n"
      "box rgb(1, 2, 3)\nparticipant c\nend\nbox Empty\nend\n");
  REQUIRE(boxed.ok());
  CHECK(boxed.value().title == "The title");
  REQUIRE(boxed.value().boxes.size() == 2);
  CHECK(boxed.value().boxes[0].title == "Group one");
  CHECK(boxed.value().boxes[0].last == 1);
  CHECK(boxed.value().boxes[1].title.empty());
  CHECK(boxed.value().boxes[1].first == 2);
}

TEST_CASE("what a sequence diagram cannot hold is said with its line") {
  constexpr Case kCases[] = {
      {"a->>b: x\nhello", "line 3: write a message such as A->>B: text instead of \"hello\""},
      {"->>b: x", "line 2: name a participant on both sides of the arrow"},
      {"a->>: x", "line 2: name a participant on both sides of the arrow"},
      {"loop x\na->>b: y", "line 2: close this loop with end"},
      {"end", "line 2: remove this end, or open a block before it"},
      {"loop x\nelse y\nend", "line 3: put this else into alt … end"},
      {"a->>b: x\ndeactivate b", "line 3: activate \"b\" before this ends its activation"},
      {"Note above a: x",
       "line 2: write Note left of A: text, Note right of A: text or Note over A,B: text"},
      {"autonumber x", "line 2: write autonumber, autonumber 10 5 or autonumber off"},
      {"participant a@{ \"type\": \"database\" }",
       "line 2: write participant A as Label; @{ } is not drawn"},
      {"loop x\nbox y\nend\nend", "line 3: put this box outside all blocks"},
  };
  for (const auto& [lines, expected] : kCases) {
    INFO(lines);
    CHECK(read(lines) == expected);
  }
}

}  // namespace daybook
