#!/usr/bin/env bash
# Has the calendars of `rota calendar` read by other libraries and kept by a CalDAV server.
#
# usage: Tests/Oracles/calendars.sh [ROTA [FOLDER]]
# ROTA is the program (left out: built here for release), FOLDER what it installs and builds.
# Needs Python 3, a C compiler and libical's headers (Debian: python3-venv gcc libical-dev).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -gt 0 ]; then
  rota=$1
else
  (cd "$here/../.." && swift build -c release --product rota)
  rota=$(cd "$here/../.." && swift build -c release --show-bin-path)/rota
fi
work=${2:-$(mktemp -d)}
mkdir -p "$work"
if [ ! -x "$work/venv/bin/radicale" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet icalendar==7.3.2 recurring-ical-events==3.8.2 \
    Radicale==3.9.0 PyYAML==6.0.3 tzdata
fi
gcc -O1 -Wall -Werror "$here/libical-events.c" -o "$work/libical-events" -lical
"$work/venv/bin/python" -u "$here/calendars.py" "$rota" "$work/libical-events"
