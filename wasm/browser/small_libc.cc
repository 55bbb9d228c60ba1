// Two functions of the C library that core.wasm links as less than they are: it reads and writes
// no fractions, and the library's own bring 19 KB (7 compressed) of floating-point arithmetic with
// them. The linker puts these in their place (--wrap).
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

extern "C" {

// Emscripten's, in no header: vsnprintf for whole numbers alone.
int vsniprintf(char* buffer, std::size_t size, const char* format, va_list arguments);

// As the library's, for every conversion but those of floating-point numbers.
int __wrap_snprintf(char* buffer, std::size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int written = vsniprintf(buffer, size, format, arguments);
  va_end(arguments);
  return written;
}

// For nlohmann_json, which has checked what a number looks like before it asks for the value of
// one with a fraction or exponent. Our handlers are told that it is no whole number, not which;
// so 1e999, which the library refuses as no double, is a number here.
double __wrap_strtod(const char* text, char** end) {
  const char* at = text;
  while (*at != '\0') ++at;
  if (end != nullptr) *end = const_cast<char*>(at);
  return 0;
}
}
