// HTML written from front to back: raw() for what Daybook wrote, text() for everything else.
#pragma once

#include <string>
#include <string_view>

#include "core/base/text.h"

namespace daybook {

class Html {
 public:
  Html& raw(std::string_view html) {
    out_ += html;
    return *this;
  }

  // Element content, or the value of a quoted attribute.
  Html& text(std::string_view text) {
    append_html(out_, text);
    return *this;
  }

  Html& number(std::size_t number) { return raw(std::to_string(number)); }

  // ` name="value"`
  Html& attribute(std::string_view name, std::string_view value) {
    return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace daybook
