import Diagnostics

/// A mistake of Rota itself: exit status 4, nothing written.
struct InternalError: Error {
  let message: String
  let findings: [Diagnostic]

  init(_ message: String, findings: [Diagnostic] = []) {
    self.message = message
    self.findings = findings
  }
}
