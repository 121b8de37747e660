#!/usr/bin/env bash
# Validates the sample files and the broken ones with an independent implementation of JSON Schema
# (jsonschema, draft 7) against the schemas in config/, which `swift test` keeps equal to the code.
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=$(mktemp -d)
trap 'rm -rf "$venv"' EXIT
python3 -m venv "$venv"
"$venv/bin/pip" install --quiet jsonschema==4.25.1 PyYAML==6.0.3
"$venv/bin/python" Tests/Oracles/schema.py
