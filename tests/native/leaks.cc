// What LeakSanitizer must not report. Read by the sanitizer alone; other builds never call it.
//
// libfontconfig: its patterns hold their elements by offset, not by address, so the fonts that its
// one configuration knows until the program ends seem to belong to nobody.
extern "C" const char* __lsan_default_suppressions();

extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig.so\n"; }
