#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/base/json_reader.h"
#include "core/base/text.h"
#include "core/base/url.h"
#include "core/blog/manifest.h"
#include "core/blog/permalink.h"
#include "core/blog/route.h"

namespace daybook {
namespace {

// Of posts and tags, also of those on a page. What is more is none, and would be another number
// where addresses have 32 bits.
constexpr std::int64_t kMaxCount = 2'000'000'000;

// What the container that is open holds, and so what its keys mean.
enum class Context {
  kDocument,  // outside the outermost object
  kFeed,
  kFeedData,  // the feed's _daybook
  kAssets,
  kSearch,
  kMenu,
  kMenuEntry,
  kViews,
  kView,
  kTagCounts,
  kYearCounts,
  kSeriesCounts,
  kWords,
  kReference,  // `next`
  kOlder,
  kOlderReference,
  kItems,
  kPages,
  kPinned,
  kItem,
  kItemData,  // an item's _daybook
  kStrings,   // an array of strings, into `strings_`
  kAuthors,
  kAuthor,
  kSkipped,  // anything below a key that Daybook does not know
};

std::string line_and_column(std::string_view text, std::size_t position) {
  const std::string_view before = text.substr(0, std::min(position, text.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return std::to_string(line) + ":" + std::to_string(before.size() - line_start + 1);
}

// A path below the site's root that a browser may be sent to: relative, going nowhere upward.
bool is_safe_path(std::string_view path) {
  if (is_absolute_url(path) || path.starts_with('/')) return false;
  if (path.find_first_of("\\?#") != std::string_view::npos) return false;
  for (const char c : path) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
  }
  for (const std::string_view segment : split(path, '/')) {
    if (segment == ".." || segment == ".") return false;
  }
  return true;
}

// Takes what the parser tells. A call that returns false ends the parse; error_ says why.
class ManifestHandler final : public JsonHandler {
 public:
  explicit ManifestHandler(std::string_view path) : path_(path) {}
  ManifestHandler(const ManifestHandler&) = delete;
  ManifestHandler& operator=(const ManifestHandler&) = delete;

  bool boolean(bool value) override;
  bool number(std::int64_t value) override;
  bool string(std::string& value) override;
  bool start_object() override { return open(object_context(), "an object"); }
  bool start_array() override { return open(array_context(), "an array"); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(std::string& name) override {
    key_ = std::move(name);
    return true;
  }

  Result<ManifestPage> take();

 private:
  Context context() const { return contexts_.empty() ? Context::kDocument : contexts_.back(); }
  Context object_context() const;
  Context array_context() const;
  bool open(Context context, std::string_view what);
  bool close();
  bool view_string(std::string& value);
  bool feed_string(std::string& value);
  bool item_string(std::string& value);
  bool item_data_string(std::string& value);
  bool date(std::string_view value, std::optional<Timestamp>& out);
  bool finish_item();
  bool finish_strings();
  void sort_posts();
  bool wrong_type(std::string_view wanted) { return fail("write " + std::string(wanted)); }
  bool fail(std::string message);
  std::string place() const;
  Post& item() { return items_->back(); }
  ManifestReference& next_reference() {
    if (!page_.next) page_.next.emplace();
    return *page_.next;
  }
  std::vector<Author>& authors() { return in_item_ ? item().authors : head_.site.authors; }

  std::string path_;
  std::vector<Context> contexts_;
  std::string key_;
  Error error_;

  ManifestPage page_;
  ManifestHead head_;
  std::optional<std::size_t> total_;
  bool in_item_ = false;
  std::vector<Post>* items_ = &page_.posts;  // where the items go that are being read
  std::string item_url_;
  std::string item_summary_;
  std::string strings_key_;
  std::vector<std::string> strings_;
};

Context ManifestHandler::object_context() const {
  switch (context()) {
    case Context::kDocument: return Context::kFeed;
    case Context::kFeed: return key_ == "_daybook" ? Context::kFeedData : Context::kSkipped;
    case Context::kFeedData:
      if (key_ == "assets") return Context::kAssets;
      if (key_ == "search") return Context::kSearch;
      if (key_ == "tags") return Context::kTagCounts;
      if (key_ == "years") return Context::kYearCounts;
      if (key_ == "series") return Context::kSeriesCounts;
      if (key_ == "words") return Context::kWords;
      return key_ == "next" ? Context::kReference : Context::kSkipped;
    case Context::kMenu: return Context::kMenuEntry;
    case Context::kViews: return Context::kView;
    case Context::kOlder: return Context::kOlderReference;
    case Context::kItems:
    case Context::kPages:
    case Context::kPinned: return Context::kItem;
    case Context::kItem: return key_ == "_daybook" ? Context::kItemData : Context::kSkipped;
    case Context::kAuthors: return Context::kAuthor;
    default: return Context::kSkipped;
  }
}

Context ManifestHandler::array_context() const {
  switch (context()) {
    case Context::kFeed:
      if (key_ == "items") return Context::kItems;
      return key_ == "authors" ? Context::kAuthors : Context::kSkipped;
    case Context::kFeedData:
      if (key_ == "pages") return Context::kPages;
      if (key_ == "pinned") return Context::kPinned;
      if (key_ == "older") return Context::kOlder;
      if (key_ == "views") return Context::kViews;
      return key_ == "menu" ? Context::kMenu : Context::kSkipped;
    case Context::kItem:
      if (key_ == "authors") return Context::kAuthors;
      return key_ == "tags" ? Context::kStrings : Context::kSkipped;
    case Context::kItemData: return key_ == "categories" ? Context::kStrings : Context::kSkipped;
    default: return Context::kSkipped;
  }
}

bool ManifestHandler::open(Context opened, std::string_view what) {
  if (contexts_.empty() && opened != Context::kFeed) return wrong_type("an object");
  const bool is_list = context() == Context::kItems || context() == Context::kPages ||
                       context() == Context::kPinned || context() == Context::kStrings;
  if (is_list && opened == Context::kSkipped) {
    return wrong_type(context() == Context::kStrings ? "a string" : "an object");
  }
  if (opened == Context::kSkipped && context() == Context::kItem &&
      (key_ == "title" || key_ == "tags" || key_ == "url" || key_ == "content_text")) {
    return fail("this cannot be " + std::string(what));
  }
  if (opened == Context::kPages) items_ = &head_.pages;
  if (opened == Context::kPinned) items_ = &head_.pinned;
  if (opened == Context::kSeriesCounts) head_.series.emplace();
  if (opened == Context::kItem) {
    in_item_ = true;
    items_->emplace_back();
    item_url_.clear();
    item_summary_.clear();
  }
  if (opened == Context::kOlderReference) page_.older.emplace_back();
  if (opened == Context::kMenuEntry) head_.site.menu.emplace_back();
  if (opened == Context::kView) head_.site.views.emplace_back();
  if (opened == Context::kAuthor) authors().emplace_back();
  if (opened == Context::kStrings) {
    strings_key_ = key_;
    strings_.clear();
  }
  contexts_.push_back(opened);
  return true;
}

bool ManifestHandler::close() {
  const Context closed = context();
  contexts_.pop_back();
  if (closed == Context::kStrings) return finish_strings();
  if (closed == Context::kPages || closed == Context::kPinned) items_ = &page_.posts;
  if (closed != Context::kItem) return true;
  const bool is_complete = finish_item();
  in_item_ = false;
  return is_complete;
}

bool ManifestHandler::boolean(bool value) {
  if (context() == Context::kItem && (key_ == "title" || key_ == "url")) {
    return wrong_type("a string");
  }
  if (context() == Context::kFeedData && key_ == "trusted_html") {
    head_.site.has_trusted_html = value;
  }
  if (context() == Context::kFeedData && key_ == "smart_punctuation") {
    head_.site.has_smart_punctuation = value;
  }
  if (context() == Context::kFeedData && key_ == "social_images") {
    head_.site.has_social_images = value;
  }
  if (context() == Context::kFeedData && key_ == "offline") head_.site.is_kept_offline = value;
  if (context() != Context::kItemData) return true;
  if (key_ == "toc") {
    item().table_of_contents = value ? TableOfContents::kShown : TableOfContents::kHidden;
  }
  if (key_ == "math") item().has_math = value;
  if (key_ == "pinned") item().is_pinned = value;
  if (key_ == "unlisted") item().is_unlisted = value;
  return true;
}

bool ManifestHandler::number(std::int64_t value) {
  const bool is_count = value >= 0 && value <= kMaxCount;
  const auto size = static_cast<std::size_t>(value);
  switch (context()) {
    case Context::kFeed: return key_ == "title" ? wrong_type("a string") : true;
    case Context::kFeedData:
      if (key_ != "total" && key_ != "tags_total" && key_ != "per_page") return true;
      if (!is_count) return wrong_type("a whole number");
      if (key_ == "total") total_ = size;
      if (key_ == "tags_total") head_.total_tags = size;
      if (key_ == "per_page" && value > 0) head_.site.posts_per_page = size;
      return true;
    case Context::kTagCounts:
    case Context::kYearCounts:
      if (!is_count) return wrong_type("a whole number");
      (context() == Context::kTagCounts ? head_.tags : head_.years).push_back({key_, size});
      return true;
    case Context::kSeriesCounts:
      if (!is_count) return wrong_type("a whole number");
      head_.series->push_back({key_, size});
      return true;
    case Context::kView:
      if (key_ != "posts") return true;
      if (!is_count) return wrong_type("a whole number");
      head_.site.views.back().posts = size;
      return true;
    case Context::kReference:
    case Context::kOlderReference:
      if (key_ != "posts") return true;
      if (!is_count) return wrong_type("a whole number");
      (context() == Context::kReference ? next_reference() : page_.older.back()).posts = size;
      return true;
    case Context::kItem:
      // JSON Feed 1 allowed numbers as ids; readers are asked to take them.
      return key_ == "title" || key_ == "url" || key_ == "content_text" ? wrong_type("a string")
                                                                        : true;
    case Context::kItemData:
      if (key_ == "bytes" && value >= 0) item().bytes = static_cast<std::uint64_t>(value);
      if (key_ == "series_order") item().series_order = static_cast<int>(value);
      if (key_ == "weight") item().weight = static_cast<int>(value);
      return true;
    case Context::kStrings:
    case Context::kItems:
      return wrong_type(context() == Context::kItems ? "an object" : "a string");
    default: return true;
  }
}

bool ManifestHandler::string(std::string& value) {
  const auto reference = [&](ManifestReference& target) {
    if (key_ == "path" && !is_safe_path(value)) return fail("write a path below the site's root");
    if (key_ == "path") target.path = value;
    if (key_ == "sha256") target.sha256 = value;
    return true;
  };
  switch (context()) {
    case Context::kDocument: return wrong_type("an object");
    case Context::kFeed:
    case Context::kFeedData: return feed_string(value);
    case Context::kAssets: {
      Assets& assets = head_.site.assets;
      if (!is_safe_path(value)) return fail("write a path below the site's root");
      if (key_ == "core") assets.core = value;
      if (key_ == "script") assets.script = value;
      if (key_ == "theme") assets.theme = value;
      if (key_ == "style") assets.style = value;
      if (key_ == "font") assets.font = value;
      if (key_ == "custom") assets.custom = value;
      if (key_ == "icon") assets.icon = value;
      if (key_ == "code") assets.code = value;
      if (key_ == "math") assets.math = value;
      if (key_ == "search") assets.search = value;
      return true;
    }
    case Context::kSearch:
      if (key_ == "root" && !is_safe_path(value)) return fail("write a path below the site's root");
      if (key_ == "root") head_.site.search.path = value;
      if (key_ == "sha256") head_.site.search.sha256 = value;
      return true;
    case Context::kMenuEntry:
      (key_ == "name" ? head_.site.menu.back().name : head_.site.menu.back().path) = value;
      return true;
    case Context::kView: return view_string(value);
    case Context::kTagCounts:
    case Context::kYearCounts:
    case Context::kSeriesCounts: return wrong_type("a whole number");
    case Context::kWords: head_.site.words.set(key_, value); return true;
    case Context::kReference: return reference(next_reference());
    case Context::kOlderReference: return reference(page_.older.back());
    case Context::kItems:
    case Context::kPages:
    case Context::kPinned: return wrong_type("an object");
    case Context::kItem: return item_string(value);
    case Context::kItemData: return item_data_string(value);
    case Context::kStrings: strings_.push_back(std::move(value)); return true;
    case Context::kAuthor:
      if (key_ == "name") authors().back().name = value;
      if (key_ == "url") authors().back().url = value;
      return true;
    default: return true;
  }
}

bool ManifestHandler::view_string(std::string& value) {
  SavedView& view = head_.site.views.back();
  if (key_ == "list" && !is_safe_path(value)) return fail("write a path below the site's root");
  if (key_ == "name") view.name = value;
  if (key_ == "query") view.query = value;
  if (key_ == "description") view.description = value;
  if (key_ == "list") view.list = value;
  if (key_ == "sha256") view.sha256 = value;
  return true;
}

bool ManifestHandler::feed_string(std::string& value) {
  Site& site = head_.site;
  if (key_ == "items") return wrong_type("an array");
  if (context() == Context::kFeedData) {
    if (key_ == "copyright") site.copyright = value;
    if (key_ == "url") site.url = value;
    return true;
  }
  if (key_ == "title") site.title = value;
  if (key_ == "description") site.description = value;
  if (key_ == "language") site.language = value;
  // A feed written by hand has its next page by next_url alone.
  if (key_ == "next_url" && is_safe_path(value) && !page_.next) next_reference().path = value;
  return true;
}

bool ManifestHandler::item_string(std::string& value) {
  Post& post = item();
  if (key_ == "tags") return wrong_type("an array of strings");
  if (key_ == "date_published") return date(value, post.date);
  if (key_ == "date_modified") return date(value, post.updated);
  if (key_ == "title") post.title = value;
  if (key_ == "content_text") post.description = value;
  if (key_ == "summary") item_summary_ = value;
  if (key_ == "language") post.language = value;
  if (key_ == "image") post.image.url = value;
  if (key_ == "url") item_url_ = value;
  return true;
}

bool ManifestHandler::item_data_string(std::string& value) {
  Post& post = item();
  const bool is_path = key_ == "path" || key_ == "source";
  if (is_path && !is_safe_path(value)) return fail("write a path below the site's root");
  if (key_ == "path") post.path = normalise_page_path(value);
  if (key_ == "source") post.source = value;
  if (key_ == "sha256") post.sha256 = value;
  if (key_ == "series") post.series = value;
  if (key_ == "canonical_url") post.canonical_url = value;
  if (key_ == "image_alt") post.image.alt = value;
  if (key_ == "image_caption") post.image.caption = value;
  return true;
}

bool ManifestHandler::date(std::string_view value, std::optional<Timestamp>& out) {
  out = parse_timestamp(value);
  return out ? true : fail("write a date like 2025-11-10 or 2025-11-10T09:30:00Z");
}

bool ManifestHandler::finish_strings() {
  (strings_key_ == "categories" ? item().categories : item().tags) = std::move(strings_);
  return true;
}

// Fills what a manifest written by hand leaves out.
bool ManifestHandler::finish_item() {
  Post& post = item();
  if (post.description.empty()) post.description = std::move(item_summary_);
  if (post.path.empty() && !post.source.empty()) {
    std::string_view name = post.source;
    if (name.ends_with("/index.md")) name.remove_suffix(std::string_view("/index.md").size());
    if (name.ends_with(".md")) name.remove_suffix(std::string_view(".md").size());
    post.path = normalise_page_path(name);
  }
  if (post.path.empty() && is_safe_path(item_url_)) post.path = normalise_page_path(item_url_);
  key_ = "_daybook";
  if (post.path.empty()) return fail("give the item a path or source, relative to the site's root");
  if (post.source.empty()) post.source = post.path + "index.md";
  if (post.title.empty()) post.title = post.path;
  return true;
}

bool ManifestHandler::fail(std::string message) {
  error_ = Error{std::move(message), path_ + ": " + place()};
  return false;
}

// `items[2].title`, as far as it helps to find the place.
std::string ManifestHandler::place() const {
  const bool in_list =
      context() == Context::kItems || context() == Context::kPages || context() == Context::kPinned;
  const std::size_t index = items_->size();
  std::string place;
  if (in_item_ || in_list) {
    place = "items[";
    if (items_ == &head_.pages) place = "_daybook.pages[";
    if (items_ == &head_.pinned) place = "_daybook.pinned[";
    place += std::to_string(index > 0 && in_item_ ? index - 1 : index) + "]";
  }
  if (in_list || key_.empty()) return place;
  if (!place.empty()) place += '.';
  return place + shorten(key_, 40);
}

// A manifest of Daybook's own is in order already; one written by hand need not be.
void ManifestHandler::sort_posts() {
  std::vector<const Post*> order;
  for (const Post& post : page_.posts) order.push_back(&post);
  sort_newest_first(order);
  std::vector<Post> sorted;
  for (const Post* post : order) {
    sorted.push_back(std::move(page_.posts[static_cast<std::size_t>(post - page_.posts.data())]));
  }
  page_.posts = std::move(sorted);
}

Result<ManifestPage> ManifestHandler::take() {
  if (!error_.message.empty()) return std::move(error_);
  if (page_.next && page_.next->path.empty()) page_.next.reset();
  sort_posts();
  if (path_ == kHeadPath) {
    head_.total_posts = total_.value_or(page_.posts.size());
    page_.head = std::move(head_);
  }
  return std::move(page_);
}

}  // namespace

Result<ManifestPage> read_manifest(std::string_view path, std::string_view json) {
  ManifestHandler handler(path);
  const JsonReading reading = read_json(json, handler);
  switch (reading.end) {
    case JsonEnd::kComplete:
    case JsonEnd::kStopped: break;
    case JsonEnd::kTooDeep: return Error{"nest less deeply; 64 levels are read", std::string(path)};
    case JsonEnd::kMalformed:
      return Error{"this is not JSON; check brackets, quotes and commas before here",
                   std::string(path) + ":" + line_and_column(json, reading.position)};
  }
  return handler.take();
}

}  // namespace daybook
