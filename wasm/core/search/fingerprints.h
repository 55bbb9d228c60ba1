// What a build needs of a segment that an earlier one has left: which documents are in it, so that
// only others are read, and how long they are, so that those are weighed alike. Besides the build
// only those ask for the file who want to have all files of the segment: the service worker.
//
//   for each other file a line: its name, a space, its bytes in decimal; then an empty line
//   3 × 4 bytes    mean words of titles, headings and texts, × 256, little-endian
//   for each document 8 bytes: its fingerprint
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

// Mean words of each field of a document, × 256.
struct FieldLengths {
  std::uint32_t title = 0;
  std::uint32_t headings = 0;
  std::uint32_t text = 0;

  bool operator==(const FieldLengths&) const = default;
};

struct Fingerprints {
  FieldLengths lengths;
  std::vector<std::uint64_t> documents;
  std::string files;  // the lines

  bool operator==(const Fingerprints&) const = default;
};

std::string write_fingerprints(const Fingerprints& fingerprints);

// Any bytes are safe.
std::optional<Fingerprints> read_fingerprints(std::string_view bytes);

}  // namespace daybook
