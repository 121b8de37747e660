/// The shells for which Rota completes command lines.
///
/// A script hands the words typed so far to `rota completions SHELL -- WORD…`, which answers from
/// the table of commands and the team's files. It is run by the name that was typed.
enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  var script: String {
    switch self {
    case .bash:
      """
      # Completions of rota for bash. Load them with: source <(rota completions bash)
      _rota() {
        local line IFS=$'\\n'
        COMPREPLY=()
        while read -r line; do
          case $line in
            \(Completion.Paths.files.mark)) COMPREPLY+=($(compgen -f -- "$2")) ;;
            \(Completion.Paths.folders.mark)) COMPREPLY+=($(compgen -d -- "$2")) ;;
            *) COMPREPLY+=("${line%%$'\\t'*}") ;;
          esac
        done < <("$1" completions bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
      }
      complete -o filenames -F _rota rota

      """
    case .zsh:
      """
      #compdef rota
      # Completions of rota for zsh. Put them as _rota into a folder of $fpath, or load them with:
      # source <(rota completions zsh)
      _rota() {
        local line word
        local -a described
        for line in ${(f)"$("$words[1]" completions zsh -- "${(@)words[2,CURRENT]}" 2>/dev/null)"}; do
          case $line in
            \(Completion.Paths.files.mark)) _files ;;
            \(Completion.Paths.folders.mark)) _files -/ ;;
            *) word=${line%%$'\\t'*}
               described+=("${word//:/\\\\:}:${line#*$'\\t'}") ;;
          esac
        done
        (( $#described )) && _describe -V rota described
      }
      if [[ $funcstack[1] = _rota ]]; then _rota "$@"; else compdef _rota rota; fi

      """
    case .fish:
      """
      # Completions of rota for fish. Put them as rota.fish into ~/.config/fish/completions.
      function __rota_lines
        set -l words (commandline -opc)
        $words[1] completions fish -- $words[2..] (commandline -ct) 2>/dev/null
      end
      complete -c rota -f -k -a "(__rota_lines | string match -v ':*')"
      complete -c rota -n "__rota_lines | string match -q \(Completion.Paths.files.mark)" -F
      complete -c rota -n "__rota_lines | string match -q \(Completion.Paths.folders.mark)" \\
        -a "(__fish_complete_directories (commandline -ct))"

      """
    }
  }
}
