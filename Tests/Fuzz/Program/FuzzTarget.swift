import Diagnostics

/// Something that takes bytes of anybody's and must neither crash, hang, leak nor bloat.
struct FuzzTarget: Sendable {
  /// As `ROTA_FUZZ_TARGET` names it.
  let name: String
  /// What it may take beside twenty times the input, in MiB: tables, findings with a text each, and
  /// for calendars the 100,000 instances that a rule may have.
  let base: Int
  /// Reads the bytes, and ends the run where the answer contradicts itself.
  let read: @Sendable ([UInt8]) -> Void

  static let all = [configText, teamFile, rotaFile, calendar, lint, table, json]
}

/// A law about every input. What breaks it is kept by the fuzzer as the input that crashed.
func must(_ holds: Bool, _ law: String) {
  if !holds { fatalError(law) }
}

/// Everything that a user would be shown can be made into text.
func show(_ findings: [Diagnostic]) {
  must(findings.isEmpty || !terminalText(of: findings, colour: true).isEmpty, "findings are told")
}
