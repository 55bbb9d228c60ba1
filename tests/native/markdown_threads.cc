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

enum class Dialect { kBlog, kCommonMark };

std::string html_of(const std::string& markdown, Dialect dialect) {
  if (dialect == Dialect::kCommonMark) {
    const auto html = render_specification(markdown, Specification::kCommonMark);
    return html.ok() ? html.value() : html.error().text();
  }
  const auto document = render_markdown(markdown, {});
  return document.ok() ? document.value().html : document.error().text();
}

}  // namespace

TEST_CASE("documents of all dialects are rendered at once") {
  const std::array<Dialect, 2> dialects = {Dialect::kBlog, Dialect::kCommonMark};
  std::string markdown;
  for (int i = 0; i < kParagraphs; ++i) markdown += "a ~~b~~ www.c.org *d*\n\n";
  const std::array<std::string, 2> expected = {html_of(markdown, dialects[0]),
                                               html_of(markdown, dialects[1])};
  CHECK(expected[0] != expected[1]);
  std::array<int, kThreads> differences{};
  {
    std::array<std::jthread, kThreads> threads;
    for (std::size_t i = 0; i < threads.size(); ++i) {
      threads[i] = std::jthread([&, i] {
        for (int round = 0; round < kRounds; ++round) {
          if (html_of(markdown, dialects[i % 2]) != expected[i % 2]) ++differences[i];
        }
      });
    }
  }
  CHECK(differences == std::array<int, kThreads>{});
}

}  // namespace daybook
