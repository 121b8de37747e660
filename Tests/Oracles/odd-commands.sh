#!/usr/bin/env bash
# Drives the built program through its commands on small teams of odd shapes, as files: any handover,
# rests from 0 to 52, weights from 0 to 1000, 1 to 4 rotations, unequal loads, joiners, leavers,
# part-time, closed weeks, covers, edits of rotas by hand. Held against it: what the commands promise
# each other (commands/promises.py), and points, conflicts and optima by the definition, which share
# no code with Rota (optima/).
# The exit status is 1 where one of them is broken; the team's folder is named and kept.
#
# usage: Tests/Oracles/odd-commands.sh [COUNT [FIRST [FOLDER]]]
# COUNT teams from seed FIRST on, written to FOLDER (left out: a new temporary one). ROTA names a
# program to try instead of the one built here. Needs Python 3 with PyYAML (Debian: python3-yaml).
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${ROTA:-}" ]; then
  swift build --product rota
  ROTA=$(swift build --show-bin-path)/rota
fi
python3 Tests/Oracles/commands/promises.py "$ROTA" "${1:-300}" "${2:-1}" "${3:-$(mktemp -d)}"
