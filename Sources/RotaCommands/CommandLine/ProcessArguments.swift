import Diagnostics

/// Runs a command line as the system hands it over, the program's name first, and gives the exit
/// status.
///
/// Swift's own `CommandLine` reads it from `/proc` and has none where that is not mounted; and it
/// puts another character in place of what is no UTF-8, so that a file would be written that nobody
/// named.
@unsafe package func run(
  count: Int32, values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>,
  in environment: any Environment
) -> Int32 {
  var arguments: [String] = []
  var mistakes: [Diagnostic] = []
  for number in 1..<max(1, Int(count)) {
    guard let value = unsafe values[number] else { break }
    if let argument = unsafe String(validatingCString: value) {
      arguments.append(argument)
    } else {
      mistakes.append(.notUTF8(argument: number, unsafe String(cString: value)))
    }
  }
  guard !mistakes.isEmpty else { return run(arguments, in: environment) }
  try? Reply(environment).unusable(mistakes)
  return ExitStatus.unusable.rawValue
}

extension Diagnostic {
  fileprivate static func notUTF8(argument number: Int, _ text: String) -> Diagnostic {
    .usage(
      "bad-argument", "argument \(number) is not UTF-8: `\(text)`",
      help: ["a file needs a name in UTF-8 to be named here"])
  }
}
