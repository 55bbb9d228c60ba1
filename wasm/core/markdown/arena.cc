#include "core/markdown/arena.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <cstring>

namespace daybook {
namespace {

// Where every address is watched, each piece is a block of its own, so that reading past its end
// is noticed.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kIsWatched = true;
#elif defined(__has_feature)
constexpr bool kIsWatched = __has_feature(address_sanitizer);
#else
constexpr bool kIsWatched = false;
#endif

constexpr std::size_t kAlignment = alignof(std::max_align_t);
constexpr std::size_t kFirstBlockBytes = 256 << 10;

std::size_t aligned(std::size_t size) { return (size + kAlignment - 1) & ~(kAlignment - 1); }

// Stands before each piece, so that a piece can be copied when it grows.
struct alignas(std::max_align_t) PieceHeader {
  std::size_t size;
};

struct alignas(std::max_align_t) Block {
  Block* previous;
  std::size_t capacity;  // bytes behind this header
  std::size_t used;

  char* bytes() { return reinterpret_cast<char*>(this + 1); }
};

class Arena {
 public:
  ~Arena() { release_all(); }

  void begin() {
    assert(!is_open_);
    is_open_ = true;
    pieces_ = 0;
  }

  void end() {
    is_open_ = false;
    last_ = nullptr;
    keep_one_block();
  }

  std::size_t pieces() const { return pieces_; }

  void* allocate(std::size_t size) {
    assert(is_open_);
    ++pieces_;
    const std::size_t needed = sizeof(PieceHeader) + (kIsWatched ? size : aligned(size));
    if (kIsWatched || block_ == nullptr || block_->capacity - block_->used < needed)
      add_block(needed);
    auto* header = reinterpret_cast<PieceHeader*>(block_->bytes() + block_->used);
    block_->used += needed;
    header->size = size;
    last_ = header + 1;
    return last_;
  }

  void* resize(void* piece, std::size_t size) {
    if (piece == nullptr) return allocate(size);
    PieceHeader* header = static_cast<PieceHeader*>(piece) - 1;
    if (size <= header->size) return piece;
    if (piece == last_ && grow_last(header, size)) return piece;
    const std::size_t old_size = header->size;
    void* moved = allocate(size);
    std::memcpy(moved, piece, old_size);
    return moved;
  }

 private:
  bool grow_last(PieceHeader* header, std::size_t size) {
    const std::size_t more = aligned(size) - aligned(header->size);
    if (kIsWatched || block_->capacity - block_->used < more) return false;
    block_->used += more;
    header->size = size;
    return true;
  }

  void add_block(std::size_t needed) {
    std::size_t capacity = block_ == nullptr ? kFirstBlockBytes : block_->capacity * 2;
    capacity = std::max(std::min(capacity, kMaxKeptArenaBytes), needed);
    if (kIsWatched) capacity = needed;
    auto* block = static_cast<Block*>(std::malloc(sizeof(Block) + capacity));
    // cmark cannot be told that there is no memory.
    if (block == nullptr) std::abort();
    *block = {block_, capacity, 0};
    block_ = block;
  }

  // Keeps the largest block that is worth keeping.
  void keep_one_block() {
    Block* kept = nullptr;
    while (block_ != nullptr) {
      Block* block = block_;
      block_ = block->previous;
      const bool fits = block->capacity <= kMaxKeptArenaBytes;
      if (fits && (kept == nullptr || block->capacity > kept->capacity)) {
        std::free(kept);
        kept = block;
      } else {
        std::free(block);
      }
    }
    if (kept != nullptr) *kept = {nullptr, kept->capacity, 0};
    block_ = kept;
  }

  void release_all() {
    while (block_ != nullptr) {
      Block* block = block_;
      block_ = block->previous;
      std::free(block);
    }
  }

  Block* block_ = nullptr;
  void* last_ = nullptr;
  std::size_t pieces_ = 0;
  bool is_open_ = false;
};

// The only mutable global of the core. cmark's allocator functions get no argument to find
// their arena by, and the native build renders on all cores.
thread_local Arena thread_arena;

void* arena_calloc(std::size_t count, std::size_t size) {
  void* piece = thread_arena.allocate(count * size);
  std::memset(piece, 0, count * size);
  return piece;
}

void* arena_realloc(void* piece, std::size_t size) { return thread_arena.resize(piece, size); }

void arena_free(void*) {}

}  // namespace

ArenaSession::ArenaSession() { thread_arena.begin(); }

ArenaSession::~ArenaSession() { thread_arena.end(); }

cmark_mem* ArenaSession::memory() {
  // cmark takes a pointer to non-const and never writes through it.
  static cmark_mem memory = {arena_calloc, arena_realloc, arena_free};
  return &memory;
}

std::size_t ArenaSession::pieces() const { return thread_arena.pieces(); }

}  // namespace daybook
