// Dates of authors, files and time zones.
#include <optional>
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "native/author_date.h"
#include "native/facts.h"
#include "native/source_name.h"
#include "native/timezone.h"

namespace daybook {
namespace {

std::string shown(const std::optional<WrittenDate>& written) {
  if (!written) return "?";
  std::string out = format_iso_date(written->date);
  if (written->seconds_of_day) out += ' ' + std::to_string(*written->seconds_of_day);
  if (written->offset_minutes) out += ' ' + std::to_string(*written->offset_minutes);
  return out;
}

}  // namespace

TEST_CASE("a date is read in every shape that another engine allowed") {
  struct Case {
    std::string_view text;
    std::string_view expected;
  };
  constexpr Case kCases[] = {
      {"2025-11-10", "2025-11-10"},
      {"2025/11/10", "2025-11-10"},
      {"2025/11/10 01:00", "2025-11-10 3600"},
      {"2025-11-10T01:00:00+01:00", "2025-11-10 3600 60"},
      {"2023-01-29 18:30:22 2023 -0800", "2023-01-29 66622 -480"},
      {"2023-01-29 18:30:22 2022 -0800", "?"},
      {"Jul 08 2022", "2022-07-08"},
      {"July 8, 2022", "2022-07-08"},
      {"8 july 2022", "2022-07-08"},
      {"Juli 8, 2022", "?"},
      {"Jul 32 2022", "?"},
      {"8 July", "?"},
      {"10/11/2025", "?"},
      {"2025-13-01", "?"},
      {"2025-02-29", "?"},
      {"20251110", "?"},
      {"soon", "?"},
      {"", "?"},
      {" ", "?"},
  };
  for (const Case& item : kCases) {
    CAPTURE(item.text);
    CHECK(shown(parse_author_date(item.text)) == item.expected);
  }
}

TEST_CASE("a time of day is that of the site's clocks") {
  struct Case {
    std::string_view timezone;
    Date date;
    int seconds;
    std::string_view expected;
  };
  constexpr Case kCases[] = {
      {"UTC", {2025, 7, 1}, 0, "2025-07-01T00:00:00Z"},
      {"Etc/UTC", {2025, 7, 1}, 0, "2025-07-01T00:00:00Z"},
      {"Europe/Berlin", {2025, 7, 1}, 0, "2025-07-01T00:00:00+02:00"},
      {"Europe/Berlin", {2025, 1, 1}, 0, "2025-01-01T00:00:00+01:00"},
      {"America/New_York", {2025, 7, 1}, 3600, "2025-07-01T01:00:00-04:00"},
      {"America/New_York", {2031, 1, 1}, 0, "2031-01-01T00:00:00-05:00"},
      {"Asia/Kolkata", {2025, 7, 1}, 0, "2025-07-01T00:00:00+05:30"},
      // Midnight is skipped: the day begins at one.
      {"America/Sao_Paulo", {2018, 11, 4}, 0, "2018-11-04T01:00:00-02:00"},
      {"Asia/Beirut", {2022, 3, 27}, 0, "2022-03-27T01:00:00+03:00"},
      {"Europe/Berlin", {2025, 3, 30}, 9000, "2025-03-30T03:00:00+02:00"},
      // A time that comes twice: the first counts.
      {"Europe/Berlin", {2025, 10, 26}, 9000, "2025-10-26T02:30:00+02:00"},
      {"America/Havana", {2025, 11, 2}, 0, "2025-11-02T00:00:00-04:00"},
      // A whole day is skipped.
      {"Pacific/Apia", {2011, 12, 30}, 0, "2011-12-31T00:00:00+14:00"},
      // An offset with seconds, of which the date must not suffer.
      {"Europe/Amsterdam", {1850, 5, 6}, 0, "1850-05-06T00:00:00+00:19"},
      {"America/New_York", {1850, 5, 6}, 0, "1850-05-06T00:00:00-04:57"},
  };
  for (const Case& item : kCases) {
    CAPTURE(item.timezone, format_iso_date(item.date), item.seconds);
    CHECK(is_timezone(item.timezone));
    CHECK(format_rfc3339(timestamp_in(item.timezone, item.date, item.seconds)) == item.expected);
  }
  for (const std::string_view name : {"Europe/Atlantis", "", "../../etc/passwd", "berlin"}) {
    CAPTURE(name);
    CHECK(!is_timezone(name));
  }
}

TEST_CASE("the name of a file says its section, date and slug") {
  struct Case {
    std::string_view file;
    std::string_view section;  // `?` for none
    std::string_view date;
    std::string_view slug;
    std::string_view title;
    std::string_view kind;  // of page, draft, bundle
  };
  constexpr Case kCases[] = {
      {"posts/a.md", "?", "?", "a", "A", ""},
      {"posts/2025-11-10-a-b.md", "?", "2025-11-10", "a-b", "A b", ""},
      {"posts/2025-11-10_a_b.markdown", "?", "2025-11-10", "a_b", "A b", ""},
      {"posts/2025-11-10 A b.MD", "?", "2025-11-10", "A b", "A b", ""},
      {"posts/2025-11-10.md", "?", "2025-11-10", "2025-11-10", "2025 11 10", ""},
      {"posts/2025-11-10-.md", "?", "2025-11-10", "2025-11-10-", "2025 11 10", ""},
      {"posts/2025-13-10-a.md", "?", "?", "2025-13-10-a", "2025 13 10 a", ""},
      {"posts/2025-11-100-a.md", "?", "?", "2025-11-100-a", "2025 11 100 a", ""},
      {"posts/2025-11-10-a/index.md", "?", "2025-11-10", "a", "A", "bundle"},
      {"posts/s/t/a/Index.mdx", "s/t", "?", "a", "A", "bundle"},
      {"posts/index.md", "?", "?", "index", "Index", ""},
      {"posts/README.md", "?", "?", "README", "README", ""},
      {"posts/s/a.md", "s", "?", "a", "A", ""},
      {"posts/Rust-1.88.0.md", "?", "?", "Rust-1.88.0", "Rust 1.88.0", ""},
      {"_posts/2025-11-10-a.md", "?", "2025-11-10", "a", "A", ""},
      {"_posts/s/2025-11-10-a.md", "s", "2025-11-10", "a", "A", ""},
      {"docs/_posts/2025-11-10-a.md", "docs", "2025-11-10", "a", "A", ""},
      {"_drafts/a.md", "?", "?", "a", "A", "draft"},
      {"pages/about.md", "?", "?", "about", "About", "page"},
      {"pages/about/index.md", "?", "?", "about", "About", "page bundle"},
      {"inside-rust/a.md", "inside-rust", "?", "a", "A", ""},
      {"über.md", "?", "?", "über", "über", ""},
      {"a.md", "?", "?", "a", "A", ""},
      {"index.md", "?", "?", "index", "Index", ""},
  };
  for (const Case& item : kCases) {
    CAPTURE(item.file);
    const SourceName name = read_source_name(item.file);
    std::string kind = name.is_page ? "page" : "";
    if (name.is_draft) kind += kind.empty() ? "draft" : " draft";
    if (name.is_bundle) kind += kind.empty() ? "bundle" : " bundle";
    CHECK((name.section.empty() ? "?" : name.section) == item.section);
    CHECK((name.date ? format_iso_date(*name.date) : "?") == item.date);
    CHECK(name.slug == item.slug);
    CHECK(name.title == item.title);
    CHECK(kind == item.kind);
  }
}

TEST_CASE("a date without an offset is local to the site's time zone") {
  struct Case {
    std::string_view file;
    std::string_view text;
    std::string_view expected;
  };
  constexpr Case kCases[] = {
      {"posts/a.md", "---\ndate: 2025-07-01\n---\n", "2025-07-01T00:00:00+02:00"},
      {"posts/a.md", "---\ndate: 2025-07-01 12:00\n---\n", "2025-07-01T12:00:00+02:00"},
      {"posts/a.md", "---\ndate: 2025-07-01 12:00 UTC\n---\n", "2025-07-01T12:00:00Z"},
      {"posts/a.md", "+++\ndate = 2025-01-01\n+++\n", "2025-01-01T00:00:00+01:00"},
      {"posts/a.md", "+++\ndate = 2025-01-01T12:00:00\n+++\n", "2025-01-01T12:00:00+01:00"},
      {"posts/2025-07-01-a.md", "", "2025-07-01T00:00:00+02:00"},
      {"posts/2025-07-01-a/index.md", "text", "2025-07-01T00:00:00+02:00"},
      {"posts/2025-07-01-a.md", "---\ndate: 2025-01-01\n---\n", "2025-01-01T00:00:00+01:00"},
      {"posts/2025-07-01-a.md", "---\npath: 2020/01/01/a\n---\n", "2025-07-01T00:00:00+02:00"},
      {"posts/a.md", "+++\npath = '2025/07/01/a'\n+++\n", "2025-07-01T00:00:00+02:00"},
  };
  for (const Case& item : kCases) {
    CAPTURE(item.file, item.text);
    const ReadSource read = read_source(item.file, item.text, "Europe/Berlin");
    CHECK(texts(read.problems).empty());
    CHECK(fact(read.source, "date") == item.expected);
  }
}

TEST_CASE("only a post is missed a date") {
  constexpr std::string_view kWarning =
      ": warning: give this post a date, as `date` in its front matter or in front of its file's "
      "name\n";
  CHECK(texts(read_source("posts/a.md", "", "UTC").problems) ==
        "posts/a.md" + std::string(kWarning));
  CHECK(texts(read_source("pages/a.md", "", "UTC").problems).empty());
  CHECK(texts(read_source("_drafts/a.md", "", "UTC").problems).empty());
  CHECK(texts(read_source("posts/a.md", "---\ndraft: true\n---\n", "UTC").problems).empty());
}

TEST_CASE("a file in _drafts stays a draft whatever it says itself") {
  const ReadSource read = read_source("_drafts/a.md", "---\npublished: true\n---\n", "UTC");
  CHECK(fact(read.source, "draft") == "true");
}

}  // namespace daybook
