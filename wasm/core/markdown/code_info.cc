#include "core/markdown/code_info.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"

namespace daybook {
namespace {

// A line for each language, its name behind a space: small, and searched once for a block.
constexpr std::string_view kLanguageNames = R"(
asm Assembly
bash Shell
c C
c++ C++
c# C#
cjs JavaScript
clojure Clojure
cmake CMake
console Console
cpp C++
cs C#
csharp C#
css CSS
dart Dart
diff Diff
docker Dockerfile
dockerfile Dockerfile
elixir Elixir
erlang Erlang
fish Shell
go Go
golang Go
graphql GraphQL
haskell Haskell
html HTML
http HTTP
ini INI
java Java
javascript JavaScript
js JavaScript
json JSON
jsonc JSON
jsx JSX
julia Julia
kotlin Kotlin
kt Kotlin
latex LaTeX
less Less
liquid Liquid
lua Lua
makefile Makefile
markdown Markdown
md Markdown
mermaid Mermaid
mjs JavaScript
nginx nginx
nix Nix
ocaml OCaml
patch Diff
perl Perl
php PHP
plain Text
plaintext Text
plpgsql SQL
powershell PowerShell
ps1 PowerShell
psql SQL
py Python
python Python
r R
rb Ruby
rs Rust
ruby Ruby
rust Rust
scala Scala
scss SCSS
sh Shell
shell Shell
sql SQL
svg SVG
swift Swift
text Text
tex TeX
toml TOML
ts TypeScript
tsx TSX
txt Text
typescript TypeScript
vim Vim
wasm WebAssembly
xml XML
yaml YAML
yml YAML
zig Zig
zsh Shell
)";

constexpr std::string_view kPlainLanguages = " console log none output plain plaintext text txt ";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

// Only characters that are fit for a class.
std::string class_name(std::string_view written) {
  std::string out;
  for (const char c : to_ascii_lower(written)) {
    const bool is_word = (c >= 'a' && c <= 'z') || is_digit(c);
    if (is_word || static_cast<unsigned char>(c) >= 0x80 || is_one_of(c, "+-#_.")) out += c;
  }
  return out;
}

std::string name_of(const std::string& language, std::string_view written) {
  const std::size_t line = kLanguageNames.find('\n' + language + ' ');
  if (line == std::string_view::npos) return std::string(written);
  const std::string_view name = kLanguageNames.substr(line + language.size() + 2);
  return std::string(name.substr(0, name.find('\n')));
}

class InfoReader {
 public:
  explicit InfoReader(std::string_view info) : rest_(trim(info)) {}

  CodeInfo read() {
    language();
    while (!rest_.empty()) attribute();
    return std::move(info_);
  }

 private:
  // The text up to the first of `ends`, which stays.
  std::string_view take_until(std::string_view ends) {
    const std::string_view taken = rest_.substr(0, rest_.find_first_of(ends));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  // The first word, unless it is an attribute already: `title="a"`.
  void language() {
    const std::string_view word = rest_.substr(0, rest_.find_first_of(" \t,{"));
    if (word.find('=') != std::string_view::npos) return;
    rest_.remove_prefix(word.size());
    info_.language = class_name(word);
    if (!info_.language.empty()) info_.language_name = name_of(info_.language, word);
  }

  void attribute() {
    const char c = rest_.front();
    if (is_one_of(c, " \t,{}=")) {
      rest_.remove_prefix(1);
      const bool lists_lines = c == '{' && !rest_.empty() && is_digit(rest_.front());
      if (lists_lines) marks();
      return;
    }
    const std::string key = to_ascii_lower(take_until(" \t,{}="));
    const bool has_value = !rest_.empty() && rest_.front() == '=';
    if (has_value) rest_.remove_prefix(1);
    if (key == "hl_lines") {
      if (has_value) marks();
      return;
    }
    const std::string_view value = has_value ? take_value() : std::string_view();
    const bool numbers = key == "linenos" || key == "showlinenumbers";
    const bool has_number = !value.empty() && is_digit(value.front());
    if (numbers) info_.is_numbered = value != "false";
    if (has_number && (numbers || key == "linenostart")) {
      info_.first_line = number_in(value);
    } else if (key == "title" || key == "filename" || key == "name") {
      info_.title = collapse_space(value);
    }
  }

  std::string_view take_value() {
    if (rest_.empty() || !is_one_of(rest_.front(), "\"'")) return take_until(" \t,}");
    const char quote = rest_.front();
    rest_.remove_prefix(1);
    const std::string_view value = take_until({&quote, 1});
    if (!rest_.empty()) rest_.remove_prefix(1);
    return value;
  }

  // Numbers and ranges, however they are parted, up to what can be none.
  void marks() {
    while (!rest_.empty() && (is_digit(rest_.front()) || is_one_of(rest_.front(), "-, \t[\"'"))) {
      if (!is_digit(rest_.front())) {
        rest_.remove_prefix(1);
        continue;
      }
      LineRange range;
      range.first = range.last = take_number();
      if (rest_.size() > 1 && rest_[0] == '-' && is_digit(rest_[1])) {
        rest_.remove_prefix(1);
        range.last = take_number();
      }
      if (info_.marked.size() < kMaxMarkedRanges) info_.marked.push_back(range);
    }
  }

  int take_number() {
    const std::string_view digits = rest_.substr(0, rest_.find_first_not_of("0123456789"));
    rest_.remove_prefix(digits.size());
    return number_in(digits);
  }

  // The number at the start of `text`.
  static int number_in(std::string_view text) {
    int number = 0;
    for (std::size_t i = 0; i < text.size() && is_digit(text[i]); ++i) {
      number = std::min(number * 10 + (text[i] - '0'), kMaxLineNumber);
    }
    return number;
  }

  std::string_view rest_;
  CodeInfo info_;
};

}  // namespace

CodeInfo parse_code_info(std::string_view info) { return InfoReader(info).read(); }

bool can_be_highlighted(const CodeInfo& info) {
  if (info.language.empty()) return false;
  return kPlainLanguages.find(' ' + info.language + ' ') == std::string_view::npos;
}

}  // namespace daybook
