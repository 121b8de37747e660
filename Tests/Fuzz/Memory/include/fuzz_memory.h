#ifndef FUZZ_MEMORY_H
#define FUZZ_MEMORY_H

#include <stddef.h>

/// Counts what is allocated from here on, from nothing.
void rota_memory_begin(void);
/// The most bytes that were in use at one moment since then.
size_t rota_memory_peak(void);
/// The bytes allocated since then that are in use now; negative where older ones were freed.
long rota_memory_kept(void);

#endif
