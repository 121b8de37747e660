#!/usr/bin/env bash
# Holds the manual page against mandoc's own check, and shows that every command and option is on it.
# Needs mandoc (Debian: mandoc).
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${ROTA:-}" ]; then
  swift build --product rota
  ROTA=$(swift build --show-bin-path)/rota
fi
folder=$(mktemp -d)
page=$folder/rota.1
trap 'rm -rf "$folder"' EXIT
"$ROTA" help --man >"$page"
mandoc -T lint -W style "$page"
shown=$(mandoc -T utf8 -O width=100 "$page" | sed 's/.\x08//g')
for word in $("$ROTA" help | grep -oE -- '^  [a-z]+|--[a-z-]+'); do
  grep -qF -- "$word" <<<"$shown" || { echo "the page does not hold $word" >&2; exit 1; }
done
echo "clean: $(grep -c '^\.Ss' "$page") commands"
