#include "native/words_file.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>
#include <utility>

#include "core/base/text.h"

namespace daybook {

Result<bool> add_words(const std::filesystem::path& engine, Site& site) {
  const std::string language = to_ascii_lower(site.language);
  const std::string primary = language.substr(0, language.find('-'));
  if (primary == "en") return true;
  const Words own = std::exchange(site.words, {});
  bool is_known = !own.pairs().empty();
  for (const std::string& name : {primary, language}) {
    const std::filesystem::path file = engine / "words" / (name + ".json");
    std::error_code error;
    if (!std::filesystem::exists(file, error)) continue;
    std::ifstream stream(file);
    const auto words = nlohmann::json::parse(stream, nullptr, false);
    if (!words.is_object()) {
      return Error{"this is no object of texts; run scripts/engine again", file.string()};
    }
    for (const auto& [key, text] : words.items()) {
      if (text.is_string()) site.words.set(key, text.get<std::string>());
    }
    is_known = true;
    if (name == language) break;
  }
  for (const auto& [key, text] : own.pairs()) site.words.set(key, text);
  return is_known;
}

}  // namespace daybook
