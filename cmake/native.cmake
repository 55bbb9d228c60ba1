# The `daybook` command and its tests, with Debian's libraries.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(CLI11 REQUIRED)
find_package(date REQUIRED)
find_package(ZLIB REQUIRED)
pkg_check_modules(httplib REQUIRED IMPORTED_TARGET cpp-httplib)
pkg_check_modules(fontconfig REQUIRED IMPORTED_TARGET fontconfig)
pkg_check_modules(pangocairo REQUIRED IMPORTED_TARGET pangocairo)

add_library(daybook_native STATIC ${native_sources})
target_link_libraries(daybook_native
  PUBLIC daybook_core
  PRIVATE daybook_warnings nlohmann_json yaml-cpp tomlplusplus::tomlplusplus date::date-tz
    PkgConfig::fontconfig PkgConfig::httplib PkgConfig::pangocairo Threads::Threads ZLIB::ZLIB
    ${CMAKE_DL_LIBS})

add_executable(daybook wasm/native/main.cc)
target_link_libraries(daybook PRIVATE daybook_native daybook_warnings CLI11::CLI11)

add_executable(native_tests ${native_test_sources}
  "${PROJECT_BINARY_DIR}/generated/spec/kGfmSpec.cc"
  "${PROJECT_BINARY_DIR}/generated/spec/kGfmExtensions.cc"
  "${PROJECT_BINARY_DIR}/generated/spec/kGfmRegressions.cc")
target_include_directories(native_tests PRIVATE tests)
target_compile_definitions(native_tests PRIVATE DAYBOOK_SOURCE_FOLDER="${PROJECT_SOURCE_DIR}")
target_link_libraries(native_tests PRIVATE daybook_native daybook_warnings cmark_gfm nlohmann_json catch2
  PkgConfig::pangocairo)
