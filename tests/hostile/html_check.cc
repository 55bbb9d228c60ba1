#include "hostile/html_check.h"

#include <algorithm>
#include <set>
#include <vector>

#include "core/base/text.h"

namespace daybook {
namespace {

const std::set<std::string_view> kElements = {
    "a",       "blockquote", "br",     "code",  "dd", "del", "details", "div",     "dl",   "dt",
    "em",      "figcaption", "figure", "h1",    "h2", "h3",  "h4",      "h5",      "h6",   "hr",
    "img",     "input",      "label",  "li",    "ol", "p",   "pre",     "section", "span", "strong",
    "summary", "sup",        "table",  "tbody", "td", "th",  "thead",   "tr",      "ul",
};

const std::set<std::string_view> kTrustedElements = {
    "abbr", "audio", "b",      "bdi",  "bdo",     "caption", "cite", "col", "colgroup", "dfn",
    "i",    "ins",   "kbd",    "mark", "picture", "q",       "rp",   "rt",  "ruby",     "s",
    "samp", "small", "source", "sub",  "tfoot",   "time",    "u",    "var", "video",    "wbr",
};

const std::set<std::string_view> kVoidElements = {"br",  "hr",     "img", "input",
                                                  "col", "source", "wbr"};

// What may stand inside an element that holds no blocks, not even deep inside.
const std::set<std::string_view> kPhrasing = {
    "a", "br", "code", "del", "em", "img", "input", "label", "span", "strong", "sup",
};

const std::set<std::string_view> kHoldsPhrasingAlone = {
    "a",  "code",  "del", "em",  "h1",   "h2",     "h3",      "h4",  "h5",
    "h6", "label", "p",   "pre", "span", "strong", "summary", "sup",
};

const std::set<std::string_view> kAttributes = {
    "alt",       "aria-label", "aria-labelledby",
    "checked",   "class",      "data-kind",
    "data-line", "data-lines", "decoding",
    "disabled",  "height",     "href",
    "id",        "loading",    "open",
    "role",      "scope",      "sizes",
    "src",       "srcset",     "start",
    "tabindex",  "title",      "type",
    "value",     "width",
};

const std::set<std::string_view> kTrustedAttributes = {
    "cite",  "colspan", "controls", "datetime", "dir",     "lang", "loop",
    "muted", "poster",  "preload",  "reversed", "rowspan", "span",
};

const std::set<std::string_view> kSchemes = {"http", "https", "mailto", "tel"};

bool is_dangerous(std::string_view attribute, std::string_view url) {
  const std::size_t end = url.find_first_of(":/?#");
  if (end == std::string_view::npos || url[end] != ':') return false;
  const std::string scheme = to_ascii_lower(url.substr(0, end));
  const bool is_name = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
  if (!is_name || kSchemes.count(scheme) != 0) return false;
  if (scheme.empty() || scheme.front() < 'a') return false;
  const bool is_raster =
      attribute != "href" && scheme == "data" && url.find("svg") == std::string_view::npos;
  return !is_raster;
}

class Checker {
 public:
  explicit Checker(RawHtml raw_html) : is_trusted_(raw_html == RawHtml::kTrusted) {}

  std::string check(std::string_view html) {
    if (!is_valid_utf8(html)) return "invalid UTF-8";
    for (std::size_t i = html.find('<'); i != std::string_view::npos && fault_.empty();
         i = html.find('<', i)) {
      if (html.substr(i, 4) == "<!--") {
        const std::size_t end = html.find("-->", i);
        if (end == std::string_view::npos) return "open comment";
        i = end;
      } else {
        const std::size_t end = tag_end(html, i);
        if (end == std::string_view::npos) return "open tag";
        tag(html.substr(i + 1, end - i - 1));
        i = end;
      }
    }
    if (fault_.empty() && !open_.empty()) return "not closed: " + std::string(open_.back());
    for (const std::string_view target : targets_) {
      if (fault_.empty() && ids_.count(target) == 0) fault_ = "no target: " + std::string(target);
    }
    return fault_;
  }

 private:
  static std::size_t tag_end(std::string_view html, std::size_t begin) {
    bool is_quoted = false;
    for (std::size_t i = begin; i < html.size(); ++i) {
      if (html[i] == '"') is_quoted = !is_quoted;
      if (html[i] == '>' && !is_quoted) return i;
    }
    return std::string_view::npos;
  }

  void tag(std::string_view text) {
    if (text.substr(0, 1) == "/") {
      const std::string_view name = text.substr(1);
      if (open_.empty() || open_.back() != name) fault_ = "closed: " + std::string(name);
      if (!open_.empty()) open_.pop_back();
      return;
    }
    const std::string_view name = text.substr(0, text.find(' '));
    const bool is_known =
        kElements.count(name) != 0 || (is_trusted_ && kTrustedElements.count(name) != 0);
    if (!is_known) fault_ = "element: " + std::string(text);
    if (!is_trusted_ && name == "a" && std::find(open_.begin(), open_.end(), "a") != open_.end()) {
      fault_ = "link in a link";
    }
    if (!is_trusted_ && !open_.empty() && kHoldsPhrasingAlone.count(open_.back()) != 0 &&
        kPhrasing.count(name) == 0) {
      fault_ = std::string(name) + " in " + std::string(open_.back());
    }
    if (kVoidElements.count(name) == 0) open_.push_back(name);
    attributes(text.substr(name.size()));
  }

  void attributes(std::string_view text) {
    while (!text.empty()) {
      text.remove_prefix(1);
      const std::size_t name_end = std::min(text.find_first_of("= "), text.size());
      const std::string_view name = text.substr(0, name_end);
      text.remove_prefix(name_end);
      std::string_view value;
      if (text.substr(0, 2) == "=\"") {
        value = text.substr(2, text.find('"', 2) - 2);
        text.remove_prefix(value.size() + 3);
      }
      attribute(name, value);
    }
  }

  void attribute(std::string_view name, std::string_view value) {
    const bool is_known =
        kAttributes.count(name) != 0 || (is_trusted_ && kTrustedAttributes.count(name) != 0);
    if (!is_known) fault_ = "attribute: " + std::string(name);
    if (name == "id" && !ids_.insert(value).second) fault_ = "id twice: " + std::string(value);
    if (name == "aria-labelledby") targets_.push_back(value);
    if (name == "href" && value.substr(0, 3) == "#fn") targets_.push_back(value.substr(1));
    const bool is_url = name == "href" || name == "src" || name == "cite" || name == "poster";
    if (is_url && is_dangerous(name, value)) fault_ = "destination: " + std::string(value);
  }

  bool is_trusted_;
  std::vector<std::string_view> open_;
  std::set<std::string_view> ids_;
  std::vector<std::string_view> targets_;
  std::string fault_;
};

}  // namespace

std::string fault_in(std::string_view html, RawHtml raw_html) {
  return Checker(raw_html).check(html);
}

}  // namespace daybook
