#include "native/diagram/diagram.h"

#include <string>
#include <utility>

#include "core/base/text.h"
#include "native/diagram/diagram_source.h"
#include "native/diagram/flowchart.h"
#include "native/diagram/flowchart_drawing.h"
#include "native/diagram/limits.h"
#include "native/diagram/sequence.h"
#include "native/diagram/sequence_drawing.h"
#include "native/diagram/state_reader.h"
#include "native/diagram/text_cursor.h"

namespace daybook {
namespace {

// What a reader hears of a diagram: the author's words, else `described`.
struct Words {
  std::string name;
  std::string description;
  std::string alternative;
};

std::string joined(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a + b;
  const bool ends = a.ends_with('.') || a.ends_with('!') || a.ends_with('?');
  return a + (ends ? " " : ". ") + b;
}

Words words_for(const DiagramSource& source, const std::string& title,
                const std::string& described) {
  Words words;
  words.name = source.accessible_title.empty() ? title : source.accessible_title;
  words.description = source.accessible_description;
  if (words.description.empty() && words.name.empty()) words.name = described;
  words.alternative = joined(words.name, words.description);
  return words;
}

// `line` is where the diagram begins.
Result<Diagram> draw_as_flowchart(const DiagramSource& source, Result<Flowchart> chart,
                                  std::string_view kind, int line) {
  if (!chart.ok()) return chart.error();
  if (chart.value().nodes.empty() && chart.value().groups.empty()) {
    return diagram_error(line, "write at least one link such as A --> B below this line");
  }
  const Words words = words_for(source, source.title, describe(chart.value(), kind));
  Diagram diagram = draw_flowchart(chart.value(), {source.title, words.name, words.description});
  diagram.alternative = words.alternative;
  return diagram;
}

Result<Diagram> draw_as_sequence(const DiagramSource& source, Result<Sequence> sequence, int line) {
  if (!sequence.ok()) return sequence.error();
  if (sequence.value().participants.empty()) {
    return diagram_error(line, "write at least one message such as A->>B: text below this line");
  }
  std::string title = sequence.value().title;
  if (title.empty()) title = source.title;
  const Words words = words_for(source, title, describe(sequence.value()));
  Diagram diagram = draw_sequence(sequence.value(), {title, words.name, words.description});
  diagram.alternative = words.alternative;
  return diagram;
}

}  // namespace

Result<Diagram> draw_mermaid(std::string_view source) {
  if (source.size() > kMaxDiagramBytes) {
    return diagram_error(
        1, "split this diagram; one is drawn up to " + std::to_string(kMaxDiagramBytes) + " bytes");
  }
  const std::string text = to_valid_utf8(source);
  TRY(const DiagramSource read, read_diagram_source(text));
  TextCursor cursor(read.body);
  cursor.skip_white_space();
  const std::string_view kind = cursor.word();
  if (kind == "flowchart" || kind == "graph" || kind == "flowchart-elk") {
    return draw_as_flowchart(read, read_flowchart(read.body), "Flowchart", cursor.line());
  }
  if (kind == "sequenceDiagram")
    return draw_as_sequence(read, read_sequence(read.body), cursor.line());
  if (kind == "stateDiagram-v2" || kind == "stateDiagram") {
    return draw_as_flowchart(read, read_state_diagram(read.body), "State diagram", cursor.line());
  }
  std::string message = "write flowchart LR, sequenceDiagram or stateDiagram-v2";
  if (!kind.empty()) message += "; " + std::string(kind) + " is not drawn";
  return cursor.error(std::move(message));
}

}  // namespace daybook
