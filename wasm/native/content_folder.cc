#include "native/content_folder.h"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/base/text.h"
#include "native/source_name.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

bool has_posts(const fs::path& folder) {
  return is_folder(folder / "posts") || is_folder(folder / "_posts");
}

// Hidden files that hosts look for, and therefore belong into a published site.
bool is_for_hosts(std::string_view name) {
  return name == ".well-known" || name == ".nojekyll" || name == ".htaccess" || name == ".domains";
}

bool is_backup(std::string_view name) {
  return name.ends_with('~') || name.ends_with(".swp") || name.ends_with(".bak") ||
         (name.starts_with('#') && name.ends_with('#'));
}

// What this engine built, should its destination lie inside the content folder.
bool is_built_site(const fs::path& folder) {
  return is_file(folder / "posts.json") && is_file(folder / "index.html");
}

// A name that cannot stand in a message or URL as it is.
bool is_odd_name(std::string_view name) {
  return !is_valid_utf8(name) || std::any_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
}

// Such a name fit for a message.
std::string printable(std::string_view name) {
  std::string out = to_valid_utf8(name);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  return out;
}

// Without links and dots; empty where that cannot be found out.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  return fs::canonical(path, error);
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

std::string_view first_folder(std::string_view relative) {
  const std::size_t slash = relative.find('/');
  return slash == relative.npos ? std::string_view() : relative.substr(0, slash);
}

std::string_view last_name(std::string_view relative) {
  return relative.substr(relative.rfind('/') + 1);
}

std::string lower_stem(std::string_view name) {
  return to_ascii_lower(name.substr(0, name.rfind('.')));
}

class Walk {
 public:
  explicit Walk(const fs::path& root)
      : root_(root), canonical_root_(resolved(root)), reads_all_(!has_posts(root)) {}

  ContentFolder run() {
    folders_.push_back({root_, "", false});
    while (!folders_.empty()) {
      const Folder folder = std::move(folders_.back());
      folders_.pop_back();
      visit(folder);
    }
    std::ranges::sort(found_.markdown, {}, &MarkdownFile::relative);
    std::ranges::sort(found_.files, {}, &StaticFile::relative);
    warn_of_mdx();
    return std::move(found_);
  }

 private:
  struct Folder {
    fs::path path;
    std::string relative;  // ends with `/`, empty for the root
    bool is_linked;        // reached over a symbolic link
  };

  void visit(const Folder& folder) {
    std::error_code error;
    fs::directory_iterator entries(folder.path, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      visit(folder, entries->path());
    }
    if (error) fail(folder.relative, "let this folder be read; " + error.message());
  }

  void visit(const Folder& folder, const fs::path& path) {
    const std::string name = path.filename().string();
    const std::string relative = folder.relative + name;
    const bool is_static = first_folder(relative) == "static";
    if (is_backup(name) || name == "node_modules") return;
    if (name.starts_with('.') && !(is_static && is_for_hosts(name))) return;
    if (is_odd_name(name)) {
      return fail(printable(relative), "rename this; write its name in UTF-8 without controls");
    }
    std::error_code error;
    const bool is_link = fs::is_symlink(path, error);
    if (is_link && !may_follow(folder, path, relative)) return;
    if (is_folder(path)) {
      if (is_built_site(path)) return;
      folders_.push_back({path, relative + '/', folder.is_linked || is_link});
    } else if (is_file(path)) {
      add(path, relative);
    }
  }

  // A link may lead to a file or folder inside the root, as long as no walk goes in circles.
  bool may_follow(const Folder& folder, const fs::path& link, const std::string& relative) {
    const fs::path target = resolved(link);
    if (target.empty()) {
      warn(relative, "remove this link; it leads nowhere");
    } else if (canonical_root_.empty() || !lies_in(target, canonical_root_)) {
      warn(relative, "copy what this links to; links out of the content folder are not followed");
    } else if (is_folder(target) && folder.is_linked) {
      warn(relative, "remove this link; links in linked folders are not followed");
    } else if (is_folder(target) && lies_in(resolved(folder.path), target)) {
      warn(relative, "remove this link; it leads to a folder that it lies in");
    } else {
      return true;
    }
    return false;
  }

  void add(const fs::path& path, const std::string& relative) {
    const std::string_view folder = first_folder(relative);
    if (folder == "static") {
      found_.files.push_back({path, relative, relative.substr(folder.size() + 1)});
      return;
    }
    const bool is_markdown = is_markdown_name(relative);
    if (folder.empty() && is_about_the_folder(relative)) return;
    if (!is_content_folder(folder)) {
      if (is_markdown) warn(relative, "move this into posts/ or pages/; it is not published here");
      return;
    }
    if (!is_markdown) {
      found_.files.push_back({path, relative, ""});
      return;
    }
    const std::string_view name = last_name(relative);
    if (lower_stem(name) == "_index") {
      warn(relative, "remove this; sections have no page of their own, so it is not published");
      return;
    }
    found_.markdown.push_back({path, relative});
  }

  bool is_content_folder(std::string_view first) const {
    return reads_all_ || first == "posts" || first == "_posts" || first == "_drafts" ||
           first == "pages";
  }

  // Files at the top that speak to the people who keep the folder, not to its readers.
  static bool is_about_the_folder(std::string_view name) {
    return name == "site.json" || lower_stem(name) == "readme" || lower_stem(name) == "license";
  }

  // Once, since whoever has one such file has many.
  void warn_of_mdx() {
    const auto is_mdx = [](const MarkdownFile& markdown) {
      return to_ascii_lower(markdown.relative).ends_with(".mdx");
    };
    const auto first = std::ranges::find_if(found_.markdown, is_mdx);
    if (first == found_.markdown.end()) return;
    const auto count = std::ranges::count_if(found_.markdown, is_mdx);
    warn(first->relative,
         "look at this page as readers see it; MDX is read as Markdown, without "
         "its components (" +
             std::to_string(count) + " files)");
  }

  void warn(std::string file, std::string message) {
    found_.problems.push_back({Severity::kWarning, std::move(file), 0, 0, std::move(message)});
  }

  void fail(std::string file, std::string message) {
    found_.problems.push_back({Severity::kError, std::move(file), 0, 0, std::move(message)});
  }

  fs::path root_;
  fs::path canonical_root_;
  bool reads_all_;
  std::vector<Folder> folders_;  // still to be visited
  ContentFolder found_;
};

}  // namespace

fs::path find_content_folder(const fs::path& folder) {
  const bool is_content = is_file(folder / "site.json") || has_posts(folder);
  return !is_content && is_folder(folder / "content") ? folder / "content" : folder;
}

ContentFolder list_content(const fs::path& root) { return Walk(root).run(); }

}  // namespace daybook
