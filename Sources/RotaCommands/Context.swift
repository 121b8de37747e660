import Diagnostics

/// What a command is run with: its arguments and the door to the world.
struct Context {
  let arguments: Arguments
  let environment: any Environment
  let reply: Reply
  let written = WrittenFiles()

  /// - Parameter formatsMistakes: whether the format of the answer is that of mistakes, too.
  init(arguments: Arguments, environment: any Environment, formatsMistakes: Bool = true) {
    self.arguments = arguments
    self.environment = environment
    reply = Reply(
      environment, format: formatsMistakes ? arguments.format : nil, color: arguments.text(.color),
      teamFile: arguments.teamFile)
  }
}

/// The input cannot be used: exit status 2, all findings printed.
struct Unusable: Error {
  let findings: [Diagnostic]

  init(_ findings: [Diagnostic]) { self.findings = findings }
  init(_ finding: Diagnostic) { findings = [finding] }
}
