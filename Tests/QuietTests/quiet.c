// `swift test` takes the wish for quiet from its command line alone. So that it is the same without
// that wish, the test process starts itself anew with one argument more before anything runs; then
// only tests that fail have lines of their own. `swift test --verbose` shows all.
#if defined(__linux__)
#include <string.h>
#include <unistd.h>

__attribute__((constructor)) static void start_quietly(int count, char **arguments) {
  int is_run = 0;
  for (int i = 1; i < count; i++) {
    const char *argument = arguments[i];
    if (!strcmp(argument, "swift-testing")) is_run = 1;
    if (!strcmp(argument, "--quiet") || !strcmp(argument, "--verbose") ||
        !strcmp(argument, "--very-verbose") || !strcmp(argument, "--list-tests"))
      return;
  }
  if (!is_run) return;
  char *more[count + 2];
  memcpy(more, arguments, count * sizeof *more);
  more[count] = "--quiet";
  more[count + 1] = NULL;
  execv("/proc/self/exe", more);
  // Where that fails, the tests run as they are.
}
#endif
