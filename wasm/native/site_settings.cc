#include "native/site_settings.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/blog/permalink.h"
#include "core/blog/route.h"
#include "native/json_value.h"
#include "native/source_text.h"
#include "native/spelling.h"
#include "native/timezone.h"
#include "native/value_reader.h"

namespace daybook {
namespace {

constexpr int kMaxPostsPerPage = 1000;

using SettingReader = void (*)(ValueReader& read, std::string_view key, const Value& value,
                               SiteSettings& settings);

void set_text(ValueReader& read, std::string_view key, const Value& value, std::string& out) {
  if (auto text = read.text(key, value)) out = std::move(*text);
}

void read_title(ValueReader& read, std::string_view key, const Value& value,
                SiteSettings& settings) {
  set_text(read, key, value, settings.site.title);
}

void read_description(ValueReader& read, std::string_view key, const Value& value,
                      SiteSettings& settings) {
  set_text(read, key, value, settings.site.description);
}

void read_url(ValueReader& read, std::string_view key, const Value& value, SiteSettings& settings) {
  std::string url = read.web_url(key, value);
  if (!url.empty() && !url.ends_with('/')) url += '/';
  settings.site.url = std::move(url);
}

void read_language(ValueReader& read, std::string_view key, const Value& value,
                   SiteSettings& settings) {
  const std::string tag = read.language(key, value);
  if (!tag.empty()) settings.site.language = tag;
}

void read_timezone(ValueReader& read, std::string_view key, const Value& value,
                   SiteSettings& settings) {
  const std::string name = read.text(key, value).value_or("");
  if (name.empty()) return;
  if (is_timezone(name)) {
    settings.timezone = name;
  } else {
    read.error(value, "write \"timezone\" as a name like Europe/Berlin; " + describe(value) +
                          " is not in this system's time zone database");
  }
}

void read_authors(ValueReader& read, std::string_view key, const Value& value,
                  SiteSettings& settings) {
  settings.site.authors = read.authors(key, value);
}

void read_permalink(ValueReader& read, std::string_view key, const Value& value,
                    SiteSettings& settings) {
  const std::string pattern = read.text(key, value).value_or("");
  if (pattern.empty()) return;
  const PermalinkFacts example{Date{}, "a", "a", "a"};
  if (const auto path = expand_permalink(pattern, example); !path) {
    read.error(value, path.error().message);
  } else if (pattern.find(":slug") == pattern.npos && pattern.find(":title") == pattern.npos) {
    read.error(value, "write \"permalink\" with :slug or :title, or all posts get the same path");
  } else {
    settings.permalink = pattern;
  }
}

void read_paginate(ValueReader& read, std::string_view key, const Value& value,
                   SiteSettings& settings) {
  const auto number = read.whole_number(key, value);
  if (!number) return;
  if (*number < 1 || *number > kMaxPostsPerPage) {
    read.error(value, "write \"" + std::string(key) + "\" as a number from 1 to " +
                          std::to_string(kMaxPostsPerPage));
    return;
  }
  settings.site.posts_per_page = static_cast<std::size_t>(*number);
}

void read_menu(ValueReader& read, std::string_view key, const Value& value,
               SiteSettings& settings) {
  const auto refuse = [&](const Value& wrong) {
    read.error(wrong, "write \"" + std::string(key) +
                          "\" as a list of {\"name\": …, \"path\": …}; it is " + describe(wrong) +
                          " here");
  };
  if (value.kind != ValueKind::kList) return refuse(value);
  for (const Value& item : value.items) {
    const Value* name = find_member(item, "name");
    const Value* path = find_member(item, "path");
    if (path == nullptr) path = find_member(item, "url");
    if (name == nullptr || path == nullptr) {
      refuse(item);
      continue;
    }
    const auto name_text = read.text("menu.name", *name);
    const auto path_text = read.text("menu.path", *path);
    if (!name_text || !path_text) continue;
    std::string_view site_path = *path_text;
    // `//` begins an absolute URL without its scheme.
    if (site_path.starts_with('/') && !site_path.starts_with("//")) site_path.remove_prefix(1);
    settings.site.menu.push_back({*name_text, std::string(site_path)});
  }
}

void read_views(ValueReader& read, std::string_view key, const Value& value,
                SiteSettings& settings) {
  const auto refuse = [&](const Value& wrong) {
    read.error(wrong, "write \"" + std::string(key) +
                          "\" as a list of {\"name\": …, \"query\": …}; it is " + describe(wrong) +
                          " here");
  };
  if (value.kind != ValueKind::kList) return refuse(value);
  std::set<std::string> slugs;
  for (const Value& item : value.items) {
    const Value* name = find_member(item, "name");
    const Value* query = find_member(item, "query");
    const Value* description = find_member(item, "description");
    if (name == nullptr || query == nullptr) {
      refuse(item);
      continue;
    }
    SavedView view;
    view.name = read.text("views.name", *name).value_or("");
    view.query = read.text("views.query", *query).value_or("");
    if (description != nullptr) {
      view.description = read.text("views.description", *description).value_or("");
    }
    if (!slugs.insert(tag_slug(view.name)).second) {
      read.error(*name, "give each view a name of its own; another has this one's address");
    } else if (!view.name.empty()) {
      settings.site.views.push_back(std::move(view));
    }
  }
}

void read_copyright(ValueReader& read, std::string_view key, const Value& value,
                    SiteSettings& settings) {
  set_text(read, key, value, settings.site.copyright);
}

void read_words(ValueReader& read, std::string_view key, const Value& value,
                SiteSettings& settings) {
  if (value.kind != ValueKind::kMapping) {
    read.error(value, "write \"" + std::string(key) + "\" as an object of texts");
    return;
  }
  for (const Member& member : value.members) {
    if (const auto text = read.text(member.key, member.value)) {
      settings.site.words.set(member.key, *text);
    }
  }
}

void read_smart_punctuation(ValueReader& read, std::string_view key, const Value& value,
                            SiteSettings& settings) {
  settings.site.has_smart_punctuation = read.boolean(key, value).value_or(false);
}

void read_raw_html(ValueReader& read, std::string_view key, const Value& value,
                   SiteSettings& settings) {
  const auto text = read.text(key, value);
  if (!text) return;
  if (*text != "trusted" && *text != "omit") {
    read.error(value, "write \"" + std::string(key) + "\" as \"omit\" or as \"trusted\"");
  }
  settings.site.has_trusted_html = *text == "trusted";
}

void read_social_images(ValueReader& read, std::string_view key, const Value& value,
                        SiteSettings& settings) {
  settings.site.has_social_images = read.boolean(key, value).value_or(true);
}

void read_offline(ValueReader& read, std::string_view key, const Value& value,
                  SiteSettings& settings) {
  settings.site.is_kept_offline = read.boolean(key, value).value_or(true);
}

struct Setting {
  std::string_view key;
  SettingReader read;
};

constexpr Setting kSettings[] = {
    {"title", read_title},
    {"description", read_description},
    {"url", read_url},
    {"language", read_language},
    {"timezone", read_timezone},
    {"authors", read_authors},
    {"author", read_authors},
    {"permalink", read_permalink},
    {"paginate", read_paginate},
    {"posts_per_page", read_paginate},
    {"menu", read_menu},
    {"views", read_views},
    {"copyright", read_copyright},
    {"words", read_words},
    {"smartPunctuation", read_smart_punctuation},
    {"rawHtml", read_raw_html},
    {"socialImages", read_social_images},
    {"offline", read_offline},
};

void warn_of_slip(ValueReader& read, const Member& member) {
  std::array<std::string_view, std::size(kSettings)> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kSettings[i].key;
  const std::string_view meant = nearest_word(member.key, names);
  if (meant.empty()) return;
  read.warning(member.place, "write \"" + std::string(meant) + "\" if that is what \"" +
                                 member.key + "\" means; it has no effect");
}

}  // namespace

ReadSettings read_site_settings(std::string_view text) {
  ReadSettings out;
  if (auto problem = check_source_text(text)) {
    out.problems.push_back(std::move(*problem));
    return out;
  }
  const std::string normal = normalise_source_text(text);
  ParsedValue parsed = parse_json(normal, 1);
  out.problems = std::move(parsed.problems);
  if (!parsed.value) return out;

  ValueReader read(out.problems);
  if (parsed.value->kind != ValueKind::kMapping) {
    read.error(*parsed.value,
               "write the settings as {\"title\": \"…\"}, not as " + describe(*parsed.value));
    return out;
  }
  for (const Member& member : parsed.value->members) {
    bool is_known = false;
    for (const Setting& setting : kSettings) {
      if (member.key != setting.key) continue;
      is_known = true;
      if (member.value.kind != ValueKind::kNull) {
        setting.read(read, setting.key, member.value, out.settings);
      }
    }
    if (!is_known) warn_of_slip(read, member);
  }
  return out;
}

}  // namespace daybook
