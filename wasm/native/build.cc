#include "native/build.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/base/url.h"
#include "core/blog/manifest.h"
#include "core/blog/route.h"
#include "core/daybook.h"
#include "native/engine_files.h"
#include "native/headers_file.h"
#include "native/image_size.h"
#include "native/parallel.h"
#include "native/search_files.h"
#include "native/social_image.h"
#include "native/web_manifest.h"
#include "native/words_file.h"

namespace daybook {
namespace {

namespace fs = std::filesystem;

// In the engine's folder, for drawing alone.
constexpr std::string_view kTextFace = "text_face.ttf";

Problem to_problem(const Error& error) {
  return {Severity::kError, error.where, 0, 0, error.message};
}

// A page or file to make: where, and the Markdown that is published beside it, if any.
struct Target {
  std::string path;
  const PlannedPage* page = nullptr;
};

// An author's own style sheet, in content/static/.
constexpr std::string_view kCustomStyle = "custom.css";

constexpr std::string_view kHeadersPath = "_headers";

// The service worker, whose place decides what it serves.
constexpr std::string_view kWorkerPath = "sw.js";

// An author's own icon, there too.
constexpr std::string_view kOwnIcon = "icon.svg";

constexpr std::string_view kOwnScreenshot = "screenshot";

class Builder {
 public:
  explicit Builder(const BuildOptions& options) : options_(options), output_(options.destination) {}

  BuildReport run() {
    plan_ = make_plan(read_content(options_.source), options_.selection);
    report_.problems = std::move(plan_.problems);
    report_.posts = plan_.posts.size();
    // Errors of the author's are known by now; without an earlier build the rest is worth having.
    const bool keeps_earlier = options_.on_error == OnError::kKeepEarlierBuild &&
                               report_.errors() > 0 && output_.has_earlier_build();
    if (keeps_earlier) return std::move(report_);

    const std::size_t before = report_.errors();
    auto staged = stage_all();
    if (!staged.ok()) report_.problems.push_back(to_problem(staged.error()));
    if (report_.errors() > before) return std::move(report_);
    auto changes = output_.commit({std::string(kHeadPath), std::string(kWorkerPath)});
    if (!changes.ok()) {
      report_.problems.push_back(to_problem(changes.error()));
      return std::move(report_);
    }
    report_.changes = changes.value();
    report_.is_published = true;
    return std::move(report_);
  }

 private:
  Result<Done> stage_all();
  void stage_social_images();
  Result<Done> stage_manifest();
  Result<Done> stage_worker();
  void stage_pages();
  void stage_page(const Target& target);
  std::string read_icon() const;
  std::vector<Screenshot> screenshots() const;
  std::vector<Target> targets() const;
  Result<Done> stage_files();
  Result<Done> stage_redirects();

  void add(const Error& error) {
    const std::lock_guard lock(mutex_);
    report_.problems.push_back(to_problem(error));
  }

