// Blocks of code: what their info strings say, and the HTML made of it.
#include "core/markdown/code_info.h"
#include "unit/markdown_examples.h"

namespace daybook {
namespace {

// `language|title|first line, 0 where lines have no numbers|marked ranges`.
std::string reading_of(std::string_view info) {
  const CodeInfo code = parse_code_info(info);
  std::string out = code.language + '|' + code.title + '|' +
                    std::to_string(code.is_numbered ? code.first_line : 0) + '|';
  for (const LineRange& range : code.marked) {
    if (out.back() != '|') out += ' ';
    out += std::to_string(range.first);
    if (range.last != range.first) out += '-' + std::to_string(range.last);
  }
  return out;
}

struct Reading {
  const char* info;
  const char* expected;
};

constexpr Reading kReadings[] = {
    {"", "||0|"},
    {"rust", "rust||0|"},
    {" Rust ", "rust||0|"},
    {"rust,ignore", "rust||0|"},
    {"rust no_run should_panic", "rust||0|"},
    {"c++", "c++||0|"},
    {"c#", "c#||0|"},
    {"{.x}", "||0|"},
    {"\"><b>", "b||0|"},

    // Hugo.
    {"go {linenos=inline hl_lines=[3,\"6-8\"] linenostart=10 title=\"x\"}", "go|x|10|3 6-8"},
    {"go{linenos=inline}", "go||1|"},
    {"go {linenos=table,hl_lines=[8,\"15-17\"],linenostart=199}", "go||199|8 15-17"},
    {"go {lineNos=true lineNoStart=7}", "go||7|"},
    {"go {linenos=false linenostart=7}", "go||0|"},
    {"go {hl_lines=\"1 3-4\" style=emacs}", "go||0|1 3-4"},
    {"go {hl_lines=3 linenos=true}", "go||1|3"},
    {"{linenos=true}", "||1|"},

    // Zola.
    {"rust,linenos,hl_lines=1 3-5,name=x.rs,linenostart=20", "rust|x.rs|20|1 3-5"},
    {"rust,linenos", "rust||1|"},
    {"rust,hl_lines=3", "rust||0|3"},

    // Docusaurus.
    {"js {1,3-4} title=\"x.js\" showLineNumbers", "js|x.js|1|1 3-4"},
    {"js{2}", "js||0|2"},
    {"js {1, 3 - 4}", "js||0|1 3 4"},
    {"{3}", "||0|3"},
    {"js showLineNumbers=5", "js||5|"},

    // Titles.
    {"title=\"a b.sql\"", "|a b.sql|0|"},
    {"sql title='a \"b\"'", "sql|a \"b\"|0|"},
    {"sql filename=\"x\"", "sql|x|0|"},
    {"sql title=x", "sql|x|0|"},
    {"sql title=\"x", "sql|x|0|"},
    {"sql title=\"  a\tb \"", "sql|a b|0|"},
    {"sql title=", "sql||0|"},
    {"sql title", "sql||0|"},

    // Nonsense.
    {"js {1-}", "js||0|1"},
    {"js {-1}", "js||0|"},
    {"js {{{1}", "js||0|1"},
    {"js = == =a {=}", "js||0|"},
    {"js hl_lines", "js||0|"},
    {"js hl_lines=[", "js||0|"},
    {"js {4-2}", "js||0|4-2"},
    {"js linenos=\"", "js||1|"},
    {"js linenos,linenostart=x", "js||1|"},
    {"js linenos,linenostart=99999999999999999999", "js||999999|"},
    {"js {1-99999999999999999999}", "js||0|1-999999"},
};

}  // namespace

TEST_CASE("info strings are read in the spellings of several engines") {
  for (const Reading& reading : kReadings) {
    INFO(reading.info);
    CHECK(reading_of(reading.info) == reading.expected);
  }
}

TEST_CASE("languages have the names that readers know") {
  const auto name_of = [](std::string_view info) { return parse_code_info(info).language_name; };
  CHECK(name_of("cpp") == "C++");
  CHECK(name_of("Yml {1}") == "YAML");
  CHECK(name_of("asm") == "Assembly");
  CHECK(name_of("zsh") == "Shell");
  CHECK(name_of("Brainfuck,x") == "Brainfuck");
  CHECK(name_of("").empty());
  CHECK(name_of("{.x}").empty());
}

TEST_CASE("plain text and output are not highlighted") {
  for (const char* info :
       {"", "text", "TXT {1}", "console", "output", "plaintext", "title=\"x\""}) {
    INFO(info);
    CHECK_FALSE(can_be_highlighted(parse_code_info(info)));
  }
  CHECK(can_be_highlighted(parse_code_info("sh")));
}

TEST_CASE("only so many ranges are marked") {
  std::string info = "js {1";
  for (int i = 0; i < 100'000; ++i) info += ",1";
  CHECK(parse_code_info(info + "}").marked.size() == kMaxMarkedRanges);
}

TEST_CASE("code with a language or a title is a figure") {
  check({
      {"```\na <b>\n```\n", "<pre tabindex=\"0\"><code>a &lt;b&gt;\n</code></pre>\n"},
      {"    a\n", "<pre tabindex=\"0\"><code>a\n</code></pre>\n"},
      {"```sql\na\n```\n",
       "<figure class=\"code\"><figcaption><span class=\"code-language\">SQL</span></figcaption>\n"
       "<pre tabindex=\"0\"><code class=\"language-sql\">a\n</code></pre></figure>\n"},
      {"```sql title=\"<a>\"\n```\n",
       "<figure class=\"code\"><figcaption><span class=\"code-title\">&lt;a&gt;</span>"
       "<span class=\"code-language\">SQL</span></figcaption>\n"
       "<pre tabindex=\"0\"><code class=\"language-sql\"></code></pre></figure>\n"},
      {"``` title=\"a\"\nb\n```\n",
       "<figure class=\"code\"><figcaption><span class=\"code-title\">a</span></figcaption>\n"
       "<pre tabindex=\"0\"><code>b\n</code></pre></figure>\n"},
  });
}

TEST_CASE("numbered, marked and changed lines are elements") {
  check({
      {"```sql {2-9} linenos linenostart=9\na\n\nb\n```\n",
       "<figure class=\"code\" data-lines><figcaption><span class=\"code-language\">SQL</span>"
       "</figcaption>\n<pre tabindex=\"0\"><code class=\"language-sql\">"
       "<span class=\"code-line\" data-line=\"9\">a\n</span>"
       "<span class=\"code-line is-marked\" data-line=\"10\">\n</span>"
       "<span class=\"code-line is-marked\" data-line=\"11\">b\n</span></code></pre></figure>\n"},
      {"``` {1}\na\n```\n",
       "<pre tabindex=\"0\"><code><span class=\"code-line is-marked\">a\n</span></code></pre>\n"},
      {"```diff\n--- a\n+++ b\n@@ -1 +1 @@\n c\n-d\n+e\n--- f\n+g\n```\n",
       "<figure class=\"code\" data-lines><figcaption><span class=\"code-language\">Diff</span>"
       "</figcaption>\n<pre tabindex=\"0\"><code class=\"language-diff\">"
       "<span class=\"code-line\">--- a\n</span><span class=\"code-line\">+++ b\n</span>"
       "<span class=\"code-line\">@@ -1 +1 @@\n</span><span class=\"code-line\"> c\n</span>"
       "<span class=\"code-line is-removed\">-d\n</span>"
       "<span class=\"code-line is-added\">+e\n</span>"
       "<span class=\"code-line is-removed\">--- f\n</span>"
       "<span class=\"code-line is-added\">+g\n</span></code></pre></figure>\n"},
  });
}

TEST_CASE("a document knows whether it has code to highlight") {
  const auto has_code = [](std::string_view markdown) {
    const auto document = render_markdown(markdown, {});
    return document.ok() && document.value().has_code;
  };
  CHECK(has_code("```text\n```\n\n```c\n```\n"));
  CHECK_FALSE(has_code("```text\n```\n\n    a\n\n```\nb\n```\n\n```math\nc\n```\n`d`\n"));
}

}  // namespace daybook
