// Block quotes that call out.
#include "unit/markdown_examples.h"

namespace daybook {

TEST_CASE("a quote that begins with a marker is a callout") {
  check({
      {"> [!NOTE]\n> a *b*\n>\n> - c\n",
       "<div class=\"callout\" data-kind=\"note\" role=\"note\"><p "
       "class=\"callout-title\">Note</p>\n"
       "<p>a <em>b</em></p>\n<ul>\n<li>c</li>\n</ul>\n</div>\n"},
      {"> [!Tip] \n> a\nb\n",
       "<div class=\"callout\" data-kind=\"tip\" role=\"note\"><p class=\"callout-title\">Tip</p>\n"
       "<p>a\nb</p>\n</div>\n"},
      {">[!important]\n\na\n",
       "<div class=\"callout\" data-kind=\"important\" role=\"note\">"
       "<p class=\"callout-title\">Important</p>\n</div>\n<p>a</p>\n"},
      {"> [!WARNING]\n>\n> ```\n> a\n> ```\n",
       "<div class=\"callout\" data-kind=\"warning\" role=\"note\">"
       "<p class=\"callout-title\">Warning</p>\n"
       "<pre tabindex=\"0\"><code>a\n</code></pre>\n</div>\n"},
      {"- > [!caution]  \n  > a\n",
       "<ul>\n<li>\n<div class=\"callout\" data-kind=\"caution\" role=\"note\">"
       "<p class=\"callout-title\">Caution</p>\n<p>a</p>\n</div>\n</li>\n</ul>\n"},
  });
}

TEST_CASE("a callout may have a title of its own") {
  check({
      {"> [!note] A *title* & [more](b)\n> c\n",
       "<div class=\"callout\" data-kind=\"note\" role=\"note\"><p class=\"callout-title\">"
       "A <em>title</em> &amp; <a href=\"b\">more</a></p>\n<p>c</p>\n</div>\n"},
      {"> [!note] *A*\n",
       "<div class=\"callout\" data-kind=\"note\" role=\"note\">"
       "<p class=\"callout-title\"><em>A</em></p>\n</div>\n"},
      {"> [!note|wide] A\\\n> b\n",
       "<div class=\"callout\" data-kind=\"note\" role=\"note\">"
       "<p class=\"callout-title\">A</p>\n<p>b</p>\n</div>\n"},
  });
}

TEST_CASE("a callout may be folded away") {
  check({
      {"> [!tip]- A\n> b\n",
       "<details class=\"callout\" data-kind=\"tip\">"
       "<summary class=\"callout-title\">A</summary>\n<p>b</p>\n</details>\n"},
      {"> [!tip]+\n> b\n",
       "<details class=\"callout\" data-kind=\"tip\" open>"
       "<summary class=\"callout-title\">Tip</summary>\n<p>b</p>\n</details>\n"},
      {"> [!a]- b\n> > [!c]+\n> > d\n",
       "<details class=\"callout\" data-kind=\"note\"><summary "
       "class=\"callout-title\">b</summary>\n"
       "<details class=\"callout\" data-kind=\"note\" open>"
       "<summary class=\"callout-title\">C</summary>\n<p>d</p>\n</details>\n</details>\n"},
  });
}

TEST_CASE("other names stand for the five kinds, or are titles") {
  struct Name {
    const char* written;
    const char* kind;
    const char* title;
  };
  constexpr Name kNames[] = {
      {"info", "note", "Note"},
      {"FAQ", "note", "Note"},
      {"Hint", "tip", "Tip"},
      {"done", "tip", "Tip"},
      {"attention", "warning", "Warning"},
      {"danger", "caution", "Caution"},
      {"missing", "caution", "Caution"},
      {"RECIPE", "note", "Recipe"},
      {"my-own", "note", "My-own"},
      {"éa", "note", "éa"},
      {"note2", "note", "Note2"},
  };
  for (const Name& name : kNames) {
    INFO(name.written);
    CHECK(html_of("> [!" + std::string(name.written) + "]\n> a\n") ==
          "<div class=\"callout\" data-kind=\"" + std::string(name.kind) +
              "\" role=\"note\"><p class=\"callout-title\">" + name.title +
              "</p>\n<p>a</p>\n</div>\n");
  }
}

TEST_CASE("the names of callouts can be translated") {
  MarkdownOptions options;
  options.words.note = "Hinweis & mehr";
  CHECK(html_of("> [!info]\n> a\n", options) ==
        "<div class=\"callout\" data-kind=\"note\" role=\"note\">"
        "<p class=\"callout-title\">Hinweis &amp; mehr</p>\n<p>a</p>\n</div>\n");
}

TEST_CASE("what only resembles a callout is a quote") {
  for (const char* quote :
       {"> a\n> [!NOTE]\n", "> \\[!NOTE]\n> a\n", "> [!]\n> a\n", "> [!NOTE]a\n", "> [!NOTE]*a*\n",
        "> [!a b]\n", "> [! note]\n", "> [!NOTE\n> a\n", "> [!NOTE](a)\n", "> # [!NOTE]\n",
        "> - [!NOTE]\n", "> [!NOTE]: a\n", ">\n", "> [!\"><b>]\n"}) {
    INFO(quote);
    CHECK(html_of(quote).starts_with("<blockquote>\n"));
  }
  CHECK(html_of("[!NOTE]\na\n") == "<p>[!NOTE]\na</p>\n");
}

TEST_CASE("a callout's title is not what the document is about") {
  const auto document = render_markdown("> [!note] A title\n> b c\n", {});
  REQUIRE(document.ok());
  CHECK(document.value().summary == "b c");
  CHECK(document.value().words == 4);
}

}  // namespace daybook
