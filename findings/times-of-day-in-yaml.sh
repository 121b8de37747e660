#!/usr/bin/env bash
# A time of day in YAML is a number to one reader and text to another.
#
# PyYAML 6.0.3 follows YAML 1.1, where 10:30 is a number to base 60: it reads 630. A time that begins
# with 0 is text to it, so a handover in the morning comes as text and one at noon as minutes.
# ruamel.yaml 0.18.16 follows YAML 1.2 and reads text throughout.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet PyYAML==6.0.3 ruamel.yaml==0.18.16
cat >"$work/read.py" <<'PYTHON'
import io

import ruamel.yaml
import yaml

text = "late: 10:30\nearly: 09:30\nnight: 00:15\nquoted: '10:30'\n"
print("PyYAML", dict(yaml.safe_load(text)))
print("ruamel.yaml", dict(ruamel.yaml.YAML(typ="safe", pure=True).load(io.StringIO(text))))
PYTHON
"$work/venv/bin/python" "$work/read.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
PyYAML {'late': 630, 'early': '09:30', 'night': '00:15', 'quoted': '10:30'}
ruamel.yaml {'late': '10:30', 'early': '09:30', 'night': '00:15', 'quoted': '10:30'}
SEEN