  const BuildOptions& options_;
  Output output_;
  Plan plan_;
  std::vector<std::string> engine_files_;
  std::string worker_;  // in the engine's folder
  Daybook core_;
  std::unordered_map<std::string, std::string_view> sources_;  // by the URL of their Need
  BuildReport report_;
  std::mutex mutex_;
};

Result<Done> Builder::stage_all() {
  if (options_.base_url) {
    plan_.site.url = *options_.base_url;
    if (!plan_.site.url.empty() && !plan_.site.url.ends_with('/')) plan_.site.url += '/';
  }
  TRY(EngineFiles engine, read_engine(options_.engine));
  plan_.site.assets = std::move(engine.assets);
  engine_files_ = std::move(engine.all);
  if (engine.worker.empty()) plan_.site.is_kept_offline.reset();
  worker_ = std::move(plan_.site.is_kept_offline == true ? engine.worker : engine.farewell);
  for (const PlannedFile& file : plan_.files) {
    if (file.path == kCustomStyle) plan_.site.assets.custom = file.path;
    if (file.path == kOwnIcon) plan_.site.assets.icon = file.path;
  }
  TRY(const bool has_words, add_words(options_.engine, plan_.site));
  if (!has_words) {
    report_.problems.push_back({Severity::kWarning, "site.json", 0, 0,
                                "the pages speak English: there are no words for \"" +
                                    plan_.site.language + "\"; give them as \"words\""});
  }
  stage_social_images();
  TRY(Done done, stage_search(plan_, options_.destination, output_));
  TRY(done, stage_worker());
  TRY(done, stage_manifest());
  stage_pages();
  TRY(done, stage_files());
  return stage_redirects();
}

// Only those that no earlier build has left: a card's name tells all that stands on it. Pages name
// them by absolute URLs, so a site without an address has none.
void Builder::stage_social_images() {
  Site& site = plan_.site;
  site.has_social_images = site.has_social_images && !site.url.empty();
  std::map<std::string, SocialCard> cards;
  for (const auto* planned : {&plan_.posts, &plan_.pages}) {
    for (const PlannedPage& page : *planned) {
      std::string path = social_image_path(site, page.post);
      if (!path.empty()) cards.try_emplace(std::move(path), social_card(site, page.post));
    }
  }
  std::vector<std::string> wanted;
  for (const auto& [path, card] : cards) {
    if (!output_.has_earlier(path)) wanted.push_back(path);
  }
  if (!wanted.empty() && !load_social_fonts(options_.engine / kTextFace)) {
    site.has_social_images = false;
    report_.problems.push_back(
        {Severity::kWarning, "site.json", 0, 0,
         "posts go without social images: install a font to have them drawn, "
         "or set \"socialImages\" to false"});
    return;
  }
  report_.social_images = wanted.size();
  for_each_index(wanted.size(), [&](std::size_t i) {
    auto png = draw_social_image(cards.at(wanted[i]));
    if (!png.ok()) return add(png.error());
    if (auto staged = output_.stage(wanted[i], png.value()); !staged.ok()) add(staged.error());
  });
  for (const std::string& path : wanted) cards.erase(path);
  for (const auto& [path, card] : cards) {
    if (auto kept = output_.keep(path); !kept.ok()) add(kept.error());
  }
}

// The service worker, or the one that removes it again, and what a site is installed by. An
// author's own icons, as files of the same names, go before those drawn here.
Result<Done> Builder::stage_worker() {
  if (worker_.empty()) return Done{};
  TRY(Done done, output_.stage_copy(std::string(kWorkerPath), options_.engine / worker_));
  if (plan_.site.is_kept_offline != true) return done;
  std::set<std::string_view> own;
  for (const PlannedFile& file : plan_.files) own.insert(file.path);
  if (own.contains(kWebManifestPath)) return done;
  auto icons = draw_icons(read_icon());
  if (!icons.ok()) {
    report_.problems.push_back(
        {Severity::kWarning, "icon.svg", 0, 0,
         "the site has no icons to be installed with: " + icons.error().message});
    icons = std::vector<Icon>{};
  }
  for (const Icon& icon : icons.value()) {
    if (own.contains(icon.path)) continue;
    TRY(done, output_.stage(icon.path, icon.bytes));
  }
  return output_.stage(std::string(kWebManifestPath),
                       web_manifest(plan_.site, icons.value(), screenshots()));
}

// The author's: screenshot-….png and the like, in content/static/.
std::vector<Screenshot> Builder::screenshots() const {
  std::vector<Screenshot> found;
  for (const PlannedFile& file : plan_.files) {
    const bool is_meant =
        file.path.starts_with(kOwnScreenshot) && file.path.find('/') == std::string::npos;
    const auto size = is_meant ? image_size_of(file.from) : std::nullopt;
    if (size) found.push_back({file.path, size->width, size->height});
  }
  std::sort(found.begin(), found.end(),
            [](const Screenshot& a, const Screenshot& b) { return a.path < b.path; });
  return found;
}

// The author's, else the engine's.
std::string Builder::read_icon() const {
  fs::path file = options_.engine / plan_.site.assets.icon;
  for (const PlannedFile& planned : plan_.files) {
    if (planned.path == kOwnIcon) file = planned.from;
  }
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

Result<Done> Builder::stage_manifest() {
  const auto posts_of = [](const std::vector<PlannedPage>& planned) {
    std::vector<Post> posts;
    for (const PlannedPage& page : planned) posts.push_back(page.post);
    return posts;
  };
  const auto files = write_manifest(plan_.site, posts_of(plan_.posts), posts_of(plan_.pages));
  // The core reads what readers will read: head first, then from page to page.
  Done done;
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    TRY(done, core_.supply(file->path, file->bytes));
    TRY(done, output_.stage(file->path, file->bytes));
  }
  return done;
}

std::vector<Target> Builder::targets() const {
  std::vector<Target> targets;
  for (const PlannedPage& page : plan_.posts) targets.push_back({page.post.path, &page});
  for (const PlannedPage& page : plan_.pages) targets.push_back({page.post.path, &page});
  // A robots.txt, say, of the author's own stands in the place of ours.
  std::set<std::string_view> own;
  for (const PlannedFile& file : plan_.files) own.insert(file.path);
  for (std::string& path : core_.list_paths()) {
    if (!own.contains(path)) targets.push_back({std::move(path)});
  }
  return targets;
}

void Builder::stage_pages() {
  for (const auto* planned : {&plan_.posts, &plan_.pages}) {
    for (const PlannedPage& page : *planned) sources_.emplace(source_url(page.post), page.markdown);
  }
  for (const GeneratedFile& file : plan_.generated) {
    sources_.emplace(encode_path(file.path), file.bytes);
  }
  const auto all = targets();
  report_.pages = all.size();
  for_each_index(all.size(), [&](std::size_t i) { stage_page(all[i]); });
}

void Builder::stage_page(const Target& target) {
  const std::string url = encode_path(target.path);
  std::vector<Resource> resources;
  auto reply = core_.page(url);
  // The feed of a view needs the view's list, and only then knows its posts.
  for (int round = 0; round < 2 && reply.ok() && !reply.value().page; ++round) {
    for (const Need& need : reply.value().needs) {
      const auto source = sources_.find(need.url);
      if (source != sources_.end()) resources.push_back({source->first, source->second});
    }
    reply = core_.page(url, resources);
  }
  if (!reply.ok()) return add(reply.error());
  if (!reply.value().page) return add({"the core asks for more than there is", target.path});
  const bool is_file = !target.path.empty() && !target.path.ends_with('/');
  auto staged = output_.stage(is_file ? target.path : target.path + "index.html",
                              core_.document(*reply.value().page));
  if (staged.ok() && target.page != nullptr) {
    staged = output_.stage(target.page->post.source, target.page->markdown);
  }
  if (!staged.ok()) add(staged.error());
}

Result<Done> Builder::stage_files() {
  Done done;
  for (const std::string& file : engine_files_) {
    TRY(done, output_.stage_copy(file, options_.engine / file));
  }
  for (const PlannedFile& file : plan_.files) {
    TRY(done, output_.stage_copy(file.path, file.from));
  }
  const bool has_own_headers =
      std::any_of(plan_.files.begin(), plan_.files.end(),
                  [](const PlannedFile& file) { return file.path == kHeadersPath; });
  if (!has_own_headers) {
    TRY(done, output_.stage(std::string(kHeadersPath), headers_file()));
  }
  for (const GeneratedFile& file : plan_.generated) {
    TRY(done, output_.stage(file.path, file.bytes));
  }
  // GitHub Pages would run the site through Jekyll otherwise.
  return output_.stage(".nojekyll", "");
}

Result<Done> Builder::stage_redirects() {
  if (plan_.redirects.empty()) return Done{};
  Done done;
  std::string lines;
  for (const Redirect& redirect : plan_.redirects) {
    lines += "/" + encode_path(redirect.from) + " /" + encode_path(redirect.to) + " 301\n";
    const bool is_file = !redirect.from.ends_with('/');
    TRY(done, output_.stage(is_file ? redirect.from : redirect.from + "index.html",
                            core_.redirect(redirect.from, redirect.to)));
  }
  return output_.stage("_redirects", lines);
}

}  // namespace

std::size_t BuildReport::errors() const {
  return static_cast<std::size_t>(
      std::count_if(problems.begin(), problems.end(),
                    [](const Problem& problem) { return problem.severity == Severity::kError; }));
}

BuildReport build(const BuildOptions& options) { return Builder(options).run(); }

}  // namespace daybook
