#!/usr/bin/env bash
# Runs the tests under the address sanitizer, with leaks, and under the thread sanitizer.
#
# usage: Tests/Oracles/sanitizers.sh [FOLDER [FILTER [SANITIZER…]]]
# FOLDER for the two builds (a new temporary one if left out, else taken up again), FILTER as
# `swift test --filter` takes it (all tests if left out), SANITIZER address or thread (both if left out).
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(realpath "${1:-$(mktemp -d)}")
filter=${2:-.}
sanitizers=("${@:3}")
[ ${#sanitizers[@]} -gt 0 ] || sanitizers=(address thread)
# The kernel hands a `Mutex` that two want at once from one to the other, which the thread sanitizer
# does not see: a race between two bodies of `withLock` of one mutex is none, and seldom reported.
# The first report ends the run; a backtrace of Swift's own would come in its way.
export SWIFT_BACKTRACE=enable=no
export ASAN_OPTIONS=halt_on_error=1:detect_leaks=1 TSAN_OPTIONS=halt_on_error=1
for sanitizer in "${sanitizers[@]}"; do
  # XCTest, of which there is no test here, leaks two objects of its own.
  swift test --disable-xctest --sanitize "$sanitizer" --scratch-path "$work/$sanitizer" \
    --filter "$filter"
done
