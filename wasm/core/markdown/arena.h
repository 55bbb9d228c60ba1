// The memory of one parse: pieces cut from a block, all given back at once.
//
// cmark-gfm's time is mostly malloc's. Here an allocation moves a pointer, freeing does nothing,
// and the block stays for the next document.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>

namespace daybook {

// What a thread keeps between documents at most.
inline constexpr std::size_t kMaxKeptArenaBytes = 4 << 20;

// From its construction to its end, everything that cmark allocates on this thread through
// memory() lives in the thread's arena. There is one session at a time on a thread.
class ArenaSession {
 public:
  ArenaSession();
  ~ArenaSession();
  ArenaSession(const ArenaSession&) = delete;
  ArenaSession& operator=(const ArenaSession&) = delete;

  // For cmark's functions that take an allocator.
  cmark_mem* memory();

  // How many pieces were asked for in this session. Unlike bytes it is the same number
  // on every platform.
  std::size_t pieces() const;
};

}  // namespace daybook
