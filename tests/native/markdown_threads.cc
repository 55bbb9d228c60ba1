// The native build renders on all cores at once, which cmark-gfm alone does not allow: it switches
// the special characters of its extensions on and off for each document.
#include <array>
#include <string>
#include <thread>

#include <catch2/catch_test_macros.hpp>

#include "core/markdown/markdown.h"
#include "core/markdown/specification.h"

namespace daybook {
namespace {

constexpr int kThreads = 8;
constexpr int kRounds = 20;
constexpr int kParagraphs = 1'000;

enum class Kind { kArticle, kArticleWithMath, kCommonMark };

std::string html_of(const std::string& markdown, Kind kind) {
  if (kind == Kind::kCommonMark) {
    const auto html = render_specification(markdown, Dialect::kCommonMark);
    return html.ok() ? html.value() : html.error().text();
  }
  const bool has_math = kind == Kind::kArticleWithMath;
  const auto document =
      render_markdown(markdown, {.inline_math = has_math ? InlineMath::kOn : InlineMath::kOff});
  return document.ok() ? document.value().html : document.error().text();
}

}  // namespace

TEST_CASE("documents of all dialects are rendered at once") {
  constexpr std::array<Kind, 3> kKinds = {Kind::kArticle, Kind::kArticleWithMath,
                                          Kind::kCommonMark};
  std::string markdown;
  for (int i = 0; i < kParagraphs; ++i) markdown += "a ~~b~~ www.c.org *d* $e$\n\n";
  std::array<std::string, kKinds.size()> expected;
  for (std::size_t i = 0; i < kKinds.size(); ++i) expected[i] = html_of(markdown, kKinds[i]);
  CHECK(expected[0] != expected[1]);
  CHECK(expected[0] != expected[2]);
  std::array<int, kThreads> differences{};
  {
    std::array<std::jthread, kThreads> threads;
    for (std::size_t i = 0; i < threads.size(); ++i) {
      threads[i] = std::jthread([&, i] {
        const std::size_t kind = i % kKinds.size();
        for (int round = 0; round < kRounds; ++round) {
          if (html_of(markdown, kKinds[kind]) != expected[kind]) ++differences[i];
        }
      });
    }
  }
  CHECK(differences == std::array<int, kThreads>{});
}

}  // namespace daybook
