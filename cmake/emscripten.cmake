# Finds Emscripten, Debian's or an emsdk, and hands over to its own toolchain file.
find_program(DAYBOOK_EM_CONFIG em-config HINTS "$ENV{EMSDK}/upstream/emscripten" REQUIRED)
execute_process(COMMAND "${DAYBOOK_EM_CONFIG}" EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")

# Debian's emcc finds its JavaScript parser only where Debian's Node would look, whichever Node runs it.
if(EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_C_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
  set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_C_LINKER_LAUNCHER})
endif()
