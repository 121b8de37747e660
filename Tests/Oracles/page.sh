#!/usr/bin/env bash
# Publishes teams and looks at their sites in a browser: widths, colours, print, clocks, zones, names
# that would break out, what keyboards and screen readers meet. Makes the README's pictures.
#
# usage: Tests/Oracles/page.sh [ROTA [FOLDER [STEP…]]]
# ROTA is the program (left out: built here for release), FOLDER what it installs and where the
# pictures of every width go (a new temporary one if left out), STEP one of looks, contacts, marks,
# clock, keyboard, paper, sizes, untouched, attacked, pictures (all if left out). Needs Python 3 and
# Debian's Chromium, which is installed where it is missing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -gt 0 ]; then
  rota=$(realpath "$1")
else
  (cd "$here/../.." && swift build -c release --product rota)
  rota=$(cd "$here/../.." && swift build -c release --show-bin-path)/rota
fi
work=${2:-$(mktemp -d)}
mkdir -p "$work"
if ! command -v chromium >/dev/null; then
  apt-get update --quiet
  apt-get install --yes --quiet chromium
fi
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet playwright axe-playwright-python pypdf tzdata
fi
"$work/venv/bin/python" -u "$here/page/check.py" "$rota" "$(command -v chromium)" "$work" "${@:3}"
