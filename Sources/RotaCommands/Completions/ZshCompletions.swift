/// Completions for zsh.
enum ZshCompletions {
  static var script: String {
    """
    #compdef rota
    # Completions of rota for zsh. Put them as _rota into a folder of $fpath.
    _rota() {
      local first= second= i=2
      while (( i < CURRENT )); do
        case $words[i] in
          \(CompletionTable.valued.joined(separator: "|"))) (( i++ )) ;;
          -*) ;;
          *) if [[ -z $first ]]; then first=$words[i]
             elif [[ -z $second ]]; then second=$words[i]; fi ;;
        esac
        (( i++ ))
      done
      case "$first $second" in

    """ + Command.all.sorted { $0.name.count > $1.name.count }.map(entry).joined()
      + CompletionTable.halves.map { word in
        let words = CompletionTable.secondWords(after: word)
        return "    '\(word) '*) _arguments ':command:' ':command:\(action(.words(words)))' ;;\n"
      }.joined()
      + "    *) _arguments"
      + specifications(of: Option.global)
      + " ':command:\(action(.words(CompletionTable.firstWords)))' ;;\n"
        + """
          esac
        }
        _rota "$@"

        """
  }

  private static func entry(_ command: Command) -> String {
    let words = command.name.split(separator: " ").map { " ':command:(\($0))'" }.joined()
    let operand = "'*:operand:\(action(Candidates(command.operandKind)))'"
    return "    \(CompletionTable.quoted(command.name + " "))*) _arguments"
      + specifications(of: command.allOptions) + words + " \(operand) ;;\n"
  }

  private static func specifications(of options: [Option]) -> String {
    options.map { option in
      // Brackets and colons would end the description.
      let summary = option.summary.filter { !"[]:".contains($0) }
      let value = option.value.map { ":value:" + action(Candidates($0)) } ?? ""
      return " " + CompletionTable.quoted("--\(option.name)[\(summary)]\(value)")
    }.joined()
  }

  private static func action(_ candidates: Candidates) -> String {
    switch candidates {
    case .nothing: " "
    case .files: "_files"
    case .folders: "_files -/"
    case .words(let words): "(\(words.joined(separator: " ")))"
    }
  }
}
