// Inputs made to be slow or large: cmark's pathological ones, and ours. Each is rendered as long as
// a document may be, and at a tenth of that, where fewer are refused for having too many pieces.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "core/markdown/markdown.h"
#include "hostile/limits.h"

namespace daybook {
namespace {

struct Input {
  const char* name;
  // At most `size` bytes.
  std::function<std::string(std::size_t size)> make;
};

Input repeated(const char* unit) {
  const std::string_view text = unit;
  return {unit, [text](std::size_t size) { return repeat(text, size / text.size()); }};
}

Input nested(const char* name, std::string_view opening, std::string_view closing) {
  return {name, [=](std::size_t size) {
            const std::size_t depth = (size - 1) / (opening.size() + closing.size());
            return repeat(opening, depth) + "a" + repeat(closing, depth);
          }};
}

Input after(std::string_view beginning, const char* unit) {
  const std::string_view text = unit;
  return {unit, [=](std::size_t size) {
            return std::string(beginning) + repeat(text, (size - beginning.size()) / text.size());
          }};
}

// Lines that differ by their number.
Input numbered(const char* name, std::function<std::string(const std::string& number)> line) {
  return {name, [line = std::move(line)](std::size_t size) {
            std::string out;
            for (int i = 0;; ++i) {
              const std::string next = line(std::to_string(i));
              if (out.size() + next.size() > size) return out;
              out += next;
            }
          }};
}

// Tables of `columns` columns and short rows, of which each makes as many cells.
Input tables(const char* name, std::size_t columns, std::size_t rows) {
  const std::string table =
      repeat("|x", columns) + "|\n" + repeat("|-", columns) + "|\n" + repeat("|a\n", rows) + "\n";
  return {name, [table](std::size_t size) { return repeat(table, size / table.size()); }};
}

// An item ever deeper than the last, then blank lines that pass through all that are open.
std::string deep_list(std::size_t size) {
  std::string out;
  for (std::size_t depth = 0; depth < 90; ++depth) out += repeat("  ", depth) + "- a\n";
  return out.size() < size ? out + std::string(size - out.size(), '\n') : out;
}

std::string growing_backticks(std::size_t size) {
  std::string out;
  for (std::size_t length = 1; out.size() + length < size; ++length) {
    out += 'e' + std::string(length, '`');
  }
  return out;
}

const std::vector<Input>& inputs() {
  static const std::vector<Input> inputs = {
      // From cmark's pathological_tests.py.
      nested("nested strong emphasis", "*a **a ", " a** a*"),
      repeated("a_ "),
      repeated("_a "),
      repeated("a]"),
      repeated("[a"),
      repeated("*a_ "),
      after("a**b", "c* "),
      repeated("[ a_"),
      repeated("[ (]("),
      repeated("![[]()"),
      repeated("**x [a*b**c*](d)"),
      nested("nested brackets", "[", "]"),
      nested("nested block quotes", "> ", ""),
      {"nested lists",
       [](std::size_t size) {
         std::string out;
         for (std::size_t i = 0; out.size() + 2 * i + 4 < size; ++i)
           out += repeat("  ", i) + "* a\n";
         return out;
       }},
      {"U+0000", [](std::size_t size) { return std::string(size, '\0'); }},
      {"growing backticks", growing_backticks},
      repeated("[a](<b"),
      repeated("[a](b"),
      after("</", "<!--"),
      repeated("aaa\rbbb\n-\v\n"),
      numbered("references", [](const std::string& number) { return "[" + number + "]: u\n"; }),
      numbered("reference collisions",
               [](const std::string& number) { return "[x" + number + "]: /url\n\n[x]\n\n"; }),

      // Blocks.
      nested("a quote in each byte", ">", ""),
      {"ten thousand quotes and lists",
       [](std::size_t) {
         return repeat("> - ", 10'000) + "a\n" + repeat("- 1. ", 10'000) + "b\n";
       }},
      {"deep list with blank lines", deep_list},
      tables("wide table", 2'000, 2'000),
      tables("widest table", 60'000, 100),
      tables("many tables", 300, 300),
      repeated("|"),
      repeated("|a|b|\n|-|\n"),
      repeated("-\n"),
      repeated("- [ ] a\n"),
      repeated("# a\n"),
      repeated("# a {#b}\n"),
      repeated("# {#"),
      repeated("```\n"),
      repeated("<div>\n\n"),
      repeated("<!-- more -->\n\n"),
      repeated("\n"),
      repeated("\t"),
      numbered("heading ids that collide",
               [](const std::string& number) { return "# a-" + number + "\n# a\n"; }),

      // Inline content.
      nested("nested images", "![", "](u)"),
      nested("nested links", "[", "](u)"),
      nested("runs of stars", "*", "*"),
      nested("runs of tildes", "~", "~"),
      repeated("**a *b __c _d ~~e "),
      repeated("![a](b)"),
      repeated("[a [b](c) "),
      after("[a](", "\\("),
      repeated("[a](b \""),
      repeated("<a b='"),
      repeated("<?"),
      repeated("<![CDATA["),
      repeated("<!A "),
      repeated("&amp;"),
      repeated("a\n"),
      repeated("a  \n"),
      after("[a]: /u \"t\"\n\n", "[a]"),
      {"a long title in every reference",
       [](std::size_t size) {
         return "[a]: /u \"" + std::string(size / 10, 't') + "\"\n\n" + repeat("[a] ", size / 5);
       }},

      // Extensions.
      after("[^a]: x\n\n", "[^a]"),
      repeated("[^b]"),
      nested("nested notes", "[^", "]"),
      numbered(
          "notes",
          [](const std::string& number) { return "[^" + number + "]: [^" + number + "]\n\n"; }),
      repeated("www."),
      repeated("http://"),
      repeated("http://a.b "),
      repeated("a@b.c "),
      repeated("a@"),
      repeated("a."),
      repeated("mailto:"),
      repeated("xmpp:a@b.c/"),
      after("www.a.b/", ")"),
      after("www.a.b/", "&amp;"),
      after("http://", "_."),

      // Articles.
      {"ten thousand callouts in each other",
       [](std::size_t) {
         std::string out;
         for (std::size_t depth = 1; depth <= 10'000; depth += depth < 70 ? 1 : 1'000) {
           out += repeat("> ", depth) + "[!NOTE]- a\n" + repeat("> ", depth) + "\n";
         }
         return out;
       }},
      repeated("> [!a]\n\n"),
      repeated("> [!NOTE]+ a *b*\n> c\n\n"),
      repeated("> [!"),
      after("> [!", "a"),
      after("> [!note] ", "*a* "),
      repeated(": "),
      repeated(": \n"),
      repeated("a\n: b\n"),
      repeated("a\n\n: b\n\n"),
      after("a\n", ": b\n"),
      after("a\n: ", "*b*\n"),
      repeated("$"),
      repeated("$$\n"),
      repeated("$$ a\n"),
      repeated("$$a$$\n"),
      repeated("$a "),
      repeated("$a$"),
      repeated("$$ a $"),
      repeated("$\\"),
      repeated("a\n$$\nb\n\n"),
      repeated("> $$\n"),
      repeated("```math\na\n```\n"),
      after("```sql linenos {1-99999999}\n", "\n"),
      after("```sql {1-2,", "1-99999999,"),
      after("``` ", "hl_lines=1 "),
      after("``` ", "{"),
      after("``` ", "="),
      after("```diff\n", "+\n"),
      after("```diff\n", "--- \n"),
      repeated("```diff\n```\n"),
      repeated("```mermaid\na\n```\n"),
      repeated("![a](b)\n\n"),
      after("[^a]: x *y* z\n\n", "[^a]\n\n"),
      numbered("sidenotes",
               [](const std::string& number) {
                 return "a[^" + number + "]\n\n[^" + number + "]: b\n\n";
               }),
      numbered("sidenotes of many paragraphs",
               [](const std::string& number) {
                 return "[^" + number + "] [^" + number + "]\n\n[^" + number +
                        "]: b\n\n    c\n\n    d\n\n";
               }),
      repeated("'"),
      repeated("'a "),
      repeated("a\"b"),
      repeated("-- "),
      repeated("..."),

      // Raw HTML.
      repeated("<b>"),
      repeated("</b>"),
      repeated("a <b>b</b> "),
      repeated("<div>\n\n"),
      repeated("<svg></svg>"),
      repeated("<svg></x>"),
      repeated("<b id=a>"),
      repeated("<a href='&amp;'>"),
      repeated("<!---->"),
      after("<div>\n", "<b <"),
      after("<div>\n<svg>", "</"),
      after("<div>\n<a ", "b=c "),
      after("<div>\n<a ", "id=\"a\"/"),
      after("<div>\n<a title=\"", "&quot;"),

      // Text.
      repeated("漢"),
      repeated("\xFF"),
      repeated("a "),
      repeated("\""),
  };
  return inputs;
}

void check_inputs(const MarkdownOptions& options) {
  for (const Input& input : inputs()) {
    for (const std::size_t size : {kMaxMarkdownBytes / 10, kMaxMarkdownBytes}) {
      INFO(input.name << " at " << size);
      const std::string markdown = input.make(size);
      const double start = seconds_of_work();
      const auto document = render_markdown(markdown, options);
      CHECK(seconds_of_work() - start < kMaxSeconds);
      if (document.ok()) {
        CHECK(document.value().html.size() <= kMaxHtmlBytes);
      } else {
        CHECK(document.error().message.starts_with("split the document: "));
      }
      CHECK(memory_is_within_limits());
    }
  }
}

}  // namespace

TEST_CASE("no input takes long or much memory") { check_inputs({}); }

TEST_CASE("no input takes long or much memory where everything is asked for") {
  MarkdownOptions options;
  options.inline_math = InlineMath::kOn;
  options.punctuation = Punctuation::kSmart;
  options.raw_html = RawHtml::kTrusted;
  options.image = [](std::string_view) { return ImageFacts{4, 3, {{"c", 0, 2}}}; };
  options.diagram = [](std::string_view) { return DiagramImage{"d", 4, 3, "e"}; };
  check_inputs(options);
}

}  // namespace daybook
