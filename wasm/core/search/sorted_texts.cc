#include "core/search/sorted_texts.h"

#include <algorithm>

namespace daybook {
namespace {

std::size_t shared_bytes(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t shared = 0;
  while (shared < most && a[shared] == b[shared]) ++shared;
  return shared;
}

}  // namespace

void SortedTextWriter::count(std::string_view before, std::string_view text, unsigned ending) {
  const std::size_t shared = shared_bytes(before, text);
  ++share_counts_[std::min<std::size_t>(shared, kLongShare)];
  for (const char byte : text.substr(shared)) ++byte_counts_[static_cast<unsigned char>(byte)];
  ++byte_counts_[ending];
}

void SortedTextWriter::write_codes(BitWriter& out) {
  shares_ = PrefixCode(share_counts_);
  bytes_ = PrefixCode(byte_counts_);
  shares_.write(out, kLongShare + 1);
  bytes_.write(out, 256);
}

void SortedTextWriter::write(BitWriter& out, std::string_view before, std::string_view text,
                             unsigned ending) const {
  const std::size_t shared = shared_bytes(before, text);
  shares_.put(out, static_cast<unsigned>(std::min<std::size_t>(shared, kLongShare)));
  if (shared >= kLongShare) out.number(static_cast<std::uint32_t>(shared - kLongShare));
  for (const char byte : text.substr(shared)) bytes_.put(out, static_cast<unsigned char>(byte));
  bytes_.put(out, ending);
}

SortedTextReader::SortedTextReader(BitReader& in)
    : shares_(PrefixCode::read(in, SortedTextWriter::kLongShare + 1)),
      bytes_(PrefixCode::read(in, 256)) {}

unsigned SortedTextReader::next(BitReader& in, std::string& text, unsigned endings) const {
  std::size_t shared = shares_.get(in);
  if (shared == SortedTextWriter::kLongShare) shared += in.number();
  if (shared > text.size()) in.fail();
  text.resize(std::min(shared, text.size()));
  while (in.is_good()) {
    const unsigned byte = bytes_.get(in);
    if (byte < endings) return byte;
    if (text.size() == kMaxSortedText) in.fail();
    text += static_cast<char>(byte);
  }
  return kTextEnd;
}

void write_sorted_texts(BitWriter& out, const std::vector<std::string>& texts) {
  SortedTextWriter writer;
  const auto for_each_text = [&](auto use) {
    std::string_view before;
    for (const std::string& text : texts) {
      use(before, text);
      before = text;
    }
  };
  for_each_text(
      [&](std::string_view before, std::string_view text) { writer.count(before, text); });
  out.number(static_cast<std::uint32_t>(texts.size()));
  writer.write_codes(out);
  for_each_text(
      [&](std::string_view before, std::string_view text) { writer.write(out, before, text); });
}

std::vector<std::string> read_sorted_texts(BitReader& in, std::uint32_t most) {
  std::vector<std::string> texts;
  const std::uint32_t count = in.number();
  if (count > most) in.fail();
  const SortedTextReader reader(in);
  std::string text;
  for (std::uint32_t i = 0; i < count && in.is_good(); ++i) {
    reader.next(in, text);
    texts.push_back(text);
  }
  return texts;
}

}  // namespace daybook
