// Terms and their definitions.
#include "unit/markdown_examples.h"

namespace daybook {

TEST_CASE("a line with a colon defines the term above it") {
  check({
      {"a\n: b\n", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"},
      {"a *b*\n:   `c` d  \n", "<dl>\n<dt>a <em>b</em></dt>\n<dd><code>c</code> d</dd>\n</dl>\n"},
      {"a\n:\tb\n", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"},
      {"a\nb\n: c\n: d\n", "<dl>\n<dt>a</dt>\n<dt>b</dt>\n<dd>c</dd>\n<dd>d</dd>\n</dl>\n"},
      {"a\n: b\n  c\n: d\n", "<dl>\n<dt>a</dt>\n<dd>b\nc</dd>\n<dd>d</dd>\n</dl>\n"},
      {"a\n: b  \n  c\n", "<dl>\n<dt>a</dt>\n<dd>b<br>\nc</dd>\n</dl>\n"},
      {"a\n: see *b* c\n", "<dl>\n<dt>a</dt>\n<dd>see <em>b</em> c</dd>\n</dl>\n"},
  });
}

TEST_CASE("blank lines may stand before definitions and between terms") {
  check({
      {"a\n\n: b\n", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"},
      {"a\n\n: b\n\n: c\n", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n</dl>\n"},
      {"a\n: b\n\nc\n: d\n\ne\n",
       "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dt>c</dt>\n<dd>d</dd>\n</dl>\n<p>e</p>\n"},
      {"a\n: b\n\nc\nd\n\n: e\n",
       "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dt>c</dt>\n<dt>d</dt>\n<dd>e</dd>\n</dl>\n"},
      {"a\n: b\n\n---\n\nc\n: d\n",
       "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n<hr>\n<dl>\n<dt>c</dt>\n<dd>d</dd>\n</dl>\n"},
  });
}

TEST_CASE("definition lists stand in quotes, lists and callouts") {
  check({
      {"> a\n> : b\n", "<blockquote>\n<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n</blockquote>\n"},
      {"- a\n  : b\n- c\n",
       "<ul>\n<li>\n<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n</li>\n<li>c</li>\n</ul>\n"},
      {"> [!note]\n> a\n> : b\n",
       "<div class=\"callout\" data-kind=\"note\" role=\"note\"><p "
       "class=\"callout-title\">Note</p>\n"
       "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n</div>\n"},
  });
}

TEST_CASE("what defines nothing is text") {
  check({
      {": a\n", "<p>: a</p>\n"},
      {"# a\n: b\n",
       "<div class=\"heading\"><h2 id=\"a\">a</h2><a class=\"anchor\" href=\"#a\" "
       "aria-labelledby=\"a\">#</a></div>\n<p>: b</p>\n"},
      {"a\n:b\n", "<p>a\n:b</p>\n"},
      {"a\n:\n", "<p>a\n:</p>\n"},
      {"a\n\\: b\n", "<p>a\n: b</p>\n"},
      {"a `b\n: c`\n", "<p>a <code>b : c</code></p>\n"},
      {"- [ ] a\n  : b\n",
       "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled> a\n: b</label></li>\n"
       "</ul>\n"},
  });
}

}  // namespace daybook
