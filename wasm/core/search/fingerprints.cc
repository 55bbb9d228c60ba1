#include "core/search/fingerprints.h"

#include <cstddef>

namespace daybook {
namespace {

constexpr std::size_t kHeadBytes = 12;
constexpr std::size_t kDocumentBytes = 8;

void append(std::string& out, std::uint64_t number, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t number = 0;
  for (std::size_t i = count; i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return number;
}

}  // namespace

std::string write_fingerprints(const Fingerprints& fingerprints) {
  const FieldLengths& lengths = fingerprints.lengths;
  std::string out = fingerprints.files + '\n';
  for (const std::uint32_t length : {lengths.title, lengths.headings, lengths.text}) {
    append(out, length, 4);
  }
  for (const std::uint64_t document : fingerprints.documents) {
    append(out, document, kDocumentBytes);
  }
  return out;
}

std::optional<Fingerprints> read_fingerprints(std::string_view bytes) {
  // An empty line is the first one where there are no files.
  const std::size_t end = bytes.starts_with('\n') ? 0 : bytes.find("\n\n");
  if (end == std::string_view::npos) return std::nullopt;
  const std::size_t lines = end == 0 ? 0 : end + 1;
  const std::string_view files = bytes.substr(0, lines);
  bytes.remove_prefix(lines + 1);
  if (bytes.size() < kHeadBytes || (bytes.size() - kHeadBytes) % kDocumentBytes != 0) {
    return std::nullopt;
  }
  const auto length = [&](std::size_t at) {
    return static_cast<std::uint32_t>(number_at(bytes, at, 4));
  };
  Fingerprints fingerprints{{length(0), length(4), length(8)}, {}, std::string(files)};
  for (std::size_t at = kHeadBytes; at < bytes.size(); at += kDocumentBytes) {
    fingerprints.documents.push_back(number_at(bytes, at, kDocumentBytes));
  }
  return fingerprints;
}

}  // namespace daybook
