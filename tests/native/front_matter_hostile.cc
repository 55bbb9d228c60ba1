// Front matter made to break a reader: deep, large, self-referring, cut and mangled.
#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "native/facts.h"
#include "native/json_value.h"
#include "native/site_settings.h"
#include "native/value.h"

namespace daybook {
namespace {

// Most take milliseconds; a sanitizer on a busy machine may take a hundred times that.
constexpr double kMaxSeconds = 2;

std::string repeated(std::string_view text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

std::string yaml(const std::string& text) { return "---\n" + text + "\n---\n"; }
std::string toml(const std::string& text) { return "+++\n" + text + "\n+++\n"; }

// Ten to the power of `levels` values, written as aliases of aliases.
std::string alias_bomb(int levels) {
  std::string out = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < levels; ++i) {
    const std::string below = "*a" + std::to_string(i - 1);
    const std::string name = 'a' + std::to_string(i);
    out += name;
    out += ": &";
    out += name;
    out += " [" + repeated(below + ", ", 9) + below + "]\n";
  }
  return out;
}

std::string deeper_and_deeper(int levels) {
  std::string out;
  for (int i = 0; i < levels; ++i) out += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  return out;
}

std::string many_keys(int count, std::string_view separator) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    out += 'k' + std::to_string(i);
    out += separator;
    out += "1\n";
  }
  return out;
}

