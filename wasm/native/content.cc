#include "native/content.h"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

#include "core/base/result.h"
#include "native/content_folder.h"
#include "native/front_matter.h"
#include "native/parallel.h"
#include "native/site_settings.h"
#include "native/source_text.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSettingsFile = "site.json";

// The whole file; the error has no place.
Result<std::string> read_file(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return Error{"let this file be read; " + error.message(), ""};
  if (const auto problem = check_source_size(size)) return Error{problem->message, ""};
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream) return Error{"let this file be read; reading it fails", ""};
  return bytes;
}

Problem problem_in(std::string_view file, Severity severity, std::string message) {
  return {severity, std::string(file), 0, 0, std::move(message)};
}

// The name of the folder that a person would call the blog's.
std::string folder_name(const fs::path& root) {
  std::error_code error;
  const fs::path whole = fs::canonical(root, error);
  const fs::path name = whole.filename();
  return name == "content" ? whole.parent_path().filename().string() : name.string();
}

bool has_error(const std::vector<Problem>& problems) {
  return std::ranges::any_of(
      problems, [](const Problem& problem) { return problem.severity == Severity::kError; });
}

void read_settings(Content& content) {
  std::error_code error;
  const fs::path path = content.root / kSettingsFile;
  if (fs::exists(path, error)) {
    const Result<std::string> text = read_file(path);
    if (!text) {
      content.problems.push_back(problem_in(kSettingsFile, Severity::kError, text.error().message));
    } else {
      ReadSettings read = read_site_settings(text.value());
      content.settings = std::move(read.settings);
      for (Problem& problem : read.problems) {
        problem.file = kSettingsFile;
        content.problems.push_back(std::move(problem));
      }
    }
  }
  if (!content.settings.site.title.empty()) return;
  content.settings.site.title = folder_name(content.root);
  if (has_error(content.problems)) return;
  content.problems.push_back(
      problem_in(kSettingsFile, Severity::kWarning,
                 "write {\"title\": \"…\"} into this file; until then the blog is called \"" +
                     content.settings.site.title + '"'));
}

ReadSource read_one(const MarkdownFile& markdown, const std::string& timezone) {
  const Result<std::string> text = read_file(markdown.file);
  if (text) return read_source(markdown.relative, text.value(), timezone);
  ReadSource failed;
  failed.problems.push_back(problem_in(markdown.relative, Severity::kError, text.error().message));
  return failed;
}

void append(std::vector<Problem>& all, std::vector<Problem> more) {
  for (Problem& problem : more) all.push_back(std::move(problem));
}

void read_sources(Content& content) {
  ContentFolder folder = list_content(content.root);
  content.files = std::move(folder.files);
  append(content.problems, std::move(folder.problems));
  if (folder.markdown.empty()) {
    content.problems.push_back(
        problem_in("", Severity::kWarning, "put a Markdown file into posts/; there is none yet"));
  }
  std::vector<ReadSource> read(folder.markdown.size());
  for_each_index(read.size(), [&](std::size_t i) {
    read[i] = read_one(folder.markdown[i], content.settings.timezone);
  });
  for (ReadSource& one : read) {
    if (!has_error(one.problems)) content.sources.push_back(std::move(one.source));
    append(content.problems, std::move(one.problems));
  }
}

// From names inside the content folder to those that the author would type.
void finish_problems(Content& content) {
  for (Problem& problem : content.problems) {
    problem.file = (content.root / problem.file).lexically_normal().generic_string();
  }
  std::ranges::stable_sort(content.problems, {}, [](const Problem& problem) {
    return std::tie(problem.file, problem.line, problem.column);
  });
}

}  // namespace

Content read_content(const fs::path& folder) {
  Content content;
  content.root = find_content_folder(folder);
  std::error_code error;
  if (!fs::is_directory(content.root, error)) {
    content.problems.push_back(
        problem_in(folder.string(), Severity::kError,
                   "name a folder that exists; `daybook new site` makes one"));
    return content;
  }
  read_settings(content);
  read_sources(content);
  finish_problems(content);
  return content;
}

}  // namespace daybook
