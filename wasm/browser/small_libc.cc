// Functions of the C library that core.wasm links as less than they are: it reads and writes no
// fractions, formats few numbers and has nobody to print to. The library's own bring 25 KB of code
// with them. The linker puts these in their place (--wrap).
#include <cstdarg>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

extern "C" {

// As the library's, for the formats that are asked for: cmark's `%d`, a note's number, and
// nlohmann_json's `<U+%.4X>`, a character in a message.
int __wrap_snprintf(char* buffer, std::size_t size, const char* format, ...) {
  constexpr unsigned kMaxDigits = 10;
  va_list arguments;
  va_start(arguments, format);
  std::size_t written = 0;
  const auto put = [&](char c) {
    if (written + 1 < size) buffer[written] = c;
    ++written;
  };
  for (const char* at = format; *at != '\0'; ++at) {
    if (*at != '%') {
      put(*at);
      continue;
    }
    const bool is_hex = at[1] == '.' && at[2] == '4' && at[3] == 'X';
    if (!is_hex && at[1] != 'd') std::abort();
    at += is_hex ? 3 : 1;
    unsigned value = va_arg(arguments, unsigned);
    if (!is_hex && static_cast<int>(value) < 0) {
      put('-');
      value = 0 - value;
    }
    const unsigned base = is_hex ? 16 : 10;
    char digits[kMaxDigits];
    unsigned count = 0;
    do {
      digits[count++] = "0123456789ABCDEF"[value % base];
      value /= base;
    } while (value != 0 || (is_hex && count < 4));
    while (count > 0) put(digits[--count]);
  }
  va_end(arguments);
  if (size > 0) buffer[written < size ? written : size - 1] = '\0';
  return static_cast<int>(written);
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

// What a library says before it aborts, to nobody. The compiler calls fprintf by its second name
// where no fraction is printed, and fwrite where nothing is formatted.
int __wrap_fprintf(std::FILE*, const char*, ...) { return 0; }

int __wrap_fiprintf(std::FILE*, const char*, ...) { return 0; }

std::size_t __wrap_fwrite(const void*, std::size_t, std::size_t count, std::FILE*) { return count; }
}
