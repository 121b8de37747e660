#!/usr/bin/env bash
# Holds what `rota export` writes against the systems that take it: PagerDuty's bodies against its
# published OpenAPI description, and every instant of every format against the system's zone data, over
# clock changes, half-hour zones and covers. csv and json are read back to the same rota.
#
# usage: Tests/Oracles/exports.sh [DESCRIPTION]
# DESCRIPTION is reference/REST/openapiv3.json of github.com/PagerDuty/api-schema (left out: that of a
# fixed commit is downloaded). ROTA names a program to try instead of the one built here. Needs Python 3
# (Debian: python3-venv) and curl.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
description=${1:-$work/openapi.json}
if [ $# -eq 0 ]; then
  commit=91a06fb3c64b0ab2b2bd6c485d12b327dfb55c18
  curl --fail --silent --show-error --location --output "$description" \
    "https://raw.githubusercontent.com/PagerDuty/api-schema/$commit/reference/REST/openapiv3.json"
fi
if [ -z "${ROTA:-}" ]; then
  swift build --product rota
  ROTA=$(swift build --show-bin-path)/rota
fi
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet openapi-schema-validator==0.6.3 tzdata==2025.2
"$work/venv/bin/python" Tests/Oracles/exports.py "$ROTA" "$description"
