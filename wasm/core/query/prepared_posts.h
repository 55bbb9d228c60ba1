// The posts of a blog, ready to be filtered: their words as numbers, looked up once when a manifest
// page arrives and compared with every key that is typed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/blog/blog.h"
#include "core/query/word_table.h"

namespace daybook {

// Kinds of names, each a group of its own in the table of names.
enum class NameKind : std::uint16_t { kTag, kSeries, kAuthor, kLanguage };

inline constexpr std::int32_t kUndated = INT32_MIN;

// Marks the parts of words (tokens.h) in a row of words.
inline constexpr WordId kPartBit = WordId{1} << 31;

// One post. Its words lie in a row, kNoWord between those that do not stand side by side.
struct PreparedPost {
  const Post* post = nullptr;
  std::span<const WordId> title;
  std::span<const WordId> labels;  // tags, series, authors
  std::span<const WordId> rest;    // description and date
  std::span<const WordId> names;   // tags, each once, then series, authors, language
  std::int32_t day = kUndated;     // since 1970-01-01
  std::int16_t year = 0;           // 0 where it is undated
};

class PreparedPosts {
 public:
  // Takes in what has come to the blog since the last time. It must be the same blog, with the
  // same head, for as long as this lives.
  void update(const Blog& blog);
  bool is_current(const Blog& blog) const;

  std::size_t size() const { return size_; }

  // Calls visit(PreparedPost) for each, in the blog's order.
  template <class Visit>
  void for_each(Visit visit) const {
    for (const Chapter& chapter : chapters_) {
      for (std::size_t i = 0; i < chapter.records.size(); ++i) visit(prepared(chapter, i));
    }
  }

  // The words of all posts, each in the group of its post's language.
  const WordTable& words() const { return words_; }
  const std::vector<std::string>& languages() const { return languages_; }  // by group
  std::string_view language_of(const Post& post) const {
    return post.language.empty() ? site_language_ : post.language;
  }
  std::uint16_t group_of(std::string_view language) const;

  // Tags, series and authors by the slugs of their pages, languages in lower case.
  const WordTable& names() const { return names_; }

  // A tag's name as the first post that has it writes it.
  std::string_view tag_name(WordId tag) const { return tag_names_[tag].name; }

 private:
  struct Record {
    std::uint32_t words = 0;  // where its words begin
    std::uint32_t title_end = 0;
    std::uint32_t labels_end = 0;
    std::uint32_t names = 0;
    std::int32_t day = kUndated;
    std::int16_t year = 0;
  };
  // The posts of one manifest page.
  struct Chapter {
    bool is_there = false;
    std::span<const Post> posts;
    std::vector<Record> records;
    std::vector<WordId> words;
    std::vector<WordId> names;
  };
  struct TagName {
    std::size_t chapter = 0;
    std::string_view name;
  };

  static PreparedPost prepared(const Chapter& chapter, std::size_t index);
  void prepare(const Site& site, Chapter& chapter, const Post& post);
  void add_text(Chapter& chapter, std::string_view text, std::uint16_t language);
  void add_name(Chapter& chapter, std::size_t first, NameKind kind, const std::string& name);
  std::uint16_t language_number(std::string_view language);

  std::vector<Chapter> chapters_;
  WordTable words_;
  WordTable names_;
  std::vector<TagName> tag_names_;  // by id; those of other names are empty
  std::vector<std::string> languages_;
  std::string site_language_;
  std::size_t size_ = 0;
};

// A name as names compare: `Open Source` is open-source.
std::string name_key(std::string_view name);

}  // namespace daybook
