// cmark's case folding, for the labels of links and notes. cmark has it as a switch over 1,401
// letters, which compiles to 26 KB; here it is runs of letters, made of that switch's cases when
// this file is compiled.
#include <utf8.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace {

constexpr std::int32_t kReplacement = 0xFFFD;

// A letter, and what it is folded to: up to three, followed by zeros.
struct Fold {
  std::int32_t letter;
  std::array<std::int32_t, 3> folded;
};

constexpr auto kFolds = std::to_array<Fold>({
#include "case_folding.inc"
});

// Letters one after the other, or every second one, that are folded to the letters `offset`
// behind them.
struct Run {
  std::int32_t first;
  std::int32_t last;
  std::int32_t step;
  std::int32_t offset;
};

// A letter that is folded to several. All of them lie below U+10000.
struct Expansion {
  std::uint16_t letter;
  std::array<std::uint16_t, 3> folded;
};

constexpr bool is_expansion(const Fold& fold) { return fold.folded[1] != 0; }

constexpr bool extend(Run& run, std::int32_t letter, std::int32_t offset) {
  const std::int32_t step = letter - run.last;
  const bool fits = run.first == run.last ? step <= 2 : step == run.step;
  if (!fits || offset != run.offset) return false;
  run.last = letter;
  run.step = step;
  return true;
}

// How many runs there are; they are written to `out` if there is such a place.
constexpr std::size_t make_runs(Run* out) {
  std::size_t count = 0;
  Run run = {};
  for (const Fold& fold : kFolds) {
    if (is_expansion(fold)) continue;
    const std::int32_t offset = fold.folded[0] - fold.letter;
    if (count == 0 || !extend(run, fold.letter, offset)) {
      run = {fold.letter, fold.letter, 1, offset};
      ++count;
    }
    if (out != nullptr) out[count - 1] = run;
  }
  return count;
}

constexpr auto kRuns = [] {
  std::array<Run, make_runs(nullptr)> runs = {};
  make_runs(runs.data());
  return runs;
}();

constexpr auto kExpansions = [] {
  std::array<Expansion, std::count_if(kFolds.begin(), kFolds.end(), is_expansion)> out = {};
  std::size_t count = 0;
  for (const Fold& fold : kFolds) {
    if (!is_expansion(fold)) continue;
    Expansion& expansion = out[count++];
    expansion.letter = static_cast<std::uint16_t>(fold.letter);
    for (std::size_t i = 0; i < fold.folded.size(); ++i) {
      expansion.folded[i] = static_cast<std::uint16_t>(fold.folded[i]);
    }
  }
  return out;
}();

const Expansion* find_expansion(std::int32_t letter) {
  if (letter < kExpansions.front().letter) return nullptr;
  for (const Expansion& expansion : kExpansions) {
    if (expansion.letter == letter) return &expansion;
  }
  return nullptr;
}

std::int32_t fold_by_run(std::int32_t letter) {
  const auto run = std::lower_bound(
      kRuns.begin(), kRuns.end(), letter,
      [](const Run& candidate, std::int32_t wanted) { return candidate.last < wanted; });
  if (run == kRuns.end() || letter < run->first) return letter;
  return (letter - run->first) % run->step == 0 ? letter + run->offset : letter;
}

}  // namespace

void cmark_utf8proc_case_fold(cmark_strbuf* out, const std::uint8_t* text, bufsize_t size) {
  while (size > 0) {
    std::int32_t letter = kReplacement;
    bufsize_t width = cmark_utf8proc_iterate(text, size, &letter);
    if (width < 0) {
      letter = kReplacement;
      width = -width;
    }
    text += width;
    size -= width;
    const Expansion* expansion = find_expansion(letter);
    if (expansion == nullptr) {
      cmark_utf8proc_encode_char(fold_by_run(letter), out);
      continue;
    }
    for (const std::uint16_t folded : expansion->folded) {
      if (folded != 0) cmark_utf8proc_encode_char(folded, out);
    }
  }
}
