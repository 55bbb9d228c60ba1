#include "native/dev_server.h"

#include <httplib.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdint>
#include <fstream>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "core/base/text.h"
#include "core/base/url.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::string_view kReloadScriptPath = "/.daybook/reload.js";
constexpr std::string_view kChangesPath = "/.daybook/changes";
constexpr std::string_view kReloadScript =
    "new EventSource('/.daybook/changes').onmessage = () => location.reload();\n";
constexpr auto kPollInterval = 400ms;
constexpr auto kKeepAlive = 15s;

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kTypes = {{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".md", "text/markdown; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".gif", "image/gif"},
    {".webp", "image/webp"},
    {".avif", "image/avif"},
    {".ico", "image/vnd.microsoft.icon"},
    {".woff2", "font/woff2"},
    {".xml", "application/xml"},
    {".pdf", "application/pdf"},
    {".mp4", "video/mp4"},
    {".webm", "video/webm"},
    {".webmanifest", "application/manifest+json"},
}};

std::string type_of(const fs::path& file) {
  const std::string extension = to_ascii_lower(file.extension().string());
  for (const auto& [known, type] : kTypes) {
    if (known == extension) return std::string(type);
  }
  return "application/octet-stream";
}

// A number that changes whenever a file below `folder` comes, goes or changes.
std::uint64_t fingerprint(const fs::path& folder) {
  std::uint64_t sum = 0;
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    const fs::directory_entry& entry = *entries;
    std::error_code ignored;
    const auto time = entry.last_write_time(ignored).time_since_epoch().count();
    const std::uint64_t size = entry.is_regular_file(ignored) ? entry.file_size(ignored) : 0;
    const std::uint64_t name = fs::hash_value(entry.path());
    // A sum, so that the order in which a folder lists its entries does not matter.
    sum += (name ^ static_cast<std::uint64_t>(time)) * 0x9E3779B97F4A7C15U + size;
  }
  return sum;
}

// Counts builds; those who wait learn of the next one, or that there will be none.
class BuildCounter {
 public:
  void count() {
    const std::lock_guard lock(mutex_);
    ++builds_;
    changed_.notify_all();
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    is_stopped_ = true;
    changed_.notify_all();
  }

  enum class News { kBuilt, kNothingYet, kStopped };

  // Waits at most kKeepAlive for a build after the `seen`th, and takes note of it.
  News wait(std::uint64_t& seen) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, kKeepAlive, [&] { return is_stopped_ || builds_ != seen; });
    if (is_stopped_) return News::kStopped;
    if (builds_ == seen) return News::kNothingYet;
    seen = builds_;
    return News::kBuilt;
  }

  std::uint64_t builds() {
    const std::lock_guard lock(mutex_);
    return builds_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t builds_ = 0;
  bool is_stopped_ = false;
};

