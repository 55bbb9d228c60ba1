#include "core/page/index_parts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/url.h"
#include "core/blog/route.h"

namespace daybook {
namespace {

// As many as a reader takes in at a glance, and as many as a page can bear.
constexpr std::size_t kTagsAtFirst = 8;
constexpr std::size_t kYearsAtFirst = 6;
constexpr std::size_t kChoicesAtMost = 100;

struct Choice {
  std::string name;
  std::string href;
  std::size_t posts = 0;
  bool is_chosen = false;
};

// A link to more or fewer of the same.
struct Others {
  Word word = Word::kMore;
  std::string href;
};

void write_link(Html& html, std::string_view href, bool is_current) {
  html.raw("<li><a").attribute("href", href);
  if (is_current) html.raw(" aria-current=\"true\"");
  html.raw(">");
}

void write_row(Html& html, const Site& site, std::string_view label,
               const std::vector<Choice>& choices, const std::optional<Others>& others) {
  if (choices.empty()) return;
  html.raw("<ul").attribute("aria-label", label).raw(">\n");
  for (const Choice& choice : choices) {
    write_link(html, choice.href, choice.is_chosen);
    html.text(choice.name);
    if (choice.posts > 0) html.raw(" <span>").number(choice.posts).raw("</span>");
    html.raw("</a></li>\n");
  }
  if (others) {
    html.raw("<li><a class=\"more\"").attribute("href", others->href).raw(">");
    html.text(site.words[others->word]).raw("</a></li>\n");
  }
  html.raw("</ul>\n");
}

std::string link_to(const Narrowing& narrowing) {
  const std::string suffix = narrowing_suffix(narrowing);
  return suffix.empty() ? "./" : suffix;
}

// `narrowing` without one of the values of `kind`; from the beginning of the list again.
template <class Value>
std::string link_without(Narrowing narrowing, std::vector<Value> Narrowing::*kind,
                         const Value& value) {
  std::erase(narrowing.*kind, value);
  narrowing.shown = 0;
  return link_to(narrowing);
}

std::string link_with_tag(Narrowing narrowing, const Facet& tag) {
  narrowing.tags.push_back(tag_slug(tag.name));
  narrowing.shown = 0;
  return link_to(narrowing);
}

std::optional<Others> others_of(Narrowing narrowing, std::size_t shown, std::size_t all,
                                std::size_t at_first) {
  if (all <= at_first) return std::nullopt;
  narrowing.has_all_choices = shown <= at_first;
  return Others{narrowing.has_all_choices ? Word::kMore : Word::kFewer, link_to(narrowing)};
}

// As many facets as are shown, each as the choice that `choice_of` makes of it.
template <class ChoiceOf>
std::vector<Choice> choices_of(const std::vector<Facet>& facets, std::size_t count,
                               ChoiceOf choice_of) {
  std::vector<Choice> choices;
  for (std::size_t i = 0; i < std::min(count, facets.size()); ++i) {
    choices.push_back(choice_of(facets[i]));
  }
  return choices;
}

// What is chosen, with the name and the count of the facet of the same slug, and taken from there.
std::vector<Choice> take_chosen(const Narrowing& narrowing,
                                std::vector<std::string> Narrowing::*kind,
                                std::vector<Facet>& facets) {
  std::vector<Choice> chosen;
  for (const std::string& value : narrowing.*kind) {
    Choice choice{value, link_without(narrowing, kind, value), 0, true};
    const std::string key = name_key(value);
    std::erase_if(facets, [&](const Facet& facet) {
      const bool is_it = name_key(facet.name) == key;
      if (is_it) choice = {facet.name, choice.href, facet.posts, true};
      return is_it;
    });
    chosen.push_back(std::move(choice));
  }
  return chosen;
}

int year_of(const Facet& facet) {
  int year = 0;
  for (const char digit : facet.name) year = year * 10 + (digit - '0');
  return year;
}

void append(std::vector<Choice>& choices, std::vector<Choice> more) {
  for (Choice& choice : more) choices.push_back(std::move(choice));
}

}  // namespace

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
  // The head tells the most used tags at least, unless it was written by hand.
  const auto& known = blog.head().tags;
  const auto tags = known.empty() ? blog.tags().value_or(std::vector<Facet>{}) : known;
  const auto years = blog.years().value_or(std::vector<Facet>{});
  const auto others = [&](const std::vector<Facet>& facets, std::size_t at_first,
                          std::string_view all) {
    return facets.size() > at_first ? std::optional(Others{Word::kMore, relative_url(path, all)})
                                    : std::nullopt;
  };
  if (tags.empty() && years.size() < 2) return;
  html.raw("<div class=\"choices\">\n");
  const auto tag_choices = choices_of(tags, kTagsAtFirst, [&](const Facet& tag) {
    return Choice{tag.name, relative_url(path, tag_path(tag_slug(tag.name), 1)), tag.posts};
  });
  write_row(html, site, site.words[Word::kTags], tag_choices,
            others(tags, kTagsAtFirst, kTagsPath));
  if (years.size() > 1) {
    const auto year_choices = choices_of(years, kYearsAtFirst, [&](const Facet& year) {
      return Choice{year.name, relative_url(path, archive_year_path(year.name, 1)), year.posts};
    });
    write_row(html, site, site.words[Word::kYears], year_choices,
              others(years, kYearsAtFirst, kArchivesPath));
  }
  html.raw("</div>\n");
}

