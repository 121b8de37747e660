import Diagnostics

/// What a command says: data on standard output, talk on standard error, findings in the format
/// that was asked for.
struct Reply {
  private let environment: any Environment
  /// The word after `--format`; nil for text.
  let format: String?
  /// The word after `--color`; nil to decide by the stream.
  private let color: String?
  /// Where findings without a place are shown by what knows only places.
  private let teamFile: String

  init(
    _ environment: any Environment, format: String? = nil, color: String? = nil,
    teamFile: String = Arguments.standardTeamFile
  ) {
    self.teamFile = teamFile
    self.environment = environment
    self.format = format
    self.color = color
  }

  /// Whether data goes to a terminal.
  var isTerminal: Bool { environment.isTerminal(.output) }

  /// How many columns data may take: nil where it goes to no terminal, and nothing is shortened.
  var width: Int? { width(of: .output) }

  private func width(of stream: Stream) -> Int? {
    guard environment.isTerminal(stream) else { return nil }
    return environment.columns(of: stream) ?? 80
  }

  var wantsJSON: Bool { format == "json" }

  /// Data for people: what of a line does not fit the terminal goes on below.
  func print(_ text: String) throws(FileProblem) {
    try print(asItIs: width.map { text.wrapped(toColumns: $0) } ?? text)
  }

  /// Data for programs, or to be copied.
  func print(asItIs text: String) throws(FileProblem) {
    try environment.write(Array(text.utf8), to: .output)
  }

  /// Data as JSON.
  func print(_ json: JSON) throws(FileProblem) { try print(asItIs: json.rendered() + "\n") }

  /// The answer in the format that was asked for, of those that the command has.
  func answer(
    _ text: @autoclosure () -> String, markdown: @autoclosure () -> String? = nil,
    csv: @autoclosure () -> String? = nil, slack: @autoclosure () -> String? = nil,
    svg: @autoclosure () -> String? = nil, json: @autoclosure () -> JSON
  ) throws(FileProblem) {
    if wantsJSON { return try print(json()) }
    let other: String? =
      switch format {
      case "markdown": markdown()
      case "csv": csv()
      case "slack": slack()
      case "svg": svg()
      default: nil
      }
    if let other { try print(asItIs: other) } else { try print(text()) }
  }

  /// Talk, a line.
  func say(_ text: String) throws(FileProblem) {
    let line = text.safeForTerminal
    let shown = width(of: .error).map { line.wrapped(toColumns: $0) } ?? line
    try environment.write(Array((shown + "\n").utf8), to: .error)
  }

  /// Findings as text, with their places.
  func show(_ findings: [Diagnostic], on stream: Stream) throws(FileProblem) {
    let text = terminalText(of: findings, colour: colours(stream), width: width(of: stream))
    try environment.write(Array(text.utf8), to: stream)
  }

  /// Findings of rules as text: warnings that repeat are told as one.
  func showFolded(_ findings: [Diagnostic]) throws(FileProblem) {
    try show(findings.folded(listedBy: "rota check --verbose"), on: .output)
  }

  /// Findings alone, in a format for code review; false where another format is asked for.
  func annotate(_ findings: [Diagnostic]) throws(FileProblem) -> Bool {
    switch format {
    case "github": try print(gitHubAnnotations(of: findings))
    case "gitlab":
      let top = RepositoryTop(environment)
      try print(gitLabReport(of: findings, elsewhere: teamFile, path: top.path))
    case "sarif": try print(sarifLog(of: findings, version: Version.current))
    default: return false
    }
    return true
  }

  /// The answer at exit status 2: on standard error whole as text, or an error a line beside the
  /// data of the format that was asked for.
  func unusable(_ findings: [Diagnostic], and rest: [JSON.Member] = []) throws(FileProblem) {
    guard ["json", "github", "gitlab", "sarif"].contains(format) else {
      return try show(findings, on: .error)
    }
    // First, since standard output may be what cannot be written.
    for finding in findings where finding.severity == .error {
      let place = finding.place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
      try say("\(place)error: \(finding.message) [\(finding.id)]")
    }
    if try annotate(findings) { return }
    try print(
      JSON.object(
        [
          .init("status", "unusable"), .init("findings", .array(findings.map(\.finding))),
        ] + rest))
  }

  /// The answer at exit status 4.
  func internalError(_ error: InternalError) throws(FileProblem) {
    try say("internal error: \(error.message); nothing was written")
    try show(error.findings, on: .error)
  }

  /// Colour only on a terminal, and not with `NO_COLOR`, unless `--color` decides.
  private func colours(_ stream: Stream) -> Bool {
    if let color { return color == "always" }
    return environment.obeysCodes(stream) && (environment.variable("NO_COLOR") ?? "").isEmpty
  }
}

extension [Diagnostic] {
  /// `1 error, 2 warnings`, or that there is nothing.
  var counts: String {
    let words = Severity.allCases.map { severity in
      (count: count { $0.severity == severity }, word: severity.rawValue)
    }
    let text = words.filter { $0.count > 0 }
      .map { "\($0.count) \($0.word)\($0.count == 1 ? "" : "s")" }
    return text.isEmpty ? "nothing wrong" : text.joined(separator: ", ")
  }
}
