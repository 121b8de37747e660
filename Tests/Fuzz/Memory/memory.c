// Bytes in use, by the hooks that the address sanitizer calls for every allocation.
#include "fuzz_memory.h"

extern int __sanitizer_install_malloc_and_free_hooks(
    void (*allocated)(const volatile void *, size_t), void (*freed)(const volatile void *));
extern size_t __sanitizer_get_allocated_size(const volatile void *block);

static long in_use;
static long peak;

static void allocated(const volatile void *block, size_t size) {
  (void)block;
  in_use += (long)size;
  if (in_use > peak) peak = in_use;
}

static void freed(const volatile void *block) {
  if (block) in_use -= (long)__sanitizer_get_allocated_size(block);
}

void rota_memory_begin(void) {
  static int installed;
  if (!installed) installed = __sanitizer_install_malloc_and_free_hooks(allocated, freed);
  in_use = peak = 0;
}

size_t rota_memory_peak(void) { return (size_t)peak; }

long rota_memory_kept(void) { return in_use; }
