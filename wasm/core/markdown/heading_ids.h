// Ids inside a page: each given once.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace daybook {

class HeadingIds {
 public:
  // None of the names that the page around the document uses is given.
  HeadingIds();

  // `id` will not be given.
  void reserve(std::string_view id);

  // `wanted`, or where that is taken the first free one of wanted-1, wanted-2, …
  std::string take(std::string_view wanted);

 private:
  // By id, the last number that was tried behind it.
  std::map<std::string, int> taken_;
};

}  // namespace daybook
