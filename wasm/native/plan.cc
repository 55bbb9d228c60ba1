#include "native/plan.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/base/url.h"
#include "core/blog/permalink.h"
#include "core/blog/published_source.h"
#include "core/blog/route.h"
#include "core/daybook.h"
#include "core/search_index.h"
#include "native/diagram/diagram.h"
#include "native/image_catalog.h"
#include "native/parallel.h"
#include "native/post_relations.h"

namespace daybook {
namespace {

// A description that the author left to us ends about here: what fits an entry of the ledger.
constexpr std::size_t kDerivedDescriptionBytes = 280;

// Folders whose pages are Daybook's own.
constexpr std::array<std::string_view, 14> kOwnFolders = {
    "a/",       "archives/", "d/",         "i/",      "m/",      kSocialImageFolder,
    "offline/", "page/",     kIndexFolder, "search/", "series/", "tags/",
    "v/",       "views/"};

bool is_selected(const SourceFile& source, const Selection& selection) {
  const auto is_after_now = [&](const std::optional<Timestamp>& time) {
    return time && time->utc_seconds > selection.now.utc_seconds;
  };
  if (source.is_draft && !selection.drafts) return false;
  const bool is_future = is_after_now(source.publish_date ? source.publish_date : source.post.date);
  if (is_future && !selection.future) return false;
  const bool is_expired = source.expiry_date && !is_after_now(source.expiry_date);
  return !is_expired || selection.expired;
}

// A source on its way through the plan.
struct Item {
  SourceFile source;
  std::vector<Link> links;
  std::vector<DiagramFence> diagrams;
  SourceData data;
  std::vector<GeneratedFile> generated;
  std::vector<Problem> problems;

  bool is_listed() const { return !source.is_page && !source.post.is_unlisted; }
};

// The plan while it is made; every step reads what the steps before it have written.
class Planner {
 public:
  Planner(Content content, const Selection& selection) : content_(std::move(content)) {
    plan_.site = content_.settings.site;
    plan_.problems = std::move(content_.problems);
    for (SourceFile& source : content_.sources) {
      if (is_selected(source, selection)) {
        items_.push_back({std::move(source), {}, {}, {}, {}, {}});
      } else {
        unpublished_.insert(source.file);
      }
    }
  }

  Plan make() {
    read_markdown();
    unify_tags();
    assign_paths();
    place_files();
    describe();
    publish();
    add_redirects();
    finish_site(plan_.site);
    return std::move(plan_);
  }

 private:
  void read_markdown();
  void unify_tags();
  void assign_paths();
  Result<std::string> path_of(const Item& item) const;
  void place_files();
  void publish();
  LinkMap map_links(Item& item) const;
  void describe();
  void describe_images(Item& item) const;
  static void draw_diagrams(Item& item);
  void add_redirects();
  void finish_site(Site& site) const;

  static Problem problem(Severity severity, const Item& item, int line, std::string message) {
    return {severity, item.source.file, line, 0, std::move(message)};
  }
  static int line_of(const Item& item, int body_line) {
    return item.source.body_line + body_line - 1;
  }

