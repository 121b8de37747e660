#!/usr/bin/env bash
# Plants faults in a copy of the tree, one at a time, and runs the tests that should catch each; lists
# those that no test catches, which are holes in the tests or change nothing that can be seen.
#
# usage: Tests/Oracles/mutants.sh [COUNT [SEED [FOLDER [ROOM|PLACE…]]]]
# COUNT faults (200 if left out) drawn with SEED from the rooms that mutants/rooms.py lists, of which
# ROOM names some ("rules"; all if left out, each with its share of the hundred). A PLACE is a file or
# a line of one (`Sources/Rules/Points.swift:12`): every fault there, whatever COUNT; of two on the
# same words, the one that SEED draws. FOLDER holds the copy and its build (a new temporary one if
# left out) and is taken up again where a run broke off, with the same words behind it; where the
# project has other tests by then, what survived is asked again. The exit status is 1 where a fault
# survived. Needs Python 3.
#
# All faults stand in one build, each switched on by its number in ROTA_PLANTED.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python3 -u "$here/mutants/run.py" "$here/../.." "${3:-$(mktemp -d)}" "${1:-200}" "${2:-1}" "${@:4}"
