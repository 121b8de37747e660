#!/usr/bin/env bash
# Compares our calendar code with others': rules, zones, whole files, speed, memory.
#
# usage: Tests/Oracles/run.sh [FOLDER]    (what it installs and builds; a new temporary one if left out)
# Needs Python 3, a C compiler and libical's headers (Debian: python3-venv gcc libical-dev).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work"
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet icalendar recurring-ical-events python-dateutil
fi
python="$work/venv/bin/python"
if [ ! -d "$work/files" ]; then
  # The test files of the two libraries: real calendars of many clients.
  mkdir "$work/files"
  (cd "$work/files" && for package in icalendar recurring-ical-events; do
    "$work/venv/bin/pip" download --quiet --no-deps --no-binary :all: "$package"
  done && for archive in *.tar.gz; do tar xzf "$archive"; done)
fi
gcc -O2 "$here/libical-rules.c" -o "$work/libical-rules" -lical
gcc -O2 "$here/libical-speed.c" -o "$work/libical-speed" -lical
"$here/build-probe.sh" "$work/bin"
probe="$work/bin/probe"

status=0
echo "== zones"
"$python" "$here/zones.py" "$probe" || status=1
echo "== rules"
"$python" "$here/recurrence.py" "$probe" "$work/libical-rules" 1500 || status=1
echo "== files"
"$python" "$here/files.py" "$probe" "$work/files" || status=1
echo "== speed"
"$python" "$here/speed.py" "$probe" "$work/libical-speed" "$work" || status=1
exit $status
