// `daybook serve`: the built blog on this machine, built again and reloaded when content changes.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "core/base/result.h"

namespace daybook {

// Answers one request path for files of a folder; knows no network, so that it can be tested by
// tables.
struct FileAnswer {
  int status = 404;                 // 200, 301 or 404
  std::filesystem::path file;       // to send, for 200 and, where there is a 404.html, for 404
  std::string location;             // for 301
  std::string type = "text/plain";  // of the content
};

// `path` is a request's path, percent-encoded. Never names a file outside `folder`, whatever dots,
// escapes or links it holds; hidden files are not there.
FileAnswer find_file(const std::filesystem::path& folder, std::string_view path);

// True for the names under which this machine knows itself: pages of other origins that point
// their own host name at 127.0.0.1 get nothing.
bool is_own_host(std::string_view host_header);

struct ServeOptions {
  std::filesystem::path source;
  int port = 1313;
  // Builds into a folder; called once before serving and again after each change, always from
  // one thread at a time. Reports by itself.
  std::function<void(const std::filesystem::path& destination)> build;
  std::function<void(const std::string& message)> say;
};

// Serves on 127.0.0.1 until the process is asked to stop (SIGINT, SIGTERM).
Result<Done> serve(const ServeOptions& options);

}  // namespace daybook
