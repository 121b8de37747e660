internal import Diagnostics

/// Why a file cannot be imported at all, whatever is left out of it.
struct ImportMistake: Error {
  let findings: [Diagnostic]

  init(_ finding: Diagnostic) { findings = [finding] }
  init(_ findings: [Diagnostic]) { self.findings = findings }
}
