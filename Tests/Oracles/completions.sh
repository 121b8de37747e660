#!/usr/bin/env bash
# Completes command lines in the real shells, bash, zsh and fish, in a team's folder, and fails where
# what they offer is not what is expected. Wants zsh and fish (Debian: zsh, fish).
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
bin=$(cd "$root" && swift build -c "${CONFIGURATION:-debug}" --show-bin-path)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$root/config" "$work"
cd "$work"
export PATH="$bin:$PATH" ROTA_TODAY=2026-12-01 TERM=dumb

# What a shell offers for a line, a word a line.
in_bash() {
  bash --norc -c '
    source <(rota completions bash)
    COMP_WORDS=($1); [[ $1 == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _rota rota "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
    printf "%s\n" "${COMPREPLY[@]}"' bash "$1"
}
in_fish() { fish --no-config -c 'rota completions fish | source; complete -C "$argv[1]"' "$1" | cut -f1 | sed "s:/\$::"; }
in_zsh() {
  # Completion lists go to a pseudo-terminal; its functions are replaced by ones that print.
  zsh -f -c '
    compdef() { : }
    eval "$(rota completions zsh)"
    _files() { [[ $1 = -/ ]] && print -l -- *(N/) || print -l -- *(N) }
    _describe() { local -a list; list=("${(@P)4:-${(@P)3}}"); print -l -- "${(@)${(@P)3}%%:*}" }
    words=(${(z)1}); [[ $1 = *" " ]] && words+=("")
    CURRENT=$#words
    _rota' zsh "$1" 2>/dev/null
}

failed=0
expect() { # expect LINE WORD…: each word is among the offers of every shell
  local line=$1 shell offers word
  shift
  for shell in bash zsh fish; do
    offers=$("in_$shell" "$line" || true)
    for word in "$@"; do
      if ! grep -qxF -- "$word" <<<"$offers"; then
        echo "$shell: \`$line\` does not offer \`$word\`:"
        sed 's/^/  /' <<<"$offers" | head -n 8
        failed=1
      fi
    done
  done
}

expect "rota " generate check project calendar completions
expect "rota pro" project
expect "rota project " add end
expect "rota project e" end
expect "rota project end " service-mesh dns-cutover
expect "rota config " tree
expect "rota calendar " diff lint 2026-Q4
expect "rota calendar lint " config
expect "rota check --" --format --strict --base
expect "rota check --format " json github sarif
expect "rota --team config/team.yaml why " 2026-10-05 2026-12-28
expect "rota why 2026-12-28 " ines noor
expect "rota swap " ines 2026-12-28
expect "rota fairness --rotation " service
expect "rota show " 2026-Q4
expect "rota generate 2027" 2027-Q1
expect "rota rules own" owner-away owner-skill
expect "rota help cal" calendar
expect "rota init " config
[ "$failed" = 0 ] && echo "completions: bash, zsh and fish offer what is expected"
exit "$failed"
