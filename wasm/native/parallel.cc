#include "native/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace daybook {

void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  const std::size_t cores = std::max(std::thread::hardware_concurrency(), 1u);
  std::vector<std::thread> helpers;
  while (helpers.size() + 1 < std::min(cores, count)) helpers.emplace_back(run);
  run();
  for (std::thread& helper : helpers) helper.join();
}

}  // namespace daybook
