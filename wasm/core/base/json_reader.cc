#include "core/base/json_reader.h"

#include <nlohmann/json.hpp>

namespace daybook {
namespace {

using nlohmann::json;

// The library's events as ours. This is the core's one use of it, instantiated once.
class Adapter final : public json::json_sax_t {
 public:
  Adapter(JsonHandler& handler, JsonReading& reading) : handler_(handler), reading_(reading) {}

  bool null() override { return true; }
  bool boolean(bool value) override { return check(handler_.boolean(value)); }
  bool number_integer(number_integer_t value) override {
    return check(handler_.number(value < 0 ? kNoWholeNumber : value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    constexpr number_unsigned_t kMost = std::uint64_t{1} << 53;
    return check(
        handler_.number(value > kMost ? kNoWholeNumber : static_cast<std::int64_t>(value)));
  }
  bool number_float(number_float_t, const string_t&) override {
    return check(handler_.number(kNoWholeNumber));
  }
  bool string(string_t& value) override { return check(handler_.string(value)); }
  bool binary(binary_t&) override { return check(false); }
  bool start_object(std::size_t) override { return enter() && check(handler_.start_object()); }
  bool end_object() override { return leave(handler_.end_object()); }
  bool start_array(std::size_t) override { return enter() && check(handler_.start_array()); }
  bool end_array() override { return leave(handler_.end_array()); }
  bool key(string_t& name) override { return check(handler_.key(name)); }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    // The library counts the bytes it has read, the one that does not fit included.
    reading_ = {JsonEnd::kMalformed, position > 0 ? position - 1 : 0};
    return false;
  }

 private:
  bool check(bool goes_on) {
    if (!goes_on) reading_.end = JsonEnd::kStopped;
    return goes_on;
  }
  bool enter() {
    if (++depth_ <= kMaxJsonDepth) return true;
    reading_.end = JsonEnd::kTooDeep;
    return false;
  }
  bool leave(bool goes_on) {
    --depth_;
    return check(goes_on);
  }

  JsonHandler& handler_;
  JsonReading& reading_;
  std::size_t depth_ = 0;
};

}  // namespace

JsonReading read_json(std::string_view text, JsonHandler& handler) {
  JsonReading reading;
  Adapter adapter(handler, reading);
  json::sax_parse(text.data(), text.data() + text.size(), static_cast<json::json_sax_t*>(&adapter));
  return reading;
}

}  // namespace daybook