std::vector<std::string> hostile_texts() {
  return {
      yaml("a: " + repeated("[", 60'000)),
      yaml("a: " + repeated("{", 60'000)),
      yaml("a: " + repeated("{a: ", 15'000)),
      yaml("a:\n" + repeated("- ", 30'000)),
      yaml(repeated("? ", 30'000)),
      yaml("a: [" + repeated("? ", 30'000) + "]"),
      yaml(repeated(": ", 30'000)),
      yaml(repeated(":", 60'000)),
      yaml(repeated("-", 60'000)),
      yaml("a: " + repeated("[a]: ", 12'000)),
      yaml("a: " + repeated("&a ", 20'000)),
      yaml("a: " + repeated("!a ", 20'000)),
      yaml("a: " + repeated("!", 60'000)),
      yaml("a: " + repeated("\"", 60'000)),
      yaml("a: '" + repeated("'", 60'000)),
      yaml("a: \"" + repeated("\\", 60'000)),
      yaml(repeated("a: 1\n", 10'000)),
      yaml(repeated("'a\n", 20'000)),
      yaml(many_keys(6'000, ": ")),
      yaml("a: [" + repeated("[],", 20'000) + "]"),
      yaml(alias_bomb(30)),
      yaml("a: &a \"" + std::string(50'000, 'x') + "\"\nb: [" + repeated("*a, ", 3'000) + "]"),
      yaml("a: &a [*a]"),
      yaml("a: &a\n  b: *a"),
      yaml(deeper_and_deeper(350)),
      yaml(repeated("#\n", 30'000)),
      yaml("a: |\n" + repeated(" x\n", 20'000)),
      yaml("a: >\n" + repeated(" x\n\n", 15'000)),
      yaml("a: x\n" + repeated("  y\n", 15'000)),
      yaml(repeated("%YAML 1.1\n", 6'000)),
      yaml(repeated("\t", 60'000) + "a: b"),
      yaml("--- a\n--- b"),
      yaml(std::string(200'000, 'x')),
      toml("a = " + repeated("[", 60'000)),
      toml("a = " + repeated("{a=", 20'000)),
      toml(repeated("a.", 30'000) + "a = 1"),
      toml(repeated("a . ", 15'000) + "a = 1"),
      toml(repeated("\"a\".", 12'000) + "a = 1"),
      toml("[" + repeated("a.", 30'000) + "a]"),
      toml("a = " + repeated("{" + repeated("b.", 60) + "b=", 60) + "1" + repeated("}", 60)),
      toml(repeated("[[a]]\n", 10'000)),
      toml(many_keys(6'000, " = ")),
      toml("a = \"\"\"" + repeated("\"\"\\\n", 10'000)),
      toml("a = " + std::string(60'000, '9')),
      toml("a = 1." + std::string(60'000, '9')),
      toml("a = 1e999[\"é\"]"),
      toml("[=a]"),
      toml("[é]"),
      toml("[\u00A0]"),
      toml("é = 1"),
      toml("a = é"),
      toml("a\u2028= 1"),
      toml("auth.ors =[[} [\"TC\"]"),
      "{\"a\": " + repeated("[", 60'000),
      "{\"a\": " + repeated("[", 30'000) + repeated("]", 30'000) + "}",
      "{\"a\": " + repeated("{\"a\": ", 9'000) + "1" + repeated("}", 9'000) + "}",
      "{\"a\": " + std::string(60'000, '9') + "}",
      "{" + repeated("\"a\":1,", 9'000) + "\"a\":1}",
      "{\"" + repeated("\\", 60'000),
      "{" + repeated("}", 60'000),
      "{\n" + repeated("\n", 60'000) + "}",
  };
}

// How long reading takes, in seconds. Whatever comes out has to be whole.
double read_in_time(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  const ReadSource read = read_source("posts/2025-01-01-a.md", text, "Europe/Berlin");
  const ReadSettings settings = read_site_settings(text);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  CHECK(parse_json(read.source.params, 1).value.has_value());
  for (const Problem& problem : read.problems) {
    CHECK(problem.file == "posts/2025-01-01-a.md");
    CHECK(problem.message.size() < 2'000);
    CHECK((problem.column == 0 || problem.line > 0));
  }
  return taken.count();
}

}  // namespace

TEST_CASE("hostile front matter is read or refused in time") {
  for (const std::string& text : hostile_texts()) {
    CAPTURE(text.substr(0, 60));
    CHECK(read_in_time(text) < kMaxSeconds);
  }
}

TEST_CASE("values nest 64 deep and no deeper") {
  const auto nested = [](int depth) {
    return read_post("{\"date\": \"2025-01-01\", \"a\": " + repeated("[", depth) +
                     repeated("]", depth) + "}");
  };
  CHECK(texts(nested(63).problems).empty());
  CHECK(texts(nested(64).problems) == "posts/a.md:1:92: nest values at most 64 deep\n");
}

TEST_CASE("mangled front matter never breaks the reader") {
  constexpr std::string_view kSeeds[] = {
      "---\ntitle: &a [x, {b: c, 'd': \"e\\n\"}]\nimage: {url: a.png, alt: \"x\"}\ntaxonomies: "
      "{tags: *a}\nlast_update: {date: 2024-01-01}\ndraft: yes\nweight: 0x1f\nx: |\n  a\n  b\ny: "
      ">-\n  c\n? z\n: 1.5e3\n...\nbody",
      "+++\ntitle = '''x'''\ndate = 2024-01-01T00:00:00+01:00\nd = 2024-01-01\nt = "
      "10:00:00\nnan = nan\n[taxonomies]\ntags = [\"ä\", 1, 2.5]\n[extra]\na.b.c = {d = [1, "
      "[2]]}\n[[extra.x]]\ny = 0xff\n+++\nbody",
      "{\"title\": \"a\\u00e9\\n\", \"tags\": [1, null, true, -2.5e10], \"authors\": [{\"name\": "
      "\"x\", \"url\": \"y\"}], \"menu\": [{\"name\": \"a\", \"path\": \"/b\"}]}\nbody",
  };
  constexpr std::string_view kPieces[] = {
      "\n", ": ",           "- ",         "[",      "]",    "{",     "}",     "\"",     "'",
      "#",  "&a ",          "*a",         "?",      "|\n",  ">",     "---\n", "...\n",  "+++\n",
      "\t", "\xEF\xBB\xBF", "\r",         "\xFF",   "\x04", "=",     ".",     "'''",    "\\",
      "é",  "\u2028",       "2024-02-30", "date: ", "nan",  "1e999", ",",     "!!str ",
  };
  std::mt19937 random(20'251'110);
  const auto below = [&random](std::size_t end) { return random() % end; };
  for (int round = 0; round < 3'000; ++round) {
    std::string text(kSeeds[below(std::size(kSeeds))]);
    for (std::size_t edits = 1 + below(6); edits > 0; --edits) {
      const std::size_t at = below(text.size());
      switch (below(4)) {
        case 0: text.erase(at, 1 + below(5)); break;
        case 1: text.insert(at, kPieces[below(std::size(kPieces))]); break;
        case 2: text[at] = static_cast<char>(random()); break;
        default: text.insert(at, text.substr(at, below(20))); break;
      }
      if (text.empty()) text = "-";
    }
    CAPTURE(text);
    CHECK(read_in_time(text) < kMaxSeconds);
  }
}

}  // namespace daybook
