import Dates
package import Diagnostics
package import Planning
package import RotaModel

/// The answer of `report`: sections of short lines, the same in every format.
package struct ReportView: Sendable {
  package enum Part: String, Sendable, CaseIterable { case thanks, improvements }

  /// Lines below a heading, each with its facts for a program.
  struct Section {
    let key: String
    let title: String
    var lines: [(text: String, json: JSON)] = []
    /// What stands there where there is no line.
    let none: String
    /// Whether it is known what would stand there.
    var isKnown = true
  }

  let report: PeriodReport
  let team: Team
  private let parts: [Part]
  /// Why history is left out; nil where it is there.
  let withoutHistory: String?

  /// - Parameter part: the only one; nil for both.
  package init(_ report: PeriodReport, part: Part? = nil, withoutHistory: String?, team: Team) {
    self.report = report
    self.team = team
    parts = part.map { [$0] } ?? Part.allCases
    self.withoutHistory = withoutHistory
  }

  private func sections(_ part: Part) -> [Section] {
    switch part {
    case .thanks: thanks
    case .improvements: improvements
    }
  }

  package var text: String {
    var text = "Report on \(report.period.name)\n"
    for part in parts {
      text += "\n\(title(part).uppercased())\n" + self.text(sections(part))
    }
    return text + "\nNEXT\n" + self.text(next)
  }

  private func text(_ sections: [Section]) -> String {
    sections.map { section in
      let lines = section.lines.isEmpty ? [section.none] : section.lines.map(\.text)
      return "\n\(section.title.safeForTerminal)\n"
        + lines.map { "  " + $0.safeForTerminal + "\n" }.joined()
    }.joined()
  }

  package var markdown: String {
    var text = "# Report on \(escapedForMarkdown(report.period.name))\n"
    for part in parts { text += "\n## \(title(part))\n" + markdown(sections(part)) }
    return text + "\n## Next\n" + markdown(next)
  }

  private func markdown(_ sections: [Section]) -> String {
    sections.map { section in
      let lines = section.lines.isEmpty ? [section.none] : section.lines.map(\.text)
      return "\n### \(escapedForMarkdown(section.title))\n\n"
        + lines.map { "- \(escapedForMarkdown($0))\n" }.joined()
    }.joined()
  }

  private func title(_ part: Part) -> String {
    switch part {
    case .thanks: "For everybody"
    case .improvements: "For the team"
    }
  }

  /// The interface of `report --format json`: each section as a list, null where it is not known.
  package var json: JSON {
    func object(_ sections: [Section]) -> JSON {
      .object(
        sections.map { .init($0.key, $0.isKnown ? .array($0.lines.map(\.json)) : .null) })
    }
    return .object(
      [.init("period", .string(report.period.name))]
        + parts.map { .init($0.rawValue, object(sections($0))) } + [.init("next", object(next))])
  }

  // MARK: Words

  func name(_ engineer: EngineerID?) -> String { engineer.map(team.name(of:)) ?? "nobody" }

  func name(_ rotation: RotationID) -> String { team.rotation(rotation)?.name ?? rotation.text }

  func name(_ project: ProjectID) -> String { team.project(project)?.name ?? project.text }

  func names(_ engineers: [EngineerID]) -> String {
    engineers.isEmpty ? "nobody" : engineers.map(team.name(of:)).joined(separator: ", ")
  }

  /// The rotation's name where the team has several: ` (Backup)`.
  func duty(_ rotation: RotationID) -> String {
    team.rotations.count > 1 ? " (\(name(rotation)))" : ""
  }

  func json(_ engineer: EngineerID?) -> JSON { engineer.map { .string($0.text) } ?? .null }
  func json(_ day: Day) -> JSON { .string(day.description) }
  func json(_ week: ShiftWeek?) -> JSON { week.map { .string($0.description) } ?? .null }
}
