// Formulas, in blocks and in running text.
#include "unit/markdown_examples.h"

namespace daybook {
namespace {

std::string block(std::string_view formula) {
  return "<div class=\"math\" role=\"group\" aria-label=\"Formula\" tabindex=\"0\"><code>" +
         std::string(formula) + "</code></div>\n";
}

std::string with_inline_math(std::string_view markdown) {
  return html_of(markdown, {.inline_math = InlineMath::kOn});
}

struct Formula {
  const char* markdown;
  const char* formula;
};

}  // namespace

TEST_CASE("lines between two dollar signs are a formula") {
  constexpr Formula kFormulas[] = {
      {"$$\na\n$$\n", "a"},
      {"$$a$$\n", "a"},
      {"   $$ a < b $$ \n", "a &lt; b"},
      {"$$ a\n= b $$", "a\n= b"},
      {"$$\\begin{align}\na &= b \\\\\n\\end{align}$$\n",
       "\\begin{align}\na &amp;= b \\\\\n\\end{align}"},
      {"$$\n\na\n\n+ b\n\n$$\n", "a\n\n+ b"},
      {"$$\n# a\n- *b*\n> c\n```\n===\n$$\n", "# a\n- *b*\n&gt; c\n```\n==="},
      {"$$\na\\$$\nb$$\n", "a\\$$\nb"},
      {"$$\r\na\r\n$$\r\n", "a"},
      {"```math\na_b\n```\n", "a_b"},
      {"~~~ Math {1}\na\n~~~\n", "a"},
  };
  for (const Formula& example : kFormulas) {
    INFO(example.markdown);
    CHECK(html_of(example.markdown) == block(example.formula));
  }
}

TEST_CASE("a formula stands among other blocks") {
  CHECK(html_of("a\n$$\nb\n$$\nc\n") == "<p>a</p>\n" + block("b") + "<p>c</p>\n");
  CHECK(html_of("a\n$$b$$\nc\n") == "<p>a</p>\n" + block("b") + "<p>c</p>\n");
  CHECK(html_of("$$a$$\n$$b$$\n") == block("a") + block("b"));
  CHECK(html_of("> $$\n> a\n> $$\n> b\n") ==
        "<blockquote>\n" + block("a") + "<p>b</p>\n</blockquote>\n");
  CHECK(html_of("- a\n\n  $$\n  b\n\n  c\n  $$\n- d\n") ==
        "<ul>\n<li>\n<p>a</p>\n" + block("b\n\nc") + "</li>\n<li>\n<p>d</p>\n</li>\n</ul>\n");
  CHECK(html_of("|a|\n|-|\n$$b$$\n").ends_with("</table></div>\n" + block("b")));
  CHECK(html_of("$$\na\n$$\n\n[b](c)\n") == block("a") + "<p><a href=\"c\">b</a></p>\n");
}

TEST_CASE("dollar signs without an end, or around nothing, are text") {
  check({
      {"$$\na *b*\n", "<p>$$\na <em>b</em></p>\n"},
      {"$$\n", "<p>$$</p>\n"},
      {"$$$\na\n$$$\n", "<p>$$$\na\n$$$</p>\n"},
      {"$$ is the shell's own number\n\n- a\n",
       "<p>$$ is the shell's own number</p>\n"
       "<ul>\n<li>a</li>\n</ul>\n"},
      {"$$ is *one*\n\n$$a$$\n",
       "<p>$$ is <em>one</em></p>\n"
       "<div class=\"math\" role=\"group\" aria-label=\"Formula\" tabindex=\"0\"><code>a</code>"
       "</div>\n"},
      {"$$ $$\n", "<p>$$ $$</p>\n"},
      {"$$\n$$\n", "<p>$$\n$$</p>\n"},
      {"$$a$$ b $$\n", "<p>$$a$$ b $$</p>\n"},
      {"$$a$$.\n", "<p>$$a$$.</p>\n"},
      {"> $$\n> a\n\n$$b$$\n",
       "<blockquote>\n<p>$$\na</p>\n</blockquote>\n"
       "<div class=\"math\" role=\"group\" aria-label=\"Formula\" tabindex=\"0\"><code>b</code>"
       "</div>\n"},
      {"    $$a$$\n", "<pre tabindex=\"0\"><code>$$a$$\n</code></pre>\n"},
      {"a $b$ $$c$$\n", "<p>a $b$ $$c$$</p>\n"},
  });
}

TEST_CASE("formulas in running text follow GitHub's rules") {
  constexpr Formula kFormulas[] = {
      {"$x$", "x"},
      {"$x_1 * y_2$", "x_1 * y_2"},
      {"$a\nb$", "a\nb"},
      {"$a < b$", "a &lt; b"},
      {"$\\$$", "\\$"},
      {"$`a*b*c`$", "a*b*c"},
      {"$$x$$", "x"},
      {"$$ x $$", "x"},
      {"$$\\text{$a$}$$", "\\text{$a$}"},
  };
  for (const Formula& example : kFormulas) {
    INFO(example.markdown);
    CHECK(with_inline_math("a " + std::string(example.markdown) + " b\n") ==
          "<p>a <span class=\"math\"><code>" + std::string(example.formula) +
              "</code></span> b</p>\n");
  }
}

TEST_CASE("other dollar signs in running text are text") {
  for (const char* text :
       {"$5 and $10", "$ x$", "$x $", "$x$5", "a$", "$", "$$$x$$$", "$$x$", "5$ and 6$"}) {
    INFO(text);
    CHECK(with_inline_math(std::string(text) + "\n") == "<p>" + std::string(text) + "</p>\n");
  }
  CHECK(with_inline_math("\\$x$ `$y$` [a](b$c$)\n") ==
        "<p>$x$ <code>$y$</code> <a href=\"b$c$\">a</a></p>\n");
  CHECK(with_inline_math("$a$b$c$\n") ==
        "<p><span class=\"math\"><code>a</code></span>b<span class=\"math\"><code>c</code></span>"
        "</p>\n");
  CHECK(with_inline_math("|$a$|\n|-|\n").find("<span class=\"math\"><code>a</code></span></th>") !=
        std::string::npos);
}

TEST_CASE("a document knows whether it has formulas") {
  const auto has_math = [](std::string_view markdown, InlineMath inline_math) {
    const auto document = render_markdown(markdown, {.inline_math = inline_math});
    return document.ok() && document.value().has_math;
  };
  CHECK(has_math("$$a$$\n", InlineMath::kOff));
  CHECK(has_math("```math\na\n```\n", InlineMath::kOff));
  CHECK(has_math("$a$\n", InlineMath::kOn));
  CHECK_FALSE(has_math("$a$ `b`\n", InlineMath::kOff));
  CHECK_FALSE(has_math("$$ a\n\n```\nb\n```\n", InlineMath::kOn));
}

}  // namespace daybook
