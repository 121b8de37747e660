#!/usr/bin/env bash
# Feeds what libFuzzer makes of a small corpus (Tests/Fuzz/Corpus) to each reader of foreign bytes:
# configuration text, team file, rota file, calendar with its recurrences, lint, table, import JSON.
# Ends at the first crash, broken law, leak, answer slower than ten seconds, or memory beyond twenty
# times the input and a base (Tests/Fuzz/Program says of each what that is); the input is kept and named.
#
# usage: Tests/Oracles/fuzz.sh [SECONDS [FOLDER [TARGET…]]]
# SECONDS for each target (60 if left out), FOLDER for the build and the inputs found (a new temporary
# one if left out, else taken up again), TARGET some of text, team, rota, calendar, lint, table, json.
# Needs Linux: the toolchain's libFuzzer and address sanitizer.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
work=$(realpath "${2:-$(mktemp -d)}")
targets=("${@:3}")
[ ${#targets[@]} -gt 0 ] || targets=(text team rota calendar lint table json)
build=(swift build --product rota-fuzz --scratch-path "$work/build"
  --sanitize fuzzer --sanitize address)
export ROTA_FUZZ=1 SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
"${build[@]}"
program=$("${build[@]}" --show-bin-path)/rota-fuzz
for target in "${targets[@]}"; do
  found=$work/corpus/$target
  mkdir -p "$found" "$work/broken"
  # Runs that a slow machine stretches are no hangs: the limit is far above the slowest input.
  ROTA_FUZZ_TARGET=$target "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -malloc_limit_mb=256 -detect_leaks=0 -max_len=16384 -seed=1 -verbosity=0 -print_final_stats=1 \
    -artifact_prefix="$work/broken/$target-" "$found" "Tests/Fuzz/Corpus/$target" \
    2>"$work/$target.log" || { tail -n 40 "$work/$target.log"; exit 1; }
  awk -v target="$target" '/number_of_executed_units|average_exec|peak_rss/ {
    printf "%s %s %s\n", target, $1, $2 }' "$work/$target.log"
done
