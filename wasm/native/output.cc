#include "native/output.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

namespace daybook {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kList = ".daybook";
constexpr std::string_view kStage = ".daybook-stage";

Error cannot(std::string_view what, const fs::path& path, const std::error_code& error) {
  return {std::string(what) + "; " + error.message(), path.string()};
}

std::string read_all(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

bool holds(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  if (!fs::is_regular_file(path, error) || fs::file_size(path, error) != bytes.size()) {
    return false;
  }
  return read_all(path) == bytes;
}

bool are_equal(const fs::path& a, const fs::path& b) {
  std::error_code error;
  if (!fs::is_regular_file(b, error) || fs::file_size(a, error) != fs::file_size(b, error)) {
    return false;
  }
  std::ifstream one(a, std::ios::binary);
  std::ifstream other(b, std::ios::binary);
  return std::equal(std::istreambuf_iterator<char>(one), std::istreambuf_iterator<char>(),
                    std::istreambuf_iterator<char>(other));
}

Result<Done> write_all(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) return cannot("let this folder be made", path.parent_path(), error);
  std::ofstream stream(path, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  if (!stream) return Error{"let this file be written; is the disk full?", path.string()};
  return Done{};
}

}  // namespace

Output::Output(fs::path destination)
    : destination_(std::move(destination)), stage_(destination_ / kStage) {
  std::error_code ignored;
  fs::remove_all(stage_, ignored);
  std::ifstream list(destination_ / kList);
  for (std::string path; std::getline(list, path);) earlier_.insert(path);
}

Output::~Output() {
  std::error_code ignored;
  fs::remove_all(stage_, ignored);
}

bool Output::has_earlier_build() const {
  std::error_code error;
  return fs::exists(destination_ / kList, error);
}

bool Output::has_earlier(const std::string& path) const {
  std::error_code error;
  return earlier_.contains(path) && fs::is_regular_file(destination_ / path, error);
}

std::vector<std::string> Output::earlier_in(std::string_view folder) const {
  std::vector<std::string> paths;
  for (auto path = earlier_.lower_bound(std::string(folder));
       path != earlier_.end() && path->starts_with(folder); ++path) {
    paths.push_back(*path);
  }
  return paths;
}

Result<Done> Output::claim(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (!all_.insert(path).second) {
    return Error{"two files of the site want this place; rename one", path};
  }
  return Done{};
}

fs::path Output::staged(const std::string& path) const { return stage_ / fs::path(path); }

Result<Done> Output::stage(const std::string& path, std::string_view bytes) {
  TRY(Done claimed, claim(path));
  if (holds(destination_ / path, bytes)) return claimed;
  TRY(claimed, write_all(staged(path), bytes));
  const std::lock_guard lock(mutex_);
  changed_.insert(path);
  return claimed;
}

Result<Done> Output::stage_copy(const std::string& path, const fs::path& from) {
  TRY(Done claimed, claim(path));
  if (are_equal(from, destination_ / path)) return claimed;
  std::error_code error;
  fs::create_directories(staged(path).parent_path(), error);
  fs::copy_file(from, staged(path), fs::copy_options::overwrite_existing, error);
  if (error) return cannot("let this file be copied", from, error);
  const std::lock_guard lock(mutex_);
  changed_.insert(path);
  return claimed;
}

Result<Output::Changes> Output::commit(const std::set<std::string>& last) {
  Changes changes;
  changes.written = changed_.size();
  changes.unchanged = all_.size() - changed_.size();

  std::string list;
  for (const std::string& path : all_) list += path + "\n";
  TRY(Done done, write_all(stage_ / kList, list));

  // A file may stand where a folder must be now; what is gone goes first then.
  for (const std::string& path : earlier_) {
    std::error_code error;
    if (all_.contains(path) || !fs::is_regular_file(destination_ / path, error)) continue;
    const bool blocks = all_.lower_bound(path + "/") != all_.end() &&
                        all_.lower_bound(path + "/")->starts_with(path + "/");
    if (blocks) remove(path);
  }
  for (const std::string& path : changed_) {
    if (last.contains(path)) continue;
    TRY(done, put_in_place(path));
  }
  for (const std::string& path : last) {
    if (!changed_.contains(path)) continue;
    TRY(done, put_in_place(path));
  }
  for (const std::string& path : earlier_) {
    if (all_.contains(path)) continue;
    remove(path);
    ++changes.removed;
  }
  TRY(done, put_in_place(std::string(kList)));
  return changes;
}

Result<Done> Output::put_in_place(const std::string& path) {
  const fs::path target = destination_ / path;
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  if (error) return cannot("let this folder be made", target.parent_path(), error);
  fs::rename(staged(path), target, error);
  if (error) return cannot("let this file be written", target, error);
  return Done{};
}

void Output::remove(const std::string& path) {
  std::error_code ignored;
  fs::remove(destination_ / path, ignored);
  // Folders that are empty now, but not the destination itself.
  for (fs::path folder = fs::path(path).parent_path(); !folder.empty();
       folder = folder.parent_path()) {
    if (!fs::remove(destination_ / folder, ignored)) return;
  }
}

}  // namespace daybook
