/// Completions for fish.
enum FishCompletions {
  static var script: String {
    """
    # Completions of rota for fish. Put them as rota.fish into ~/.config/fish/completions.
    function __rota_words
      set -l skip 0
      for word in (commandline -opc)[2..]
        if test $skip = 1
          set skip 0
        else if contains -- $word \(CompletionTable.valued.joined(separator: " "))
          set skip 1
        else if not string match -q -- '-*' $word
          echo $word
        end
      end
    end
    function __rota_command
      string match -q -- "$argv *" (string join ' ' -- (__rota_words))' '
    end
    complete -c rota -f
    complete -c rota -n 'test (count (__rota_words)) = 0' -a \
    \(CompletionTable.quoted(CompletionTable.firstWords.joined(separator: " ")))

    """ + Option.global.map { line(nil, $0) }.joined() + Command.all.map(lines(of:)).joined()
      + CompletionTable.firstWords.map(secondWords(after:)).joined()
  }

  private static func lines(of command: Command) -> String {
    var lines = command.options.map { line(command, $0) }.joined()
    switch Candidates(command.operandKind) {
    case .nothing: break
    case .files: lines += "complete -c rota \(condition(command)) -F\n"
    case .folders:
      lines += "complete -c rota \(condition(command)) -a '(__fish_complete_directories)'\n"
    case .words(let words):
      lines +=
        "complete -c rota \(condition(command)) -a "
        + CompletionTable.quoted(words.joined(separator: " ")) + "\n"
    }
    return lines
  }

  private static func secondWords(after word: String) -> String {
    let words = CompletionTable.secondWords(after: word)
    guard !words.isEmpty else { return "" }
    return "complete -c rota -n 'test \"$(__rota_words)\" = \(word)' -a "
      + CompletionTable.quoted(words.joined(separator: " ")) + "\n"
  }

  private static func line(_ command: Command?, _ option: Option) -> String {
    var line = "complete -c rota"
    if let command { line += " " + condition(command) }
    line += " -l \(option.name) -d \(CompletionTable.quoted(option.summary))"
    switch option.value.map(Candidates.init) {
    case nil: break
    case .nothing: line += " -x"
    case .files: line += " -r -F"
    case .folders: line += " -x -a '(__fish_complete_directories)'"
    case .words(let words): line += " -x -a \(CompletionTable.quoted(words.joined(separator: " ")))"
    }
    return line + "\n"
  }

  private static func condition(_ command: Command) -> String {
    "-n " + CompletionTable.quoted("__rota_command " + command.name)
  }
}
