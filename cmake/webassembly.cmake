# core.wasm, and the unit tests as a WASI command: modules that need no JavaScript from Emscripten.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  set(stack_option TOTAL_STACK)
else()
  set(stack_option STACK_SIZE)
endif()

function(daybook_link_webassembly target)
  set_target_properties(${target} PROPERTIES SUFFIX .wasm)
  target_link_options(${target} PRIVATE -fno-exceptions -fno-rtti
    -sSTANDALONE_WASM=1 -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1 -sSUPPORT_LONGJMP=0
    # The stack lies below the globals: one that overflows traps instead of overwriting them.
    -Wl,--stack-first
    ${ARGN})
endfunction()

add_executable(core ${browser_sources})
target_link_libraries(core PRIVATE daybook_core daybook_no_exceptions daybook_warnings)
daybook_link_webassembly(core --no-entry
  # wasm/browser/small_libc.cc has them.
  -Wl,--wrap=snprintf,--wrap=strtod,--wrap=fprintf,--wrap=fiprintf,--wrap=fwrite
  -sINITIAL_MEMORY=1048576 -sMAXIMUM_MEMORY=134217728 -s${stack_option}=524288)

target_sources(unit_tests PRIVATE tests/wasi_entropy.cc)
daybook_link_webassembly(unit_tests -s${stack_option}=1048576)
