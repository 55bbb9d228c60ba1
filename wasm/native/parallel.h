// Work on all cores.
#pragma once

#include <cstddef>
#include <functional>

namespace daybook {

// Calls `work` once for every index below `count`, from several threads and in any order, and
// returns when all are done. `work` must not throw, and writes only to what its index owns.
void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace daybook
