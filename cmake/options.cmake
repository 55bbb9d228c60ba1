# What holds for our own code and for nothing else.

# Warnings are errors. A field that an initializer leaves out has its default, and is left out for that.
add_library(daybook_warnings INTERFACE)
target_compile_options(daybook_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Werror -Wno-missing-field-initializers)

# The core is one language everywhere: as WebAssembly it has neither exceptions nor RTTI, so natively it has none.
add_library(daybook_no_exceptions INTERFACE)
target_compile_options(daybook_no_exceptions INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions;-fno-rtti>)

# Paths relative to the checkout, so that a second clone is served from the first one's cache.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_C_COMPILER_LAUNCHER})
endif()
