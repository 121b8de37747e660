#!/usr/bin/env bash
# Solves sample teams with Rota, OR-Tools CP-SAT and HiGHS, and compares the points and the times.
# An independent reading of the files recomputes every term of Rota's points, and every hard rule.
# The exit status is 1 where anything differs.
#
# The table of the times stands in the README.
#
# usage: Tests/Oracles/optima.sh [SIZES [SEEDS [SECONDS [FOLDER]]]]
# SIZES and SEEDS as `rota-bench teams` takes them, SECONDS the most that a peer gets for a team,
# FOLDER where the solvers are installed and the teams written (left out: a new temporary one).
# Needs Python 3 (Debian: python3-venv).
set -euo pipefail
cd "$(dirname "$0")/../.."
sizes=${1:-3x5x1+1,4x6x1+2,5x8x2+2,8x13x1+6,10x13x2+8,12x26x1+8,tight-10x26x1}
seeds=${2:-40}
seconds=${3:-60}
work=${4:-$(mktemp -d)}
mkdir -p "$work"
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet ortools==9.15.6755 highspy==1.16.0 PyYAML==6.0.3
fi
swift build -c release --product rota
swift build -c release --product rota-bench
programs=$(swift build -c release --show-bin-path)
rm -rf "$work/teams"
"$programs/rota-bench" teams --out "$work/teams" --sizes "$sizes" --seeds "$seeds"
"$work/venv/bin/python" Tests/Oracles/optima/compare.py "$programs/rota" "$work/teams" "$seconds"
