// What AddressSanitizer must not do in a worker: CPython frees little at its end, and a crash of the framework is the
// worker's own to catch and report.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() {
  return "detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0:handle_abort=0:"
         "allow_user_segv_handler=1:detect_odr_violation=0";
}
