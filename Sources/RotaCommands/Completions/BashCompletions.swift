/// Completions for bash.
enum BashCompletions {
  static var script: String {
    """
    # Completions of rota for bash. Load them with: source <(rota completions bash)
    _rota() {
      local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
      local first= second= i=1
      while [ "$i" -lt "$COMP_CWORD" ]; do
        case ${COMP_WORDS[i]} in
          \(CompletionTable.valued.joined(separator: "|"))) i=$((i + 1)) ;;
          -*) ;;
          *) if [ -z "$first" ]; then first=${COMP_WORDS[i]}
             elif [ -z "$second" ]; then second=${COMP_WORDS[i]}; fi ;;
        esac
        i=$((i + 1))
      done
      COMPREPLY=()
      case "$first $second" in

    """ + Command.all.sorted { $0.name.count > $1.name.count }.map(entry).joined()
      + CompletionTable.halves.map {
        "    '\($0) '*) \(reply("-W", CompletionTable.secondWords(after: $0))) ;;\n"
      }.joined()
      + "    *) \(generate(.words(CompletionTable.firstWords), options: Option.global)) ;;\n"
        + """
          esac
        }
        complete -o filenames -F _rota rota

        """
  }

  /// Longer names come first, so that `calendar lint` is not taken for `calendar`.
  private static func entry(_ command: Command) -> String {
    let pattern = CompletionTable.quoted(command.name + " ")
    var values = ""
    for option in command.allOptions {
      guard let value = option.value else { continue }
      values += "        --\(option.name)) \(generate(Candidates(value))); return ;;\n"
    }
    return "    \(pattern)*)\n      case $previous in\n\(values)      esac\n      "
      + generate(
        Candidates(command.operandKind), more: CompletionTable.secondWords(after: command.name),
        options: command.allOptions) + " ;;\n"
  }

  private static func generate(
    _ candidates: Candidates, more: [String] = [], options: [Option] = []
  )
    -> String
  {
    let names = more + options.map { "--" + $0.name }
    return switch candidates {
    case .nothing: reply("-W", names)
    case .files: "\(reply("-f -W", names))"
    case .folders: "\(reply("-d -W", names))"
    case .words(let words): reply("-W", words + names)
    }
  }

  private static func reply(_ kind: String, _ words: [String]) -> String {
    let list = CompletionTable.quoted(words.joined(separator: " "))
    return "COMPREPLY=($(compgen \(kind) \(list) -- \"$current\"))"
  }
}
