# The three libraries that are built from source, natively and for WebAssembly alike: fetched as the table pins them,
# compiled by targets of our own, their headers system headers, their warnings theirs.
include(FetchContent)

if(DEFINED ENV{DAYBOOK_DOWNLOADS})
  set(daybook_downloads "$ENV{DAYBOOK_DOWNLOADS}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
  set(daybook_downloads "$ENV{XDG_CACHE_HOME}/daybook/downloads")
else()
  set(daybook_downloads "$ENV{HOME}/.cache/daybook/downloads")
endif()

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/dependencies.txt")
file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/dependencies.txt" daybook_dependencies REGEX "^[^#]")
foreach(line IN LISTS daybook_dependencies)
  separate_arguments(field UNIX_COMMAND "${line}")
  list(GET field 0 name)
  list(GET field 1 version)
  list(GET field 2 sha256)
  list(GET field 3 url)
  set(${name}_VERSION ${version})
  FetchContent_Declare(${name} URL "${url}" URL_HASH SHA256=${sha256}
    DOWNLOAD_DIR "${daybook_downloads}" DOWNLOAD_NAME "${name}-${version}.tar.gz"
    SOURCE_SUBDIR unused) # None of their CMakeLists.txt: no such folder, nothing added.
  FetchContent_MakeAvailable(${name})
endforeach()

# GitHub's cmark.
set(cmark_gfm_source "${cmark-gfm_SOURCE_DIR}")
set(cmark_gfm_generated "${PROJECT_BINARY_DIR}/generated/cmark-gfm")
block()
  string(REGEX MATCH "^([0-9]+)\\.([0-9]+)\\.([0-9]+)\\.gfm\\.([0-9]+)$" _ "${cmark-gfm_VERSION}")
  set(PROJECT_VERSION_MAJOR ${CMAKE_MATCH_1})
  set(PROJECT_VERSION_MINOR ${CMAKE_MATCH_2})
  set(PROJECT_VERSION_PATCH ${CMAKE_MATCH_3})
  set(PROJECT_VERSION_GFM ${CMAKE_MATCH_4})
  set(HAVE_STDBOOL_H 1)
  set(HAVE___BUILTIN_EXPECT 1)
  set(HAVE___ATTRIBUTE__ 1)
  configure_file("${cmark_gfm_source}/src/config.h.in" "${cmark_gfm_generated}/config.h")
  configure_file("${cmark_gfm_source}/src/cmark-gfm_version.h.in" "${cmark_gfm_generated}/cmark-gfm_version.h")
endblock()
file(CONFIGURE OUTPUT "${cmark_gfm_generated}/cmark-gfm_export.h" CONTENT
"#pragma once
#define CMARK_GFM_EXPORT
#define CMARK_GFM_EXTENSIONS_EXPORT
")

# Two of its tables as rows, of which wasm/core/cmark makes smaller ones: the case folding that it has as a switch, and
# the names of character references, in the order of what they stand for.
file(READ "${cmark_gfm_source}/src/case_fold_switch.inc" case_folds)
string(REGEX REPLACE "[ \n]+" " " case_folds "${case_folds}")
string(REGEX REPLACE "^.*switch \\(c\\) {| default:.*$" "" case_folds "${case_folds}")
string(REGEX REPLACE "case (0x[0-9A-F]+): ((bufpush\\(0x[0-9A-F]+\\); )+)break;" "{\\1, {\\2}},\n" case_folds
  "${case_folds}")
string(REGEX REPLACE "bufpush\\((0x[0-9A-F]+)\\); " "\\1, " case_folds "${case_folds}")
file(CONFIGURE OUTPUT "${cmark_gfm_generated}/case_folding.inc" CONTENT "${case_folds}" @ONLY)

file(STRINGS "${cmark_gfm_source}/src/entities.inc" references REGEX "unsigned char\\*\\)")
list(TRANSFORM references REPLACE "^.*(\"[^\"]+\"), ({[^}]*}).*$" "\\2 \\1")
list(SORT references COMPARE NATURAL)
list(TRANSFORM references REPLACE "^(.*) (\".*\")$" "{\\2, \\1},\n")
list(JOIN references "" references)
file(CONFIGURE OUTPUT "${cmark_gfm_generated}/character_references.inc" CONTENT "${references}" @ONLY)

# It reads CommonMark 0.29, and one document at a time: the patches bring it to 0.31.2 and to many threads, bound its
# nesting, and mend what the tests found. They make copies, so that the unpacked archive stays what its hash says.
find_program(DAYBOOK_PATCH patch REQUIRED)
add_library(cmark_gfm STATIC)
foreach(file IN ITEMS src/arena src/blocks src/buffer src/cmark src/cmark_ctype src/footnotes src/inlines src/iterator
    src/linked_list src/map src/node src/plugin src/references src/registry src/syntax_extension src/utf8
    extensions/autolink extensions/core-extensions extensions/strikethrough extensions/table extensions/tagfilter)
  set(source "${cmark_gfm_source}/${file}.c")
  get_filename_component(name ${file} NAME)
  set(patch "${CMAKE_CURRENT_LIST_DIR}/patches/cmark-gfm/${name}.patch")
  if(EXISTS "${patch}")
    set(patched "${cmark_gfm_generated}/${name}.c")
    if("${patch}" IS_NEWER_THAN "${patched}")
      execute_process(COMMAND "${DAYBOOK_PATCH}" -s -i "${patch}" -o "${patched}" "${source}"
        COMMAND_ERROR_IS_FATAL ANY)
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${patch}")
    set(source "${patched}")
  endif()
  target_sources(cmark_gfm PRIVATE "${source}")
endforeach()
target_include_directories(cmark_gfm SYSTEM PUBLIC
  "${cmark_gfm_source}/src" "${cmark_gfm_source}/extensions" "${cmark_gfm_generated}")
target_compile_options(cmark_gfm PRIVATE -w)

# Headers only. It aborts where it would throw, in every file alike, so that there is one definition of each template;
# types are asked for before they are read.
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE "${nlohmann_json_SOURCE_DIR}/single_include")
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)

# As one file, since that is the form that builds for WebAssembly too; the tests include the small headers.
set(catch2_generated "${PROJECT_BINARY_DIR}/generated/catch2")
set(CATCH_CONFIG_DEFAULT_REPORTER console)
set(CATCH_CONFIG_CONSOLE_WIDTH 80)
configure_file("${catch2_SOURCE_DIR}/src/catch2/catch_user_config.hpp.in"
  "${catch2_generated}/catch2/catch_user_config.hpp")
add_library(catch2 STATIC "${catch2_SOURCE_DIR}/extras/catch_amalgamated.cpp")
target_include_directories(catch2 SYSTEM PUBLIC "${catch2_SOURCE_DIR}/src" "${catch2_generated}")
target_compile_options(catch2 PRIVATE -w)
if(EMSCRIPTEN)
  target_compile_options(catch2 PUBLIC -fno-exceptions)
  target_compile_definitions(catch2 PUBLIC CATCH_CONFIG_DISABLE_EXCEPTIONS)
endif()
