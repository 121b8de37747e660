#!/usr/bin/env bash
# Breaks the world under every command that writes: each of its system calls fails once, or comes with
# a signal, and whole runs are killed at random moments (faults/injected.py says what must hold then).
# The exit status is 1 where it does not; the case is named.
#
# usage: Tests/Oracles/faults.sh [KILLS [COMMAND]]
# KILLS of each command, 500 where left out; of commands whose line begins with COMMAND alone. ROTA
# names a program to try instead of the one built here. Needs strace (Debian: strace) and Linux.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${ROTA:-}" ]; then
  swift build --product rota
  ROTA=$(swift build --show-bin-path)/rota
fi
python3 Tests/Oracles/faults/injected.py "$ROTA" config "${1:-500}" "${2:-}"
