// Which files of a content folder are read, which are copied, and which are left alone.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "native/content.h"
#include "native/problem.h"

namespace daybook {

struct MarkdownFile {
  std::filesystem::path file;  // where it lies
  std::string relative;        // to the content folder
};

struct ContentFolder {
  std::vector<MarkdownFile> markdown;  // by `relative`
  std::vector<StaticFile> files;       // by `relative`
  std::vector<Problem> problems;       // `file` relative to the content folder
};

// `folder`, or `folder`/content where only that holds a site.json or posts.
std::filesystem::path find_content_folder(const std::filesystem::path& folder);

// Walks `root`, a folder that exists. Posts are what lies in posts/ or _posts/; where there is
// neither, every Markdown file outside pages/ and static/ (layouts like Zola's). Left alone are
// what is hidden, node_modules, editors' backups and what this engine built; links out of the
// folder too, with a warning.
ContentFolder list_content(const std::filesystem::path& root);

}  // namespace daybook
