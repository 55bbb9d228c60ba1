#include "core/page/index_parts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/url.h"
#include "core/blog/route.h"

namespace daybook {
namespace {

// As many as a reader takes in at a glance, and as many as a page can bear.
constexpr std::size_t kTagsAtFirst = 6;
constexpr std::size_t kYearsAtFirst = 6;
constexpr std::size_t kChoicesAtMost = 100;

struct Choice {
  std::string_view name;
  std::string href;
  std::size_t posts = 0;
  bool is_chosen = false;
};

void write_choice(Html& html, const Choice& choice) {
  html.raw("<li><a").attribute("href", choice.href);
  if (choice.is_chosen) html.raw(" aria-current=\"true\"");
  html.raw(">").text(choice.name);
  if (choice.posts > 0) html.raw(" <span>").number(choice.posts).raw("</span>");
  html.raw("</a></li>\n");
}

void write_row_start(Html& html, std::string_view label) {
  html.raw("<ul").attribute("aria-label", label).raw(">\n");
}

// Closes a row with the way to more choices, or back to fewer.
void write_row_end(Html& html, const Site& site, Word word, std::string_view href) {
  if (!href.empty()) {
    html.raw("<li><a class=\"more\"").attribute("href", href).raw(">");
    html.text(site.words[word]).raw("</a></li>\n");
  }
  html.raw("</ul>\n");
}

std::string link_to(const Narrowing& narrowing) {
  const std::string suffix = narrowing.suffix();
  return suffix.empty() ? "./" : suffix;
}

// A row of the plain index: `path_of(slug, 1)` is the page of a facet, `all` that of all of them.
void write_plain_row(Html& html, const Site& site, std::string_view path, Word label,
                     const std::vector<Facet>& facets, std::size_t at_first,
                     std::string (*path_of)(std::string_view, std::size_t), std::string_view all) {
  if (facets.size() < 2) return;
  write_row_start(html, site.words[label]);
  for (std::size_t i = 0; i < std::min(at_first, facets.size()); ++i) {
    const std::string href = relative_url(path, path_of(tag_slug(facets[i].name), 1));
    write_choice(html, {facets[i].name, href, facets[i].posts});
  }
  const bool has_more = facets.size() > at_first;
  write_row_end(html, site, Word::kMore, has_more ? relative_url(path, all) : std::string());
}

// What is chosen under a name, with what is known of the facet of the same slug, which is then
// taken out of `facets`: no posts are left to it.
void write_chosen(Html& html, const Narrowing& narrowing, std::string_view name,
                  std::vector<Facet>& facets) {
  for (const auto& [key, value] : narrowing.parameters) {
    if (key != name) continue;
    Choice choice{value, link_to(narrowing.without(name, value)), 0, true};
    const std::string slug = name_key(value);
    for (Facet& facet : facets) {
      if (name_key(facet.name) != slug) continue;
      choice.name = facet.name;
      choice.posts = std::exchange(facet.posts, 0);
    }
    write_choice(html, choice);
  }
}

}  // namespace

void write_masthead(Html& html, std::string_view title, std::string_view note) {
  html.raw("<div class=\"masthead\">\n<h1>").raw(title).raw("</h1>\n<p>").text(note);
  html.raw("</p>\n</div>\n");
}

void write_index_start(Html& html, const Site& site, std::string_view path,
                       std::string_view words) {
  html.raw("<div class=\"masthead\">\n<h1>").text(site.title).raw("</h1>\n");
  if (!site.description.empty()) html.raw("<p>").text(site.description).raw("</p>\n");
  // A form that script runs; the index itself is its action on every page.
  html.raw("</div>\n<form class=\"filter\" id=\"filter\" role=\"search\"");
  html.attribute("action", relative_url(path, "")).raw(">\n");
  html.raw("<label for=\"query\">").text(site.words[Word::kFilterLabel]).raw("</label>\n");
  html.raw(
      "<input id=\"query\" type=\"search\" name=\"q\" autocomplete=\"off\" spellcheck=\"false\"");
  html.attribute("placeholder", site.words[Word::kFilterHint]).attribute("value", words);
  html.raw(">\n<button type=\"submit\" class=\"visually-hidden\" tabindex=\"-1\">");
  html.text(site.words[Word::kFilterButton]).raw("</button>\n</form>\n<div id=\"entries\">\n");
}

void write_choices(Html& html, const Blog& blog, std::string_view path) {
  const Site& site = blog.site();
  html.raw("<div class=\"choices\">\n");
  write_plain_row(html, site, path, Word::kTags, blog.head().tags, kTagsAtFirst, tag_path,
                  kTagsPath);
  write_plain_row(html, site, path, Word::kYears, blog.head().years, kYearsAtFirst,
                  archive_year_path, kArchivesPath);
  html.raw("</div>\n");
}

void write_choices(Html& html, const Site& site, const Narrowing& narrowing,
                   const Filtered& found) {
  const bool has_all = narrowing.has("more", "1");
  const std::string others =
      link_to(has_all ? narrowing.without("more") : narrowing.with("more", "1"));
  const auto write_row = [&](Word label, std::string_view name, std::vector<Facet> facets,
                             std::size_t at_first) {
    write_row_start(html, site.words[label]);
    if (name == "tag") {
      std::vector<Facet> none;
      write_chosen(html, narrowing, "author", none);
      write_chosen(html, narrowing, "series", none);
    }
    write_chosen(html, narrowing, name, facets);
    const Narrowing rest = name == "tag" ? narrowing : narrowing.without(name);
    std::size_t room = has_all ? kChoicesAtMost : at_first;
    for (const Facet& facet : facets) {
      if (facet.posts == 0 || room == 0) continue;
      --room;
      const std::string href = link_to(rest.with(name, tag_slug(facet.name)));
      write_choice(html, {facet.name, href, facet.posts});
    }
    write_row_end(html, site, has_all ? Word::kFewer : Word::kMore,
                  facets.size() > at_first ? others : std::string());
  };
  html.raw("<div class=\"choices\">\n");
  write_row(Word::kTags, "tag", found.tags, kTagsAtFirst);
  write_row(Word::kYears, "year", found.years, kYearsAtFirst);
  html.raw("</div>\n");
}

void write_orders(Html& html, const Site& site, const Narrowing& narrowing, Order order) {
  struct Choosable {
    Order order;
    std::string_view name;
    Word word;
  };
  constexpr Choosable kOrders[] = {{Order::kNewest, "new", Word::kNewestFirst},
                                   {Order::kOldest, "old", Word::kOldestFirst},
                                   {Order::kBest, "best", Word::kBestFirst}};
  // Where the words say an order themselves, the choice has to speak up against it.
  const bool has_default = !parse_query(narrowing["q"]).order;
  const Narrowing rest = narrowing.without("sort");
  html.raw("<ul class=\"orders\"").attribute("aria-label", site.words[Word::kOrder]).raw(">\n");
  for (const Choosable& choosable : kOrders) {
    if (choosable.order == Order::kBest && narrowing["q"].empty()) continue;
    const bool is_default = has_default && choosable.order == Order::kNewest;
    const std::string href = link_to(is_default ? rest : rest.with("sort", choosable.name));
    write_choice(html, {site.words[choosable.word], href, 0, choosable.order == order});
  }
  html.raw("</ul>\n");
}

}  // namespace daybook
