// The destination folder. Files are staged first and put in place together at the end, so that a
// build that fails leaves the previous output whole; files that would not change are not touched.
//
// `.daybook` in the destination lists the files of the last build, one site path a line. What
// stands there and is not staged again is removed; other files are never touched.
#pragma once

#include <cstddef>
#include <filesystem>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace daybook {

class Output {
 public:
  explicit Output(std::filesystem::path destination);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Drops what was staged and not committed.
  ~Output();

  // True where an earlier build has left its list.
  bool has_earlier_build() const;

  // From any thread. A path that was staged before is an error: two things want one place.
  Result<Done> stage(const std::string& path, std::string_view bytes);
  Result<Done> stage_copy(const std::string& path, const std::filesystem::path& from);

  // Whether the earlier build has left a file at this path, and the way to leave it there again,
  // for a file whose name tells what it holds.
  bool has_earlier(const std::string& path) const;
  Result<Done> keep(const std::string& path) { return claim(path); }

  // The paths below a folder (`s/`) that the earlier build has left.
  std::vector<std::string> earlier_in(std::string_view folder) const;

  struct Changes {
    std::size_t written = 0;
    std::size_t unchanged = 0;
    std::size_t removed = 0;
  };

  // Puts all in place, those in `last` after everything else, and removes what is gone.
  Result<Changes> commit(const std::set<std::string>& last);

 private:
  Result<Done> claim(const std::string& path);
  std::filesystem::path staged(const std::string& path) const;
  Result<Done> put_in_place(const std::string& path);
  void remove(const std::string& path);

  std::filesystem::path destination_;
  std::filesystem::path stage_;
  std::mutex mutex_;
  std::set<std::string> earlier_;
  std::set<std::string> all_;
  std::set<std::string> changed_;
};

}  // namespace daybook
