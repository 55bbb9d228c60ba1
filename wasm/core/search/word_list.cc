#include "core/search/word_list.h"

#include <array>

#include "core/search/bits.h"
#include "core/search/prefix_code.h"
#include "core/search/sorted_texts.h"

namespace daybook {
namespace {

constexpr std::uint32_t kMaxWords = 1 << 18;

}  // namespace

std::string write_word_list(const std::vector<ListedWord>& words) {
  std::array<std::uint32_t, kCommonness> counts{};
  std::vector<std::string> texts;
  for (const ListedWord& word : words) {
    ++counts[word.commonness];
    texts.push_back(word.folded);
  }
  const PrefixCode code{counts};
  BitWriter out;
  code.write(out, kCommonness);
  write_sorted_texts(out, texts);
  for (const ListedWord& word : words) code.put(out, word.commonness);
  return out.take();
}

std::optional<std::vector<ListedWord>> read_word_list(std::string_view bytes) {
  BitReader in(bytes);
  const PrefixCode code = PrefixCode::read(in, kCommonness);
  std::vector<ListedWord> words;
  for (std::string& text : read_sorted_texts(in, kMaxWords)) {
    words.push_back({std::move(text), 0});
  }
  for (ListedWord& word : words) word.commonness = code.get(in);
  if (!in.is_good()) return std::nullopt;
  return words;
}

}  // namespace daybook
