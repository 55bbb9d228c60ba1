// The `daybook` command: reads arguments, calls what they ask for, prints what comes of it.
// Exit status: 0 fine, 1 problems found, 2 wrong usage.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "native/build.h"
#include "native/dev_server.h"
#include "native/engine_files.h"
#include "native/new_content.h"
#include "native/search_command.h"

namespace {

namespace fs = std::filesystem;
using daybook::BuildOptions;
using daybook::BuildReport;

constexpr int kFine = 0;
constexpr int kProblems = 1;
constexpr int kUsage = 2;
constexpr const char* kVersion = "daybook 0.1.0";

struct Arguments {
  BuildOptions build;
  std::string engine;
  std::string base_url;
  std::string clock;
  bool keep_going = false;
  bool quiet = false;
  int port = 1313;
  std::string title;
  std::string folder;
  daybook::SearchOptions search;
  bool json = false;
};

bool uses_colour() { return isatty(STDERR_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr; }

void print_problem(const daybook::Problem& problem) {
  const bool is_error = problem.severity == daybook::Severity::kError;
  const char* colour = is_error ? "\033[31m" : "\033[33m";
  if (uses_colour()) {
    std::fprintf(stderr, "%s%s\033[0m\n", colour, problem.text().c_str());
  } else {
    std::fprintf(stderr, "%s\n", problem.text().c_str());
  }
}

int fail(const daybook::Error& error) {
  std::fprintf(stderr, "daybook: %s\n", error.text().c_str());
  return kProblems;
}

daybook::Timestamp now() {
  return {std::chrono::duration_cast<std::chrono::seconds>(
              std::chrono::system_clock::now().time_since_epoch())
              .count(),
          0};
}

int build_once(const BuildOptions& options, bool is_quiet) {
  const auto start = std::chrono::steady_clock::now();
  const BuildReport report = daybook::build(options);
  for (const daybook::Problem& problem : report.problems) {
    if (problem.severity == daybook::Severity::kError || !is_quiet) print_problem(problem);
  }
  if (!report.is_published) {
    std::fprintf(stderr, "daybook: nothing was published, %s is as it was\n",
                 options.destination.c_str());
    return kProblems;
  }
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(
                                std::chrono::steady_clock::now() - start)
                                .count();
  if (!is_quiet) {
    std::printf("%zu posts, %zu pages; %zu files written, %zu unchanged, %zu removed; %ld ms\n",
                report.posts, report.pages, report.changes.written, report.changes.unchanged,
                report.changes.removed, static_cast<long>(milliseconds));
  }
  if (report.errors() == 0) return kFine;
  std::fprintf(stderr, "daybook: %zu errors; the rest is published\n", report.errors());
  return kProblems;
}

int serve(Arguments& arguments) {
  daybook::ServeOptions options;
  options.source = arguments.build.source;
  options.port = arguments.port;
  options.say = [](const std::string& message) {
    std::printf("%s\n", message.c_str());
    std::fflush(stdout);
  };
  options.build = [&](const fs::path& destination) {
    BuildOptions build = arguments.build;
    build.destination = destination;
    build.on_error = daybook::OnError::kBuildTheRest;
    build_once(build, arguments.quiet);
    std::fflush(stdout);
  };
  const auto served = daybook::serve(options);
  return served.ok() ? kFine : fail(served.error());
}

int print_new(const daybook::Result<fs::path>& made) {
  if (!made.ok()) return fail(made.error());
  std::printf("%s\n", made.value().c_str());
  return kFine;
}

int search(Arguments& arguments) {
  arguments.search.site = arguments.build.destination;
  if (arguments.json) arguments.search.format = daybook::SearchFormat::kJson;
  const auto found = daybook::search_site(arguments.search);
  if (!found.ok()) return fail(found.error());
  std::fputs(found.value().text.c_str(), stdout);
  if (found.value().total > 0) return kFine;
  if (!arguments.json) std::fprintf(stderr, "daybook: nothing found\n");
  return kProblems;
}

void add_build_options(CLI::App& app, Arguments& arguments) {
  BuildOptions& build = arguments.build;
  app.add_option("-s,--source", build.source, "the content folder (content)");
  app.add_option("-b,--base-url", arguments.base_url, "the site's address, instead of site.json's");
  app.add_option("--engine", arguments.engine, "the folder that scripts/engine has made");
  app.add_flag("-D,--drafts", build.selection.drafts, "publish drafts too");
  app.add_flag("-F,--future", build.selection.future, "publish posts of the future too");
  app.add_flag("-E,--expired", build.selection.expired, "publish expired posts too");
  app.add_flag("-q,--quiet", arguments.quiet, "print errors alone");
  app.add_option("--clock", arguments.clock, "what time it is (RFC 3339), instead of the clock's");
}

// Completes what the parser has read; false for a clock that is no time.
bool finish_options(Arguments& arguments) {
  BuildOptions& build = arguments.build;
  build.engine = arguments.engine.empty() ? daybook::default_engine() : fs::path(arguments.engine);
  if (!arguments.base_url.empty()) build.base_url = arguments.base_url;
  if (arguments.keep_going) build.on_error = daybook::OnError::kBuildTheRest;
  build.selection.now = now();
  if (arguments.clock.empty()) return true;
  const auto time = daybook::parse_timestamp(arguments.clock);
  if (time) build.selection.now = *time;
  return time.has_value();
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  CLI::App app("Daybook makes a blog of a folder of Markdown.", "daybook");
  app.set_version_flag("--version", kVersion);
  app.require_subcommand(0, 1);

  CLI::App* build = app.add_subcommand("build", "make the site (the default)");
  CLI::App* serve_command =
      app.add_subcommand("serve", "make it, serve it, make it again on change");
  serve_command->alias("server")->alias("dev");
  CLI::App* make = app.add_subcommand("new", "begin a post or a site");
  CLI::App* search_command = app.add_subcommand("search", "search the full text of the built site");
  CLI::App* version = app.add_subcommand("version", "print the version");

  for (CLI::App* command : {&app, build, serve_command}) add_build_options(*command, arguments);
  for (CLI::App* command : {&app, build}) {
    command->add_option("-d,--destination", arguments.build.destination,
                        "the folder to publish into (public)");
    command->add_flag("-k,--keep-going", arguments.keep_going,
                      "with errors, replace an earlier build by what can be built");
  }
  serve_command->add_option("-p,--port", arguments.port, "the port on 127.0.0.1 (1313)");

  search_command->add_option("query", arguments.search.query, "what to look for")->required();
  search_command->add_option("-d,--destination", arguments.build.destination,
                             "the folder that holds the site (public)");
  search_command->add_option("-n,--number", arguments.search.count, "how many hits at most (10)");
  search_command->add_flag("--json", arguments.json, "print JSON");

  make->require_subcommand(1);
  CLI::App* post = make->add_subcommand("post", "begin a post");
  post->add_option("title", arguments.title, "its title")->required();
  post->add_option("-s,--source", arguments.build.source, "the content folder (content)");
  CLI::App* site = make->add_subcommand("site", "begin a site");
  site->add_option("folder", arguments.folder, "its content folder")->required();

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kFine : kUsage;
  }
  if (!finish_options(arguments)) {
    std::fprintf(stderr, "daybook: write --clock like 2025-11-10T09:30:00Z\n");
    return kUsage;
  }
  const daybook::Date today = daybook::local_date(arguments.build.selection.now);
  if (*version) {
    std::printf("%s\n", kVersion);
    return kFine;
  }
  if (*post) return print_new(daybook::new_post(arguments.build.source, arguments.title, today));
  if (*site) return print_new(daybook::new_site(arguments.folder, today));
  if (*search_command) return search(arguments);
  if (*serve_command) return serve(arguments);
  return build_once(arguments.build, arguments.quiet);
}
