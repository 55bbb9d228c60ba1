#include "core/query/prepared_posts.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/blog/route.h"
#include "core/query/stem.h"
#include "core/query/tokens.h"

namespace daybook {
namespace {

// Words in more languages than this count as words of the first.
constexpr std::size_t kMaxLanguages = 200;

}  // namespace

std::string name_key(std::string_view name) { return fold(tag_slug(name)); }

void PreparedPosts::update(const Blog& blog) {
  site_language_ = blog.site().language;
  chapters_.resize(blog.page_count());
  for (std::size_t i = 0; i < chapters_.size(); ++i) {
    Chapter& chapter = chapters_[i];
    const auto posts = blog.page_posts(i);
    if (chapter.is_there || !posts) continue;
    chapter.is_there = true;
    chapter.posts = *posts;
    chapter.records.reserve(posts->size());
    for (const Post& post : *posts) prepare(blog.site(), chapter, post);
    chapter.words.shrink_to_fit();
    chapter.names.shrink_to_fit();
    size_ += posts->size();
  }
}

bool PreparedPosts::is_current(const Blog& blog) const {
  if (chapters_.size() != blog.page_count()) return false;
  for (std::size_t i = 0; i < chapters_.size(); ++i) {
    if (chapters_[i].is_there != blog.page_posts(i).has_value()) return false;
  }
  return true;
}

std::uint16_t PreparedPosts::group_of(std::string_view language) const {
  const auto known = std::find(languages_.begin(), languages_.end(), language);
  const auto number = static_cast<std::size_t>(known - languages_.begin());
  return static_cast<std::uint16_t>(number < kMaxLanguages ? number : 0);
}

PreparedPost PreparedPosts::prepared(const Chapter& chapter, std::size_t index) {
  const Record& record = chapter.records[index];
  const bool is_last = index + 1 == chapter.records.size();
  const Record end{static_cast<std::uint32_t>(chapter.words.size()), 0, 0,
                   static_cast<std::uint32_t>(chapter.names.size()), 0};
  const Record& next = is_last ? end : chapter.records[index + 1];
  const std::span<const WordId> words = chapter.words;
  const std::span<const WordId> names = chapter.names;
  return {&chapter.posts[index],
          words.subspan(record.words, record.title_end - record.words),
          words.subspan(record.title_end, record.labels_end - record.title_end),
          words.subspan(record.labels_end, next.words - record.labels_end),
          names.subspan(record.names, next.names - record.names),
          record.day,
          record.year};
}

void PreparedPosts::prepare(const Site& site, Chapter& chapter, const Post& post) {
  const auto position = [](const std::vector<WordId>& ids) {
    return static_cast<std::uint32_t>(ids.size());
  };
  const std::uint16_t language = language_number(language_of(post));
  Record record;
  record.words = position(chapter.words);
  record.names = position(chapter.names);
  add_text(chapter, post.title, language);

  record.title_end = position(chapter.words);
  for (const std::string& tag : post.tags) {
    add_text(chapter, tag, language);
    add_name(chapter, record.names, NameKind::kTag, tag);
  }
  if (!post.series.empty()) {
    add_text(chapter, post.series, language);
    add_name(chapter, record.names, NameKind::kSeries, post.series);
  }
  for (const Author& author : post.authors) {
    add_text(chapter, author.name, language);
    add_name(chapter, record.names, NameKind::kAuthor, author.name);
  }
  add_name(chapter, record.names, NameKind::kLanguage, std::string(language_of(post)));

  record.labels_end = position(chapter.words);
  add_text(chapter, post.description, language);
  if (post.date) {
    const Date date = local_date(*post.date);
    record.day = static_cast<std::int32_t>(days_from_date(date));
    record.year = static_cast<std::int16_t>(date.year);
    add_text(chapter, format_iso_date(date), language);
    add_text(chapter, site.words.date(date), language);
  }
  chapter.records.push_back(record);
}

void PreparedPosts::add_text(Chapter& chapter, std::string_view text, std::uint16_t language) {
  chapter.words.push_back(kNoWord);
  Tokenizer tokens(text, Parts::kAdded);
  while (const Token* token = tokens.next()) {
    WordId id = words_.find(token->word, language);
    if (id == kNoWord) {
      const std::string its_stem = stem(token->folded, languages_[language]);
      id = words_.add({token->word, token->folded, its_stem, language});
    }
    chapter.words.push_back(token->is_part ? id | kPartBit : id);
  }
}

// Two spellings of one name count once among the names of a post, which begin at `first`.
void PreparedPosts::add_name(Chapter& chapter, std::size_t first, NameKind kind,
                             const std::string& name) {
  const auto group = static_cast<std::uint16_t>(kind);
  const std::string slug = kind == NameKind::kLanguage ? to_ascii_lower(name) : tag_slug(name);
  WordId id = names_.find(slug, group);
  if (id == kNoWord) {
    const std::string folded = fold(slug);
    id = names_.add({slug, folded, folded, group});
    tag_names_.resize(names_.end());
  }
  const auto number = static_cast<std::size_t>(&chapter - chapters_.data());
  TagName& shown = tag_names_[id];
  if (kind == NameKind::kTag && (shown.name.empty() || number < shown.chapter)) {
    shown = {number, name};
  }
  const auto begin = chapter.names.begin() + static_cast<std::ptrdiff_t>(first);
  if (std::find(begin, chapter.names.end(), id) == chapter.names.end()) {
    chapter.names.push_back(id);
  }
}

std::uint16_t PreparedPosts::language_number(std::string_view language) {
  const std::uint16_t number = group_of(language);
  if (number == languages_.size()) languages_.emplace_back(language);
  return number;
}

}  // namespace daybook
