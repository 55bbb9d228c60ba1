// Real content folders that nobody here wrote, unpacked in the folder $DAYBOOK_CORPORA.
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "native/content.h"
#include "native/facts.h"
#include "native/source_name.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

struct Corpus {
  std::string_view folder;
  std::size_t sources;
  std::size_t undated;
};

constexpr Corpus kCorpora[] = {
    {"rust-blog", 751, 1},
    {"18f", 509, 0},
    {"jekyll-posts/docs", 102, 0},
    {"nodejs-i18n/apps/site/pages", 205, 205},
};

std::size_t undated(const Content& content) {
  std::size_t count = 0;
  for (const SourceFile& source : content.sources) count += source.post.date ? 0 : 1;
  return count;
}

}  // namespace

TEST_CASE("every post of the corpora is read, and none is lost") {
  const char* corpora = std::getenv("DAYBOOK_CORPORA");
  if (corpora == nullptr || !fs::is_directory(corpora)) {
    SKIP("set DAYBOOK_CORPORA to the folder with the unpacked corpora");
  }
  for (const Corpus& corpus : kCorpora) {
    CAPTURE(corpus.folder);
    const fs::path folder = fs::path(corpora) / corpus.folder;
    if (!fs::is_directory(folder)) {
      WARN("there is no " << folder.string());
      continue;
    }
    const Content content = read_content(folder);
    std::set<std::string> named;
    for (const SourceFile& source : content.sources) {
      named.insert((content.root / source.file).string());
      CHECK(!source.post.title.empty());
      CHECK(!source.slug.empty());
      CHECK(source.body_line > 1);
    }
    for (const Problem& problem : content.problems) {
      CAPTURE(problem.text());
      CHECK(problem.severity == Severity::kWarning);
      named.insert(problem.file);
    }
    for (const auto& entry : fs::recursive_directory_iterator(content.root)) {
      CAPTURE(entry.path().string());
      CHECK((!is_markdown_name(entry.path().string()) || named.contains(entry.path().string())));
    }
    CHECK(content.sources.size() == corpus.sources);
    CHECK(undated(content) == corpus.undated);
  }
}

}  // namespace daybook
