# One program for each file of tests/fuzz: scripts/check runs each for seconds by the preset `asan`, scripts/soak for hours
# by `fuzz`.
add_library(fuzz_checks STATIC tests/hostile/html_check.cc tests/native/temporary_folder.cc)
target_include_directories(fuzz_checks PUBLIC tests)
target_link_libraries(fuzz_checks PUBLIC daybook_core PRIVATE daybook_warnings)

add_custom_target(fuzzers)
foreach(name ${fuzzers})
  add_executable(fuzz_${name} tests/fuzz/${name}.cc)
  target_link_libraries(fuzz_${name} PRIVATE fuzz_checks daybook_native daybook_warnings)
  # Without knowing at least its own ways a fuzzer refuses to start.
  target_compile_options(fuzz_${name} PRIVATE -fsanitize=fuzzer-no-link)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  add_dependencies(fuzzers fuzz_${name})
endforeach()
