// Text of chance, the same in every run.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace daybook {

class RandomBytes {
 public:
  explicit RandomBytes(unsigned seed) : engine_(seed) {}

  // 0 to count - 1.
  std::size_t below(std::size_t count) { return engine_() % count; }

  char byte() { return static_cast<char>(below(256)); }

  std::string text(std::size_t size) {
    std::string out;
    while (out.size() < size) out += byte();
    return out;
  }

  // Pieces of a list, one behind the other.
  template <class Pieces>
  std::string pieces(const Pieces& list, std::size_t count) {
    std::string out;
    for (; count > 0; --count) out += std::data(list)[below(std::size(list))];
    return out;
  }

 private:
  std::mt19937 engine_;
};

}  // namespace daybook