void send_file(const FileAnswer& answer, httplib::Response& response) {
  response.status = answer.status;
  response.set_header("Cache-Control", "no-cache");
  if (answer.status == 301) return response.set_header("Location", answer.location);
  if (answer.file.empty()) return response.set_content("not found\n", "text/plain");
  std::ifstream stream(answer.file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (answer.type.starts_with("text/html")) {
    const std::size_t end = bytes.rfind("</head>");
    const std::string tag =
        "<script type=\"module\" src=\"" + std::string(kReloadScriptPath) + "\"></script>\n";
    if (end != std::string::npos) bytes.insert(end, tag);
  }
  response.set_content(bytes, answer.type);
}

void send_changes(BuildCounter& counter, httplib::Response& response) {
  response.set_header("Cache-Control", "no-store");
  response.set_chunked_content_provider(
      "text/event-stream",
      [&counter, seen = counter.builds()](std::size_t, httplib::DataSink& sink) mutable {
        const BuildCounter::News news = counter.wait(seen);
        if (news == BuildCounter::News::kStopped) return false;
        constexpr std::string_view kEvent = "data: built\n\n";
        constexpr std::string_view kComment = ": still here\n\n";
        const std::string_view text = news == BuildCounter::News::kBuilt ? kEvent : kComment;
        return sink.write(text.data(), text.size());
      });
}

// A folder of this process's own, gone with it.
class TemporaryFolder {
 public:
  TemporaryFolder()
      : path_(fs::temp_directory_path() / ("daybook-serve-" + std::to_string(getpid()))) {}
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// Blocks the signals that end the process in every thread that is started from now on, so that
// one thread can wait for them.
sigset_t block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

}  // namespace

FileAnswer find_file(const fs::path& folder, std::string_view path) {
  FileAnswer answer;
  const fs::path not_found = folder / "404.html";
  std::error_code error;
  if (fs::is_regular_file(not_found, error)) {
    answer.file = not_found;
    answer.type = type_of(not_found);
  }
  const std::string decoded = decode_percent(path);
  if (!decoded.starts_with('/') || decoded.find('\0') != std::string::npos) return answer;
  for (const std::string_view segment : split(std::string_view(decoded).substr(1), '/')) {
    // Hidden files, and every way upward.
    if (segment.starts_with('.') || segment.find('\\') != std::string_view::npos) return answer;
  }
  const fs::path root = fs::canonical(folder, error);
  if (error) return answer;
  fs::path file = fs::canonical(root / decoded.substr(1), error);
  const auto [end, unused] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
  if (error || end != root.end()) return answer;
  if (fs::is_directory(file, error)) {
    if (!decoded.ends_with('/')) {
      answer.status = 301;
      answer.location = encode_path(decoded) + "/";
      return answer;
    }
    file /= "index.html";
  } else if (decoded.ends_with('/')) {
    return answer;
  }
  if (!fs::is_regular_file(file, error)) return answer;
  return {200, file, "", type_of(file)};
}

bool is_own_host(std::string_view host_header) {
  const std::size_t colon = host_header.rfind(':');
  const bool has_port =
      colon != std::string_view::npos &&
      host_header.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
  const std::string host = to_ascii_lower(has_port ? host_header.substr(0, colon) : host_header);
  return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

Result<Done> serve(const ServeOptions& options) {
  const sigset_t signals = block_stop_signals();
  const TemporaryFolder folder;
  options.build(folder.path());

  BuildCounter counter;
  httplib::Server server;
  server.set_pre_routing_handler([](const httplib::Request& request, httplib::Response& response) {
    if (is_own_host(request.get_header_value("Host"))) {
      return httplib::Server::HandlerResponse::Unhandled;
    }
    response.status = 403;
    response.set_content("this server answers to 127.0.0.1 and localhost only\n", "text/plain");
    return httplib::Server::HandlerResponse::Handled;
  });
  server.Get(std::string(kReloadScriptPath),
             [](const httplib::Request&, httplib::Response& response) {
               response.set_content(std::string(kReloadScript), "text/javascript; charset=utf-8");
             });
  server.Get(std::string(kChangesPath), [&](const httplib::Request&, httplib::Response& response) {
    send_changes(counter, response);
  });
  server.Get(".*", [&](const httplib::Request& request, httplib::Response& response) {
    const std::string target = request.target.substr(0, request.target.find('?'));
    send_file(find_file(folder.path(), target), response);
  });
  if (!server.bind_to_port("127.0.0.1", options.port)) {
    return Error{"port " + std::to_string(options.port) + " is taken; choose another with --port",
                 ""};
  }

  std::thread listener([&] { server.listen_after_bind(); });
  options.say("serving http://127.0.0.1:" + std::to_string(options.port) + "/ (Ctrl+C stops it)");
  std::uint64_t seen = fingerprint(options.source);
  const timespec patience = {0, std::chrono::nanoseconds(kPollInterval).count()};
  while (sigtimedwait(&signals, nullptr, &patience) < 0) {
    const std::uint64_t now = fingerprint(options.source);
    if (now == seen) continue;
    seen = now;
    options.build(folder.path());
    counter.count();
  }
  counter.stop();
  server.stop();
  listener.join();
  return Done{};
}

}  // namespace daybook
