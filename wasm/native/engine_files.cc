#include "native/engine_files.h"

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>

namespace daybook {
namespace {

namespace fs = std::filesystem;

std::string member(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

void add_paths(const nlohmann::json& object, std::vector<std::string>& paths) {
  for (const auto& value : object) {
    if (value.is_string()) paths.push_back(value.get<std::string>());
  }
}

}  // namespace

Result<EngineFiles> read_engine(const fs::path& folder) {
  const fs::path list = folder / "engine.json";
  std::ifstream stream(list);
  const auto engine = nlohmann::json::parse(stream, nullptr, false);
  if (!engine.is_object()) {
    return Error{"no engine here; run scripts/engine, or name its folder with --engine",
                 list.string()};
  }
  EngineFiles files;
  files.assets.core = member(engine, "core");
  files.assets.search = member(engine, "search");
  files.assets.script = member(engine, "script");
  files.assets.theme = member(engine, "theme");
  files.assets.style = member(engine, "style");
  files.assets.font = member(engine, "font");
  files.assets.icon = member(engine, "icon");
  if (files.assets.core.empty() || files.assets.script.empty() || files.assets.style.empty()) {
    return Error{"the engine is incomplete; run scripts/engine again", list.string()};
  }
  files.worker = member(engine, "worker");
  files.farewell = member(engine, "farewell");
  add_paths(engine, files.all);
  std::erase(files.all, files.worker);
  std::erase(files.all, files.farewell);
  if (const auto parts = engine.find("parts"); parts != engine.end()) {
    files.assets.code = member(*parts, "code");
    files.assets.math = member(*parts, "math");
    add_paths(*parts, files.all);
  }
  return files;
}

fs::path default_engine() {
  if (const char* named = std::getenv("DAYBOOK_ENGINE")) return named;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  const fs::path installed = program.parent_path() / "share/daybook/engine";
  return fs::exists(installed, error) ? installed : program.parent_path() / "engine";
}

}  // namespace daybook
