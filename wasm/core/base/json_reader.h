// Reads JSON from front to back, telling a handler what comes: no tree is built, so that reading
// costs no more than what the handler keeps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace daybook {

inline constexpr std::size_t kMaxJsonDepth = 64;

// What JSON numbers that are no whole numbers from 0 to 2^53 are told as.
inline constexpr std::int64_t kNoWholeNumber = -1;

// Each call returns whether to go on.
class JsonHandler {
 public:
  virtual ~JsonHandler() = default;

  virtual bool key(std::string& name) = 0;
  virtual bool string(std::string& value) = 0;
  virtual bool number(std::int64_t value) = 0;
  virtual bool boolean(bool value) = 0;
  virtual bool start_object() = 0;
  virtual bool end_object() = 0;
  virtual bool start_array() = 0;
  virtual bool end_array() = 0;
};

enum class JsonEnd {
  kComplete,
  kStopped,    // by the handler
  kTooDeep,    // past kMaxJsonDepth
  kMalformed,  // `position` is the offset of the first byte that does not fit
};

struct JsonReading {
  JsonEnd end = JsonEnd::kComplete;
  std::size_t position = 0;
};

// Any bytes are safe.
JsonReading read_json(std::string_view text, JsonHandler& handler);

}  // namespace daybook
