#!/usr/bin/env bash
# Builds the program that the oracle scripts drive the calendar code with: build-probe.sh OUTDIR
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$1
mkdir -p "$out"
flags=(-O -wmo -swift-version 6 -package-name rota -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility -parse-as-library -static-stdlib -I "$out")
for room in Dates Diagnostics ICalendar; do
  mapfile -t files < <(find "$root/Sources/$room" -name '*.swift' | sort)
  swiftc "${flags[@]}" -module-name "$room" -emit-module -emit-module-path "$out/$room.swiftmodule" \
    -emit-object -o "$out/$room.o" "${files[@]}"
done
swiftc -O -package-name rota -I "$out" -static-stdlib -o "$out/probe" "$root/Tests/Oracles/Probe/main.swift" \
  "$out/Dates.o" "$out/Diagnostics.o" "$out/ICalendar.o"
