#include "core/markdown/trusted_html.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

extern "C" {
#include <houdini.h>
}

#include "core/base/text.h"
#include "core/markdown/url_policy.h"

namespace daybook {
namespace {

// Each name stands between spaces.
constexpr std::string_view kElements =
    " a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div "
    "dl dt em figcaption figure hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp "
    "small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var video "
    "wbr ";

constexpr std::string_view kEmptyElements = " br col hr img source wbr ";

// What stands inside them is no text of the article.
constexpr std::string_view kSkippedElements =
    " iframe math noembed noframes noscript object script select style svg template textarea title "
    "xmp ";

// Of any element.
constexpr std::string_view kAttributes = " class dir id lang title ";

constexpr std::string_view kOwnAttributes =
    " a.href audio.controls audio.loop audio.muted audio.preload audio.src blockquote.cite "
    "col.span "
    "colgroup.span del.datetime details.open img.alt img.height img.src img.width ins.datetime "
    "li.value ol.reversed ol.start ol.type q.cite source.src source.type td.colspan td.rowspan "
    "th.colspan th.rowspan th.scope time.datetime video.controls video.height video.loop "
    "video.muted video.poster video.preload video.src video.width ";

constexpr std::string_view kDestinations = " cite href poster src ";

// No honest page has more of them open, or more attributes in a tag.
constexpr std::size_t kMaxOpen = 64;
constexpr std::size_t kMaxAttributes = 32;

bool is_listed(std::string_view list, std::string_view name) {
  return !name.empty() && name.find(' ') == std::string_view::npos &&
         list.find(' ' + std::string(name) + ' ') != std::string_view::npos;
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// What comes behind the next `end`.
std::string_view skip_past(std::string_view html, std::string_view end) {
  const std::size_t found = html.find(end);
  return found == std::string_view::npos ? std::string_view() : html.substr(found + end.size());
}

// What begins with the next closing tag of this name.
std::string_view skip_to_end(std::string_view html, std::string_view name) {
  for (std::size_t at = html.find("</"); at != std::string_view::npos;
       at = html.find("</", at + 1)) {
    if (to_ascii_lower(html.substr(at + 2, name.size())) == name) return html.substr(at);
  }
  return {};
}

std::string unescape(std::string_view text) {
  cmark_strbuf buffer = CMARK_BUF_INIT(cmark_get_default_mem_allocator());
  houdini_unescape_html_f(&buffer, reinterpret_cast<const unsigned char*>(text.data()),
                          static_cast<bufsize_t>(text.size()));
  std::string plain(reinterpret_cast<const char*>(buffer.ptr),
                    static_cast<std::size_t>(buffer.size));
  cmark_strbuf_free(&buffer);
  return plain;
}

}  // namespace

// A tag's name, in lower case, and what follows in it.
struct TrustedHtml::Tag {
  std::string name;
  std::vector<std::pair<std::string, std::string_view>> attributes;  // values as they are written
};

TrustedHtml::TrustedHtml(HtmlOutput& out, MarkdownDocument& document,
                         const MarkdownOptions& options)
    : out_(out), document_(document), options_(options) {
  for (const Heading& heading : document.headings) ids_.reserve(heading.id);
}

void TrustedHtml::write(const cmark_node* piece) {
  piece_ = piece;
  write_tags(view(piece->as.literal));
}

void TrustedHtml::write_tags(std::string_view html) {
  while (!html.empty()) {
    const std::size_t tag = std::min(html.find('<'), html.size());
    out_.raw(html.substr(0, tag));
    html = write_tag(html.substr(tag));
  }
}

// Takes one tag, or the sign `<` that begins none; returns what follows.
std::string_view TrustedHtml::write_tag(std::string_view html) {
  if (html.size() < 2) {
    out_.text(html);
    return {};
  }
  if (html.starts_with("<!--")) return skip_past(html.substr(2), "-->");
  if (html.starts_with("<![CDATA[")) return skip_past(html, "]]>");
  if (html[1] == '!' || html[1] == '?') return skip_past(html, ">");
  const bool is_closing = html[1] == '/';
  std::size_t at = is_closing ? 2 : 1;
  if (at == html.size() || !is_letter(html[at])) {
    out_.text("<");
    return html.substr(1);
  }
  const auto skip_until = [&](auto is_end) {
    const std::size_t begin = at;
    while (at < html.size() && !is_end(html[at])) ++at;
    return html.substr(begin, at - begin);
  };
  const auto ends_name = [](char c) { return is_space(c) || c == '/' || c == '>' || c == '='; };
  Tag tag;
  tag.name = to_ascii_lower(skip_until(ends_name));
  for (;;) {
    skip_until([](char c) { return !is_space(c) && c != '/' && c != '='; });
    if (at == html.size()) {
      ++document_.raw_html_omitted;
      return {};
    }
    if (html[at] == '>') break;
    std::string name = to_ascii_lower(skip_until(ends_name));
    skip_until([](char c) { return !is_space(c); });
    std::string_view value;
    if (at < html.size() && html[at] == '=') {
      ++at;
      skip_until([](char c) { return !is_space(c); });
      const char quote = at < html.size() ? html[at] : '\0';
      if (quote == '"' || quote == '\'') {
        ++at;
        value = skip_until([&](char c) { return c == quote; });
        at = std::min(at + 1, html.size());
      } else {
        value = skip_until([](char c) { return is_space(c) || c == '>'; });
      }
    }
    if (tag.attributes.size() < kMaxAttributes) tag.attributes.emplace_back(std::move(name), value);
  }
  const std::string_view rest = html.substr(at + 1);
  if (is_closing) {
    close(tag.name);
    return rest;
  }
  if (is_listed(kElements, tag.name) && open_.size() < kMaxOpen) {
    open(tag);
    return rest;
  }
  ++document_.raw_html_omitted;
  if (!is_listed(kSkippedElements, tag.name)) return rest;
  return skip_to_end(rest, tag.name);
}

void TrustedHtml::open(const Tag& tag) {
  out_.raw("<");
  out_.raw(tag.name);
  std::vector<std::string_view> seen;
  for (const auto& [name, value] : tag.attributes) {
    const bool is_first = std::find(seen.begin(), seen.end(), name) == seen.end();
    seen.push_back(name);
    if (is_first && !write_attribute(tag, name, value)) ++document_.raw_html_omitted;
  }
  out_.raw(">");
  if (is_listed(kEmptyElements, tag.name)) return;
  // Names of the list outlive the tag.
  const std::size_t place = kElements.find(' ' + tag.name + ' ') + 1;
  open_.push_back({piece_->parent, kElements.substr(place, tag.name.size())});
}

bool TrustedHtml::write_attribute(const Tag& tag, std::string_view name, std::string_view written) {
  const bool is_known =
      is_listed(kAttributes, name) || is_listed(kOwnAttributes, tag.name + '.' + std::string(name));
  if (!is_known) return false;
  std::string value = unescape(written);
  if (name == "id" && !take_id(value)) return false;
  if (is_listed(kDestinations, name)) return write_destination(tag, name, value);
  out_.raw(" ");
  out_.raw(name);
  out_.raw("=\"");
  out_.text(value);
  out_.raw("\"");
  return true;
}

// Those of footnotes come later, and must be free then.
bool TrustedHtml::take_id(const std::string& id) {
  return !id.empty() && !id.starts_with("fn") && ids_.take(id) == id;
}

bool TrustedHtml::write_destination(const Tag& tag, std::string_view name,
                                    const std::string& destination) {
  const LinkKind kind = tag.name == "img" || name == "poster" ? LinkKind::kImage : LinkKind::kLink;
  document_.links.push_back({destination, kind, piece_->start_line});
  const std::string published =
      options_.resolve ? options_.resolve(destination, kind) : destination;
  if (!may_publish(published, kind)) return false;
  out_.raw(" ");
  out_.raw(name);
  out_.raw("=\"");
  out_.url(published);
  out_.raw("\"");
  if (tag.name == "img") write_image_facts(tag, published);
  return true;
}

// What keeps the page from moving when the image comes, unless the author has said it.
void TrustedHtml::write_image_facts(const Tag& tag, std::string_view published) {
  out_.raw(" loading=\"lazy\"");
  const bool has_size =
      std::any_of(tag.attributes.begin(), tag.attributes.end(), [](const auto& attribute) {
        return attribute.first == "width" || attribute.first == "height";
      });
  const auto facts = options_.image && !has_size ? options_.image(published) : std::nullopt;
  if (!facts || facts->width == 0) return;
  out_.raw(" width=\"");
  out_.number(facts->width);
  out_.raw("\" height=\"");
  out_.number(facts->height);
  out_.raw("\"");
}

void TrustedHtml::close(std::string_view name) {
  std::size_t count = open_.size();
  while (count > 0 && open_[count - 1].parent == piece_->parent && open_[count - 1].name != name) {
    --count;
  }
  if (count == 0 || open_[count - 1].parent != piece_->parent) return;
  while (open_.size() >= count) close_last();
}

void TrustedHtml::leave(const cmark_node* block) {
  while (!open_.empty() && open_.back().parent == block) close_last();
}

void TrustedHtml::close_last() {
  out_.raw("</");
  out_.raw(open_.back().name);
  out_.raw(">");
  open_.pop_back();
}

}  // namespace daybook
