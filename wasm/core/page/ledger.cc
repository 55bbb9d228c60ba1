#include "core/page/ledger.h"

#include "core/base/url.h"
#include "core/blog/route.h"

namespace daybook {
namespace {

// `2026`, or empty for an undated post.
std::string year_of(const Post& post) {
  return post.date ? std::to_string(local_date(*post.date).year) : std::string();
}

void write_language(Html& html, const Post& post) {
  if (!post.language.empty()) html.attribute("lang", post.language);
}

void write_entry_link(Html& html, std::string_view path, const Post& post) {
  html.raw("<a").attribute("href", relative_url(path, post.path)).raw(">").text(post.title);
  html.raw("</a>");
}

void write_entry(Html& html, std::string_view path, const Post& post) {
  html.raw("<li class=\"entry\"");
  write_language(html, post);
  html.raw(">\n");
  if (post.date) {
    write_date(html, *post.date);
    html.raw("\n");
  }
  html.raw("<h3 class=\"entry-title\">");
  write_entry_link(html, path, post);
  html.raw("</h3>\n");
  if (!post.description.empty()) {
    html.raw("<p class=\"entry-description\">").text(post.description).raw("</p>\n");
  }
  html.raw("</li>\n");
}

void write_compact_entry(Html& html, std::string_view path, const Post& post) {
  html.raw("<li class=\"line\"");
  write_language(html, post);
  html.raw(">");
  if (post.date) write_date(html, *post.date);
  html.raw(" ");
  write_entry_link(html, path, post);
  html.raw("</li>\n");
}

using WriteEntry = void (*)(Html&, std::string_view, const Post&);

void write_years(Html& html, std::string_view path, const std::vector<const Post*>& posts,
                 WriteEntry write) {
  std::string year;
  bool is_open = false;
  for (const Post* post : posts) {
    const std::string own_year = year_of(*post);
    if (!is_open || own_year != year) {
      if (is_open) html.raw("</ol>\n</section>\n");
      year = own_year;
      is_open = true;
      const std::string id = year.empty() ? "undated" : "year-" + year;
      html.raw("<section class=\"year\"").attribute("aria-labelledby", id).raw(">\n<h2");
      html.attribute("id", id).raw(">").text(year.empty() ? "Undated" : year);
      html.raw("</h2>\n<ol class=\"ledger\">\n");
    }
    write(html, path, *post);
  }
  if (is_open) html.raw("</ol>\n</section>\n");
}

}  // namespace

void write_ledger(Html& html, std::string_view path, const std::vector<const Post*>& posts) {
  write_years(html, path, posts, write_entry);
}

void write_compact_ledger(Html& html, std::string_view path,
                          const std::vector<const Post*>& posts) {
  write_years(html, path, posts, write_compact_entry);
}

void write_pagination(Html& html, std::string_view path, const Pagination& pagination) {
  if (pagination.count < 2) return;
  html.raw("<nav class=\"pagination\" aria-label=\"Pages\">\n");
  if (pagination.newer) {
    html.raw("<a rel=\"prev\"").attribute("href", relative_url(path, *pagination.newer));
    html.raw(">Newer entries</a>\n");
  }
  html.raw("<span>Page ").number(pagination.number).raw(" of ").number(pagination.count);
  html.raw("</span>\n");
  if (pagination.older) {
    html.raw("<a rel=\"next\"").attribute("href", relative_url(path, *pagination.older));
    html.raw(">Older entries</a>\n");
  }
  html.raw("</nav>\n");
}

void write_tag_list(Html& html, std::string_view path, const std::vector<std::string>& tags) {
  if (tags.empty()) return;
  html.raw("<ul class=\"tags\" aria-label=\"Tags\">\n");
  for (const std::string& tag : tags) {
    html.raw("<li><a").attribute("href", relative_url(path, tag_path(tag_slug(tag), 1)));
    html.raw(">").text(tag).raw("</a></li>\n");
  }
  html.raw("</ul>\n");
}

void write_date(Html& html, const Timestamp& timestamp) {
  html.raw("<time").attribute("datetime", format_rfc3339(timestamp)).raw(">");
  html.text(format_long_date(local_date(timestamp))).raw("</time>");
}

}  // namespace daybook