  Content content_;
  std::vector<Item> items_;
  std::set<std::string> unpublished_;
  std::map<std::string, std::string, std::less<>> path_of_file_;  // Markdown and others
  std::map<std::string, std::string> file_at_path_;
  ImageCatalog images_;
  Plan plan_;
};

// Renders each post once to learn what the author left to its text, and what it links to.
void Planner::read_markdown() {
  for_each_index(items_.size(), [&](std::size_t i) {
    Item& item = items_[i];
    MarkdownOptions options;
    if (item.source.has_title) options.title = item.source.post.title;
    if (plan_.site.has_trusted_html) options.raw_html = RawHtml::kTrusted;
    auto document = render_markdown(item.source.body, options);
    if (!document.ok()) {
      item.problems.push_back(
          problem(Severity::kError, item, item.source.body_line, document.error().message));
      return;
    }
    MarkdownDocument& read = document.value();
    Post& post = item.source.post;
    if (!item.source.has_title && !read.title.empty()) post.title = read.title;
    if (!item.source.has_description) {
      post.description = shorten(read.summary, kDerivedDescriptionBytes);
    }
    if (read.raw_html_omitted > 0) {
      const char* advice = plan_.site.has_trusted_html
                               ? " pieces of raw HTML are left out, which no post may hold"
                               : " pieces of raw HTML are left out; write them in Markdown, or "
                                 "\"rawHtml\": \"trusted\" into site.json, to keep them";
      item.problems.push_back(
          problem(Severity::kWarning, item, 0, std::to_string(read.raw_html_omitted) + advice));
    }
    item.links = std::move(read.links);
    item.diagrams = std::move(read.diagrams);
  });
  std::erase_if(items_, [&](Item& item) {
    const bool is_broken =
        std::any_of(item.problems.begin(), item.problems.end(),
                    [](const Problem& found) { return found.severity == Severity::kError; });
    plan_.problems.insert(plan_.problems.end(), item.problems.begin(), item.problems.end());
    item.problems.clear();
    return is_broken;
  });
}

// Spellings of one tag become the one that is used most.
void Planner::unify_tags() {
  std::map<std::string, std::map<std::string, std::size_t>> spellings;
  for (const Item& item : items_) {
    for (const std::string& tag : item.source.post.tags) ++spellings[tag_slug(tag)][tag];
  }
  for (Item& item : items_) {
    std::vector<std::string> tags;
    for (const std::string& tag : item.source.post.tags) {
      const auto& counts = spellings[tag_slug(tag)];
      const auto most = std::max_element(counts.begin(), counts.end(),
                                         [](auto& a, auto& b) { return a.second < b.second; });
      if (std::find(tags.begin(), tags.end(), most->first) == tags.end()) {
        tags.push_back(most->first);
      }
    }
    item.source.post.tags = std::move(tags);
  }
}

Result<std::string> Planner::path_of(const Item& item) const {
  const SourceFile& source = item.source;
  PermalinkFacts facts{std::nullopt, source.slug, source.post.title, source.section};
  if (source.post.date) facts.date = local_date(*source.post.date);
  if (!source.permalink.empty()) return expand_permalink(source.permalink, facts);
  if (source.is_page) return expand_permalink("/:section/:slug/", facts);
  return expand_permalink(content_.settings.permalink, facts);
}

void Planner::assign_paths() {
  std::erase_if(items_, [&](Item& item) {
    const auto refuse = [&](std::string message) {
      plan_.problems.push_back(problem(Severity::kError, item, 0, std::move(message)));
      return true;
    };
    auto path = path_of(item);
    if (!path.ok()) return refuse(path.error().message);
    for (const std::string_view folder : kOwnFolders) {
      if (path.value().starts_with(folder)) {
        return refuse("/" + path.value() + " is a page of Daybook's own; set another permalink");
      }
    }
    const auto [known, is_free] = file_at_path_.try_emplace(path.value(), item.source.file);
    if (!is_free) {
      return refuse("/" + path.value() + " is the page of " + known->second +
                    " already; set slug or permalink");
    }
    item.source.post.path = path.value();
    path_of_file_[item.source.file] = path.value();
    return false;
  });
}

// Files in a bundle go where its page goes, others keep their place.
void Planner::place_files() {
  std::map<std::string, std::string, std::less<>> bundles;
  std::set<std::string, std::less<>> unpublished_bundles;
  constexpr std::string_view kIndex = "index.";
  const auto folder_of = [](std::string_view file) { return file.substr(0, file.rfind('/') + 1); };
  for (const Item& item : items_) {
    if (item.source.is_bundle) {
      bundles.emplace(folder_of(item.source.file), item.source.post.path);
    }
  }
  for (const std::string& file : unpublished_) {
    const std::string_view folder = folder_of(file);
    if (std::string_view(file).substr(folder.size()).starts_with(kIndex)) {
      unpublished_bundles.emplace(folder);
    }
  }
  for (const StaticFile& file : content_.files) {
    std::string path = file.path;
    bool is_hidden = false;
    for (std::string_view folder = folder_of(file.relative); path.empty() && !folder.empty();
         folder = folder_of(folder.substr(0, folder.size() - 1))) {
      const auto bundle = bundles.find(folder);
      if (bundle != bundles.end()) path = bundle->second + file.relative.substr(folder.size());
      if (unpublished_bundles.contains(folder)) is_hidden = true;
    }
    if (is_hidden) continue;
    if (path.empty()) path = file.relative;
    path_of_file_.emplace(file.relative, path);
    images_.add(path, file.file);
    plan_.files.push_back({file.file, std::move(path)});
  }
}

LinkMap Planner::map_links(Item& item) const {
  constexpr std::string_view kZolaRoot = "@/";
  LinkMap map;
  for (const Link& link : item.links) {
    const std::string_view written = link.destination;
    if (written.empty() || written.starts_with('#') || is_absolute_url(written)) continue;
    const std::string target(written.substr(0, written.find_first_of("?#")));
    if (target.empty()) continue;
    const std::string decoded = decode_percent(target);
    const std::string file = decoded.starts_with(kZolaRoot)
                                 ? decoded.substr(kZolaRoot.size())
                                 : resolve_path(item.source.file, decoded);
    const auto found = path_of_file_.find(file);
    if (found != path_of_file_.end()) {
      const bool is_reached_anyway = resolve_path(item.source.post.path, decoded) == found->second;
      if (!is_reached_anyway) map[target] = found->second;
    } else if (file.ends_with(".md") || file.ends_with(".markdown")) {
      const bool is_unpublished = unpublished_.contains(file);
      item.problems.push_back(problem(
          Severity::kWarning, item, line_of(item, link.line),
          is_unpublished ? "the link leads to " + file + ", which is not published"
                         : "the link leads to " + file + ", which is not there; correct it"));
    }
  }
  return map;
}

// What the build knows of each post beyond its text.
void Planner::describe() {
  for_each_index(items_.size(), [&](std::size_t i) {
    items_[i].data.links = map_links(items_[i]);
    describe_images(items_[i]);
    draw_diagrams(items_[i]);
  });
  std::vector<RelatedPost> listed;
  for (Item& item : items_) {
    if (item.is_listed()) listed.push_back({&item.source.post, item.source.body, &item.data});
  }
  relate_posts(std::move(listed));
}

void Planner::describe_images(Item& item) const {
  for (const Link& link : item.links) {
    if (link.kind != LinkKind::kImage || is_absolute_url(link.destination)) continue;
    const std::string target = link.destination.substr(0, link.destination.find_first_of("?#"));
    const auto mapped = item.data.links.find(target);
    const std::string path = mapped != item.data.links.end()
                                 ? mapped->second
                                 : resolve_path(item.source.post.path, decode_percent(target));
    if (item.data.images.contains(path)) continue;
    if (auto facts = images_.find(path)) item.data.images.emplace(path, std::move(*facts));
  }
}

// A diagram that cannot be drawn stays the code that it is.
void Planner::draw_diagrams(Item& item) {
  for (const DiagramFence& fence : item.diagrams) {
    auto drawn = draw_mermaid(fence.source);
    if (!drawn.ok()) {
      item.problems.push_back(problem(Severity::kWarning, item, line_of(item, fence.line),
                                      "the diagram is shown as its text: " + drawn.error().text()));
      continue;
    }
    Diagram& diagram = drawn.value();
    std::string path = "d/" + hex(sha256(diagram.svg)).substr(0, 16) + ".svg";
    item.data.diagrams[diagram_key(fence.source)] = {path, diagram.width, diagram.height,
                                                     std::move(diagram.alternative)};
    item.generated.push_back({std::move(path), std::move(diagram.svg)});
  }
}

void Planner::publish() {
  std::vector<PlannedPage> planned(items_.size());
  for_each_index(items_.size(), [&](std::size_t i) {
    Item& item = items_[i];
    Post& post = item.source.post;
    if (!post.image.url.empty() && !is_absolute_url(post.image.url)) {
      const auto file = path_of_file_.find(resolve_path(item.source.file, post.image.url));
      post.image.url =
          file != path_of_file_.end() ? file->second : resolve_path(post.path, post.image.url);
    }
    post.source = post.path + "index.md";
    std::string markdown =
        write_published_source(post, item.source.params, item.data, item.source.body);
    post.sha256 = base64url(sha256(markdown));
    post.bytes = markdown.size();
    planned[i] = {post, std::move(markdown)};
    item.source.body = {};
  });
  for (std::size_t i = 0; i < items_.size(); ++i) {
    Item& item = items_[i];
    plan_.problems.insert(plan_.problems.end(), item.problems.begin(), item.problems.end());
    std::move(item.generated.begin(), item.generated.end(), std::back_inserter(plan_.generated));
    (item.is_listed() ? plan_.posts : plan_.pages).push_back(std::move(planned[i]));
  }
  const auto by_date = [](const PlannedPage& a, const PlannedPage& b) {
    return is_newer(a.post, b.post);
  };
  std::sort(plan_.posts.begin(), plan_.posts.end(), by_date);
  std::sort(plan_.pages.begin(), plan_.pages.end(),
            [](const PlannedPage& a, const PlannedPage& b) { return a.post.path < b.post.path; });
}

void Planner::add_redirects() {
  std::map<std::string, std::string> redirects;
  for (const Item& item : items_) {
    for (const std::string& alias : item.source.aliases) {
      const bool is_file = alias.ends_with(".html") && !alias.ends_with("/index.html");
      std::string from = normalise_page_path(alias);
      if (is_file) from.pop_back();
      if (from.empty() || file_at_path_.contains(from)) {
        plan_.problems.push_back(problem(Severity::kWarning, item, 0,
                                         "the alias " + alias + " is a page; remove one of them"));
      } else {
        redirects.emplace(std::move(from), item.source.post.path);
      }
    }
  }
  for (auto& [from, to] : redirects) plan_.redirects.push_back({from, to});
}

// `{year}` in the copyright line is the year of the newest entry, so that a build depends on
// nothing but its content.
void Planner::finish_site(Site& site) const {
  constexpr std::string_view kYear = "{year}";
  const std::size_t at = site.copyright.find(kYear);
  if (at == std::string::npos) return;
  const bool has_year = !plan_.posts.empty() && plan_.posts.front().post.date;
  const std::string year =
      has_year ? std::to_string(local_date(*plan_.posts.front().post.date).year) : "";
  site.copyright = collapse_space(site.copyright.replace(at, kYear.size(), year));
}

}  // namespace

Plan make_plan(Content content, const Selection& selection) {
  return Planner(std::move(content), selection).make();
}

}  // namespace daybook
