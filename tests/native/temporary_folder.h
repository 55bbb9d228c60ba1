// A folder for one test, gone when it ends, and what lies in folders.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace daybook {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  // Writes a file, and the folders it lies in.
  void write(std::string_view relative, std::string_view bytes = "") const;

  // Makes a symbolic link at `relative` to `target`.
  void link(std::string_view relative, const std::filesystem::path& target) const;

 private:
  std::filesystem::path path_;
};

// The bytes of a file; none where it cannot be read.
std::string read_file(const std::filesystem::path& path);

}  // namespace daybook
