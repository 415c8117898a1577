// libzip turns times of members into calendar time; glibc guards that with a lock that ThreadSanitizer does not see.
extern "C" const char* __tsan_default_suppressions();
extern "C" const char* __tsan_default_suppressions() {
  return "race:tzset_internal\n";
}
