# core.wasm, search.wasm, and the unit tests as a WASI command: modules that need no JavaScript from Emscripten.
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

execute_process(COMMAND "${DAYBOOK_EM_CONFIG}" BINARYEN_ROOT
  OUTPUT_VARIABLE binaryen_root OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
find_program(DAYBOOK_WASM_OPT wasm-opt HINTS "${binaryen_root}/bin" REQUIRED)

# A module for the page.
function(daybook_add_module target)
  add_executable(${target} ${ARGN})
  target_link_libraries(${target} PRIVATE daybook_core daybook_no_exceptions daybook_warnings)
  daybook_link_webassembly(${target} --no-entry
    # wasm/browser/small_libc.cc has them.
    -Wl,--wrap=snprintf,--wrap=strtod,--wrap=fprintf,--wrap=fiprintf,--wrap=fwrite
    -sINITIAL_MEMORY=1048576 -sMAXIMUM_MEMORY=134217728 -s${stack_option}=524288)
  # Once more with Binaryen, which em++ has asked to keep the control flow as it was. For speed, which -Oz halves
  # without making the modules smaller: engines inline nothing, so small functions are inlined here.
  add_custom_command(TARGET ${target} POST_BUILD VERBATIM COMMAND "${DAYBOOK_WASM_OPT}"
    # What newer compilers use unasked. Every browser that runs the page's script has it.
    --enable-bulk-memory --enable-multivalue --enable-mutable-globals --enable-nontrapping-float-to-int
    --enable-reference-types --enable-sign-ext
    --flatten --rereloop -O3 -O3 --flexible-inline-max-function-size=10
    -o $<TARGET_FILE:${target}> $<TARGET_FILE:${target}>)
endfunction()

daybook_add_module(core ${browser_sources})
daybook_add_module(search ${search_sources})

target_sources(unit_tests PRIVATE tests/wasi_entropy.cc)
daybook_link_webassembly(unit_tests -s${stack_option}=1048576)
