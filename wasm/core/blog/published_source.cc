#include "core/blog/published_source.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/json_reader.h"
#include "core/base/json_writer.h"
#include "core/base/sha256.h"
#include "core/base/text.h"

namespace daybook {
namespace {

// Takes title, description and what lies below `_daybook`, and passes over everything else. A value
// is known by the keys on the way to it and by its place in the innermost array.
class DataHandler final : public JsonHandler {
 public:
  explicit DataHandler(PublishedSource& source) : source_(source), data_(source.data) {}

  bool boolean(bool) override { return value(); }
  bool number(std::int64_t number) override {
    const int size =
        static_cast<int>(std::min<std::int64_t>(std::max<std::int64_t>(number, 0), kMaxPixels));
    if (is_at("images", 4)) {
      PublishedImage& image = data_.images[path_[3]];
      if (index_ == 0) image.width = size;
      if (index_ == 1) image.height = size;
      if (index_ > 1 && !image.variants.empty()) image.variants.back().width = size;
    } else if (is_at("diagrams", 4)) {
      PublishedDiagram& diagram = data_.diagrams[path_[3]];
      (index_ == 1 ? diagram.width : diagram.height) = size;
    }
    return value();
  }
  bool string(std::string& text) override {
    if (is_at("links", 3))
      data_.links[path_[3]] = std::move(text);
    else if (is_at("images", 4))
      data_.images[path_[3]].variants.push_back({std::move(text), 0});
    else if (is_at("diagrams", 4))
      diagram_text(text);
    else if (is_at("series", 4))
      post_link(data_.series, text);
    else if (is_at("related", 4))
      post_link(data_.related, text);
    else if (depth_ == 1 && path_[1] == "title")
      source_.title = std::move(text);
    else if (depth_ == 1 && path_[1] == "description")
      source_.description = std::move(text);
    return value();
  }
  bool start_object() override { return open(); }
  bool end_object() override { return close(); }
  bool start_array() override { return open(); }
  bool end_array() override { return close(); }
  bool key(std::string& name) override {
    if (depth_ < path_.size()) path_[depth_] = std::move(name);
    return true;
  }

 private:
  static constexpr std::int64_t kMaxPixels = 100'000;

  // True inside `_daybook.<member>`, `depth` containers deep.
  bool is_at(std::string_view member, std::size_t depth) const {
    return depth_ == depth && path_[1] == "_daybook" && path_[2] == member;
  }
  void diagram_text(std::string& text) {
    PublishedDiagram& diagram = data_.diagrams[path_[3]];
    (index_ == 0 ? diagram.path : diagram.alternative) = std::move(text);
  }
  void post_link(std::vector<PostLink>& links, std::string& text) const {
    if (index_ == 0)
      links.push_back({std::move(text), ""});
    else if (index_ == 1 && !links.empty())
      links.back().title = std::move(text);
  }
  bool open() {
    ++depth_;
    index_ = 0;
    return true;
  }
  bool close() {
    --depth_;
    return value();
  }
  bool value() {
    ++index_;
    return true;
  }

  PublishedSource& source_;
  SourceData& data_;                 // its own
  std::array<std::string, 4> path_;  // by depth, the key that is open
  std::size_t depth_ = 0;
  std::size_t index_ = 0;  // of the next value in the innermost container
};

std::string_view without_line_end(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
  return line;
}

// The line that begins at `position`, which moves behind it.
std::string_view take_line(std::string_view text, std::size_t& position) {
  const std::size_t end = text.find('\n', position);
  const std::size_t begin = position;
  position = end == std::string_view::npos ? text.size() : end + 1;
  return without_line_end(text.substr(begin, position - begin));
}

// The length of the JSON object that `text` begins with; 0 where its braces do not close.
std::size_t object_length(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_string) {
      if (text[i] == '\\') ++i;
      if (i < text.size() && text[i] == '"') in_string = false;
    } else if (text[i] == '"') {
      in_string = true;
    } else if (text[i] == '{') {
      ++depth;
    } else if (text[i] == '}' && --depth == 0) {
      return i + 1;
    }
  }
  return 0;
}

void write_list(JsonWriter& out, std::string_view key, const std::vector<std::string>& values) {
  if (values.empty()) return;
  out.line().key(key).begin_array();
  for (const std::string& value : values) out.value(value);
  out.end_array();
}

void write_post_links(JsonWriter& out, std::string_view key, const std::vector<PostLink>& links) {
  if (links.empty()) return;
  out.line().key(key).begin_array();
  for (const PostLink& link : links) {
    out.begin_array().value(link.path).value(link.title).end_array();
  }
  out.end_array();
}

void write_data(JsonWriter& out, const SourceData& data) {
  const bool is_empty = data.links.empty() && data.images.empty() && data.diagrams.empty() &&
                        data.series.empty() && data.related.empty();
  if (is_empty) return;
  out.line().key("_daybook").begin_object();
  if (!data.links.empty()) {
    out.line().key("links").begin_object();
    for (const auto& [written, path] : data.links) out.member(written, path);
    out.end_object();
  }
  if (!data.images.empty()) {
    out.line().key("images").begin_object();
    for (const auto& [path, image] : data.images) {
      out.key(path).begin_array().value(image.width).value(image.height);
      for (const PublishedVariant& variant : image.variants) {
        out.value(variant.path).value(variant.width);
      }
      out.end_array();
    }
    out.end_object();
  }
  if (!data.diagrams.empty()) {
    out.line().key("diagrams").begin_object();
    for (const auto& [key, diagram] : data.diagrams) {
      out.key(key).begin_array().value(diagram.path).value(diagram.width).value(diagram.height);
      out.value(diagram.alternative).end_array();
    }
    out.end_object();
  }
  write_post_links(out, "series", data.series);
  write_post_links(out, "related", data.related);
  out.end_object();
}

}  // namespace

std::string diagram_key(std::string_view fence) { return hex(sha256(fence)).substr(0, 16); }

std::string write_published_source(const Post& post, std::string_view params_json,
                                   const SourceData& data, std::string_view body) {
  JsonWriter out;
  out.begin_object().line().member("title", post.title);
  if (post.date) out.line().member("date", format_rfc3339(*post.date));
  if (post.updated) out.line().member("updated", format_rfc3339(*post.updated));
  if (!post.description.empty()) out.line().member("description", post.description);
  write_list(out, "tags", post.tags);
  if (!params_json.empty() && params_json != "{}") out.line().key("params").raw(params_json);
  write_data(out, data);
  out.line().end_object();
  std::string text = "---\n" + out.take() + "\n---\n\n";
  text += body;
  return text;
}

PublishedSource read_published_source(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());

  PublishedSource source;
  source.body = text;
  if (text.starts_with('{')) {
    source.body.remove_prefix(object_length(text));
    return source;
  }
  std::size_t position = 0;
  const std::string_view fence = take_line(text, position);
  if (fence != "---" && fence != "+++") return source;
  const std::size_t begin = position;
  while (position < text.size()) {
    const std::size_t line_begin = position;
    const std::string_view line = take_line(text, position);
    if (line != fence && !(fence == "---" && line == "...")) continue;
    source.body = text.substr(position);
    const std::string_view front_matter = text.substr(begin, line_begin - begin);
    if (front_matter.starts_with('{')) {
      DataHandler handler(source);
      if (read_json(front_matter, handler).end != JsonEnd::kComplete) {
        source = {.body = source.body};
      }
    }
    return source;
  }
  return source;
}

}  // namespace daybook
