import Diagnostics

/// What a command is run with: its arguments and the door to the world.
struct Context {
  let arguments: Arguments
  let environment: any Environment
  let reply: Reply

  init(arguments: Arguments, environment: any Environment) {
    self.arguments = arguments
    self.environment = environment
    reply = Reply(
      environment, format: arguments.format, color: arguments.text(.color),
      teamFile: arguments.teamFile)
  }
}

/// The input cannot be used: exit status 2, all findings printed.
struct Unusable: Error {
  let findings: [Diagnostic]

  init(_ findings: [Diagnostic]) { self.findings = findings }
  init(_ finding: Diagnostic) { findings = [finding] }
}
