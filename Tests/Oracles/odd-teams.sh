#!/usr/bin/env bash
# Solves odd-shaped teams (any handover, rests from 0 to 52, weights from 0 to 1000, 1 to 4 rotations,
# unequal loads, limits, pins, time off, projects, unpopular weeks) with Rota, OR-Tools CP-SAT and
# HiGHS, and compares what each proves, as optima.sh does with teams of usual shapes.
# The exit status is 1 where a status or an optimum differs, or Rota gives no answer.
#
# usage: Tests/Oracles/odd-teams.sh [COUNT [FIRST [SECONDS [FOLDER]]]]
# COUNT teams from seed FIRST on, SECONDS the most that a peer gets for a team, FOLDER where the
# solvers are installed and the teams written (left out: a new temporary one). ROTA names a program
# to try instead of the one built here. Needs Python 3 (Debian: python3-venv).
set -euo pipefail
cd "$(dirname "$0")/../.."
count=${1:-300}
first=${2:-1}
seconds=${3:-30}
work=${4:-$(mktemp -d)}
mkdir -p "$work"
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet ortools==9.15.6755 highspy==1.16.0 PyYAML==6.0.3
fi
if [ -z "${ROTA:-}" ]; then
  swift build -c release --product rota
  ROTA=$(swift build -c release --show-bin-path)/rota
fi
rm -rf "$work/odd"
"$work/venv/bin/python" Tests/Oracles/optima/odd.py "$work/odd" "$count" "$first"
"$work/venv/bin/python" Tests/Oracles/optima/compare.py "$ROTA" "$work/odd" "$seconds"
