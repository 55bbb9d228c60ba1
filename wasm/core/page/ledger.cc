#include "core/page/ledger.h"

#include "core/base/text.h"
#include "core/base/url.h"
#include "core/blog/route.h"

namespace daybook {
namespace {

// `2026`, or empty for an undated post.
std::string year_of(const Post& post) {
  return post.date ? std::to_string(local_date(*post.date).year) : std::string();
}

void write_marked(Html& html, std::string_view text, const std::vector<Mark>& marks) {
  std::size_t end = 0;
  for (const Mark& mark : marks) {
    html.text(text.substr(end, mark.begin - end)).raw("<mark>");
    html.text(text.substr(mark.begin, mark.end - mark.begin)).raw("</mark>");
    end = mark.end;
  }
  html.text(text.substr(end));
}

// The title or the description, marked where a reader searches.
void write_field(Html& html, const Post& post, Matcher::Field field, const Matcher* matcher) {
  const bool is_title = field == Matcher::Field::kTitle;
  const std::string_view text = is_title ? post.title : post.description;
  write_marked(html, text, matcher ? matcher->marks(post, field) : std::vector<Mark>());
}

void write_entry_link(Html& html, const Site& site, std::string_view path, const Post& post,
                      const Matcher* matcher) {
  html.raw("<a").attribute("href", relative_url(path, post.path));
  write_language(html, site, post.language);
  html.raw(">");
  write_field(html, post, Matcher::Field::kTitle, matcher);
  html.raw("</a>");
}

void write_entry(Html& html, const Site& site, std::string_view path, const Post& post,
                 const Matcher* matcher) {
  html.raw("<li class=\"entry\">\n");
  if (post.date) {
    write_date(html, site, *post.date);
    html.raw("\n");
  }
  html.raw("<h3 class=\"entry-title\">");
  write_entry_link(html, site, path, post, matcher);
  html.raw("</h3>\n");
  if (!post.description.empty()) {
    html.raw("<p class=\"entry-description\"");
    write_language(html, site, post.language);
    html.raw(">");
    write_field(html, post, Matcher::Field::kDescription, matcher);
    html.raw("</p>\n");
  }
  html.raw("</li>\n");
}

void write_compact_entry(Html& html, const Site& site, std::string_view path, const Post& post,
                         const Matcher* matcher) {
  html.raw("<li class=\"line\">");
  if (post.date) write_date(html, site, *post.date);
  html.raw(" ");
  write_entry_link(html, site, path, post, matcher);
  html.raw("</li>\n");
}

using WriteEntry = void (*)(Html&, const Site&, std::string_view, const Post&, const Matcher*);

void write_years(Html& html, const Site& site, std::string_view path,
                 const std::vector<const Post*>& posts, const Matcher* matcher, WriteEntry write) {
  std::string year;
  bool is_open = false;
  for (std::size_t i = 0; i < posts.size(); ++i) {
    const std::string own_year = year_of(*posts[i]);
    if (!is_open || own_year != year) {
      if (is_open) html.raw("</ol>\n</section>\n");
      year = own_year;
      is_open = true;
      const std::string id = year.empty() ? "undated" : "year-" + year;
      html.raw("<section class=\"year\"").attribute("aria-labelledby", id).raw(">\n<h2");
      html.attribute("id", id).raw(">").text(year.empty() ? site.words[Word::kUndated] : year);
      html.raw("</h2>\n<ol class=\"ledger\">\n");
    }
    write(html, site, path, *posts[i], matcher);
  }
  if (is_open) html.raw("</ol>\n</section>\n");
}

}  // namespace

void write_ledger(Html& html, const Site& site, std::string_view path,
                  const std::vector<const Post*>& posts, const Matcher* matcher) {
  write_years(html, site, path, posts, matcher, write_entry);
}

void write_ranked_ledger(Html& html, const Site& site, std::string_view path,
                         const std::vector<const Post*>& posts, const Matcher* matcher) {
  if (posts.empty()) return;
  html.raw("<h2 class=\"visually-hidden\">").text(site.words[Word::kBestFirst]);
  html.raw("</h2>\n<ol class=\"ledger\">\n");
  for (std::size_t i = 0; i < posts.size(); ++i) {
    write_entry(html, site, path, *posts[i], matcher);
  }
  html.raw("</ol>\n");
}

void write_compact_ledger(Html& html, const Site& site, std::string_view path,
                          const std::vector<const Post*>& posts) {
  write_years(html, site, path, posts, nullptr, write_compact_entry);
}

void write_pinned(Html& html, const Site& site, std::string_view path,
                  const std::vector<Post>& posts) {
  if (posts.empty()) return;
  html.raw("<section class=\"pinned\" aria-labelledby=\"pinned\">\n<h2 id=\"pinned\">");
  html.text(site.words[Word::kPinned]).raw("</h2>\n<ol class=\"ledger\">\n");
  for (const Post& post : posts) write_entry(html, site, path, post, nullptr);
  html.raw("</ol>\n</section>\n");
}

void write_pagination(Html& html, const Site& site, std::string_view path,
                      const Pagination& pagination) {
  if (pagination.count < 2) return;
  const Words& words = site.words;
  html.raw("<nav class=\"pagination\"").attribute("aria-label", words[Word::kPages]).raw(">\n");
  if (pagination.newer) {
    html.raw("<a rel=\"prev\"").attribute("href", relative_url(path, *pagination.newer));
    html.raw(">").text(words[Word::kNewer]).raw("</a>\n");
  }
  const std::string number = std::to_string(pagination.number);
  const std::string count = std::to_string(pagination.count);
  html.raw("<span>").text(words.fill(Word::kPageOf, {{"n", number}, {"count", count}}));
  html.raw("</span>\n");
  if (pagination.older) {
    html.raw("<a rel=\"next\"").attribute("href", relative_url(path, *pagination.older));
    html.raw(">").text(words[Word::kOlder]).raw("</a>\n");
  }
  html.raw("</nav>\n");
}

void write_tag_list(Html& html, const Site& site, std::string_view path,
                    const std::vector<std::string>& tags) {
  if (tags.empty()) return;
  html.raw("<ul class=\"tags\"").attribute("aria-label", site.words[Word::kTags]).raw(">\n");
  for (const std::string& tag : tags) {
    html.raw("<li><a").attribute("href", relative_url(path, tag_path(tag_slug(tag), 1)));
    html.raw(">").text(tag).raw("</a></li>\n");
  }
  html.raw("</ul>\n");
}

void write_date(Html& html, const Site& site, const Timestamp& timestamp) {
  html.raw("<time").attribute("datetime", format_rfc3339(timestamp)).raw(">");
  html.text(site.words.date(local_date(timestamp))).raw("</time>");
}

void write_language(Html& html, const Site& site, std::string_view language) {
  if (language.empty() || language == site.language) return;
  html.attribute("lang", language);
  const std::string_view direction = text_direction(language);
  if (direction != text_direction(site.language)) html.attribute("dir", direction);
}

std::string_view text_direction(std::string_view language) {
  constexpr std::string_view kRightToLeft = " ar arc ckb dv fa he ks ps sd ug ur yi ";
  const std::string primary =
      " " + to_ascii_lower(language.substr(0, language.find_first_of("-_"))) + " ";
  return kRightToLeft.find(primary) != std::string_view::npos ? "rtl" : "ltr";
}

}  // namespace daybook