void write_choices(Html& html, const Site& site, const Narrowing& narrowing,
                   const Filtered& found) {
  const auto shown = [&](std::size_t at_first) {
    return narrowing.has_all_choices ? kChoicesAtMost : at_first;
  };
  html.raw("<div class=\"choices\">\n");
  std::vector<Facet> none;
  auto tags = found.tags;
  auto choices = take_chosen(narrowing, &Narrowing::authors, none);
  append(choices, take_chosen(narrowing, &Narrowing::series, none));
  append(choices, take_chosen(narrowing, &Narrowing::tags, tags));
  append(choices, choices_of(tags, shown(kTagsAtFirst), [&](const Facet& tag) {
           return Choice{tag.name, link_with_tag(narrowing, tag), tag.posts};
         }));
  write_row(html, site, site.words[Word::kTags], choices,
            others_of(narrowing, shown(kTagsAtFirst), tags.size(), kTagsAtFirst));

  std::vector<Choice> year_choices;
  auto years = found.years;
  for (const int year : narrowing.years) {
    Choice choice{std::to_string(year), link_without(narrowing, &Narrowing::years, year), 0, true};
    std::erase_if(years, [&](const Facet& facet) {
      const bool is_it = facet.name == choice.name;
      if (is_it) choice.posts = facet.posts;
      return is_it;
    });
    year_choices.push_back(std::move(choice));
  }
  append(year_choices, choices_of(years, shown(kYearsAtFirst), [&](const Facet& year) {
           Narrowing other = narrowing;
           other.years = {year_of(year)};
           other.shown = 0;
           return Choice{year.name, link_to(other), year.posts};
         }));
  write_row(html, site, site.words[Word::kYears], year_choices,
            others_of(narrowing, shown(kYearsAtFirst), years.size(), kYearsAtFirst));
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
  const bool has_default = !parse_query(narrowing.words).order;
  html.raw("<ul class=\"orders\"").attribute("aria-label", site.words[Word::kOrder]).raw(">\n");
  for (const Choosable& choosable : kOrders) {
    if (choosable.order == Order::kBest && narrowing.words.empty()) continue;
    Narrowing other = narrowing;
    const bool is_default = has_default && choosable.order == Order::kNewest;
    other.order = is_default ? std::string_view() : choosable.name;
    other.shown = 0;
    write_link(html, link_to(other), choosable.order == order);
    html.text(site.words[choosable.word]).raw("</a></li>\n");
  }
  html.raw("</ul>\n");
}

}  // namespace daybook
