import Dates
package import Diagnostics
package import Planning
package import RotaModel

/// The answer of `stress`: how many absences can be mended, the worst ones, and what hangs on one
/// person.
package struct StressView: Sendable {
  private let test: StressTest
  private let team: Team

  package init(_ test: StressTest, team: Team) {
    self.test = test
    self.team = team
  }

  package func text(width: Int?) -> String {
    let title = "Rota of \(test.rota.period.name) under stress: everybody off for "
    guard !test.absences.isEmpty else {
      return title + "some weeks.\n\nAll its weeks have begun: nothing is left to mend.\n"
    }
    return title + "one, two or three weeks from every coming week on\n\n"
      + [summaryText(width), engineersText(width), brokenText, bottlenecksText].filter {
        !$0.isEmpty
      }
      .joined(separator: "\n")
  }

  private func summaryText(_ width: Int?) -> String {
    let all = Tally(test.absences)
    var text =
      all.mendable == all.count && all.count > 1
      ? "All \(all.count) absences can be mended"
      : "\(all.mendable) of \(all.count) absences can be mended"
    if let worst = all.worst {
      text += "; the hardest takes \(shifts(all.mostChanged)): \(words(for: worst))"
    }
    var table = TextTable([.whole("off for")] + Tally.columns)
    for length in StressTest.lengths {
      let some = Tally(test.absences.filter { $0.length == length })
      if some.count > 0 { table.add([weeks(length)] + some.cells) }
    }
    let legend = "≤ at most so many shifts and projects change hands, so many points are added"
    return text.safeForTerminal + "\n\n" + table.text(width: width) + legend + "\n"
  }

  private func engineersText(_ width: Int?) -> String {
    var table = TextTable([.name("who is off")] + Tally.columns)
    for engineer in team.engineers {
      let some = Tally(test.absences.filter { $0.engineer == engineer.id })
      if some.count > 0 { table.add([engineer.name] + some.cells) }
    }
    return table.text(width: width)
  }

  /// Longer lists hide what matters; JSON has all of them.
  private static let shown = 12

  /// Each absence that cannot be mended, at its shortest: a longer one cannot be either.
  private var brokenText: String {
    var lines: [String] = []
    var last: StressTest.Absence?
    for absence in test.absences {
      let reason: String
      switch absence.outcome {
      case .mendable: continue
      case .impossible(let summary): reason = summary
      case .unknown, .contradiction: reason = "not known within the work limit"
      }
      defer { last = absence }
      if let last, last.engineer == absence.engineer, last.first == absence.first { continue }
      let more = absence.length < StressTest.lengths.upperBound ? " or more" : ""
      lines.append(
        "  \(team.name(of: absence.engineer)), \(weeks(absence.length))\(more) from"
          + " \(absence.first): \(reason)")
    }
    guard !lines.isEmpty else { return "" }
    let rest = lines.count - StressView.shown
    return "Cannot be mended:\n"
      + lines.prefix(StressView.shown).map { $0.safeForTerminal + "\n" }.joined()
      + (rest > 0 ? "  and \(rest) more\n" : "")
  }

  private var bottlenecksText: String {
    guard !test.bottlenecks.isEmpty else { return "Nothing hangs on one person.\n" }
    return "Hangs on one person:\n"
      + test.bottlenecks.map { "  " + words(for: $0).safeForTerminal + "\n" }.joined()
  }

  private func words(for bottleneck: Bottleneck) -> String {
    switch bottleneck {
    case .shift(let week, let rotation, let engineer):
      let duty = team.rotations.count > 1 ? " (\(rotation))" : ""
      return "the week of \(week)\(duty): "
        + (engineer.map { "only \(team.name(of: $0)) is able to hold it" } ?? "nobody can hold it")
    case .skill(let skill, let engineer, let neededBy):
      let needs = neededBy.map { "`\($0)`" }.joined(separator: ", ")
      return "skill `\(skill)`, which \(needs) asks for: only \(team.name(of: engineer)) has it"
    case .project(let project, let engineers):
      let names = engineers.map(team.name(of:)).joined(separator: " and ")
      return "project `\(project)`: "
        + (engineers.isEmpty ? "nobody may own it" : "only \(names) may own it")
    }
  }

  private func words(for absence: StressTest.Absence) -> String {
    "\(team.name(of: absence.engineer)), \(weeks(absence.length)) from \(absence.first)"
  }

  private func weeks(_ count: Int) -> String { count == 1 ? "1 week" : "\(count) weeks" }
  private func shifts(_ count: Int) -> String {
    count == 1 ? "1 changed shift" : "\(count) changed shifts"
  }
}

/// Some absences in numbers.
private struct Tally {
  let count: Int
  private(set) var mendable = 0
  /// Mendable ones after which every shift stays where it is.
  private(set) var unmoved = 0
  private(set) var mostChanged = 0
  private(set) var mostOwnerChanges = 0
  private(set) var highestRise = 0
  /// The first of those that take most changed shifts; nil where none takes any.
  private(set) var worst: StressTest.Absence?

  init(_ absences: [StressTest.Absence]) {
    count = absences.count
    for absence in absences {
      guard case .mendable(let changed, let ownerChanges, let rise) = absence.outcome else {
        continue
      }
      mendable += 1
      if changed == 0 { unmoved += 1 }
      if changed > mostChanged { worst = absence }
      mostChanged = max(mostChanged, changed)
      mostOwnerChanges = max(mostOwnerChanges, ownerChanges)
      highestRise = max(highestRise, rise)
    }
  }

  static let columns = [
    "absences", "mendable", "no shift moves", "shifts ≤", "projects ≤", "points ≤",
  ].map(TableColumn.number)

  var cells: [String] {
    [
      String(count), String(mendable), String(unmoved), String(mostChanged),
      String(mostOwnerChanges), String(highestRise),
    ]
  }
}

extension StressView {
  /// The interface of `stress --format json`.
  package var json: JSON {
    [
      "period": .string(test.rota.period.name),
      "absences": .array(test.absences.map(json)),
      "bottlenecks": .array(test.bottlenecks.map(json)),
    ]
  }

  private func json(_ absence: StressTest.Absence) -> JSON {
    var members = [.init("engineer", .string(absence.engineer.text))] + absence.days.jsonMembers
    members.append(.init("weeks", .number(absence.length)))
    switch absence.outcome {
    case .mendable(let changed, let ownerChanges, let rise):
      members += [
        .init("outcome", "mendable"), .init("changed", .number(changed)),
        .init("handovers", .number(ownerChanges)), .init("rise", .number(rise)),
      ]
    case .impossible(let summary):
      members += [.init("outcome", "impossible"), .init("reason", .string(summary))]
    case .unknown, .contradiction:
      members.append(.init("outcome", "unknown"))
    }
    return .object(members)
  }

  private func json(_ bottleneck: Bottleneck) -> JSON {
    switch bottleneck {
    case .shift(let week, let rotation, let engineer):
      [
        "kind": "shift", "week": .string(week.description), "rotation": .string(rotation.text),
        "engineers": .array([engineer].compactMap(\.self).map { .string($0.text) }),
      ]
    case .skill(let skill, let engineer, let neededBy):
      [
        "kind": "skill", "skill": .string(skill), "engineers": [.string(engineer.text)],
        "needed_by": .array(neededBy.map(JSON.string)),
      ]
    case .project(let project, let engineers):
      [
        "kind": "project", "project": .string(project.text),
        "engineers": .array(engineers.map { .string($0.text) }),
      ]
    }
  }
}
