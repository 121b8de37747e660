import Dates
package import Diagnostics
package import Planning
package import RotaModel
package import Rules

/// The answer of `replan`: what moved, why each move is needed, and the points.
package struct ReplannedView: Sendable {
  private let mended: Replanned
  private let judged: JudgedRota
  private let team: Team

  package init(_ mended: Replanned, _ judgement: Judgement, rota: Rota, team: Team) {
    self.mended = mended
    self.team = team
    let solution = mended.solution
    // The points are those of what is left to decide; a later check has another view of owners.
    let own = Judgement(
      points: solution.points, shares: judgement.shares, findings: judgement.findings)
    judged = JudgedRota(
      rota, own, status: solution.isOptimal ? .optimal : .feasible(bound: solution.bound),
      team: team)
  }

  package var text: String {
    let count = mended.changed.count
    var text =
      count == 0
      ? "No shift has to change hands.\n"
      : count == 1
        ? "1 shift changes hands; fewer are not possible.\n"
        : "\(count) shifts change hands; fewer are not possible.\n"
    for change in mended.changed {
      text += line(
        "\(change.week)\(duty(change.rotation)): \(team.name(of: change.from)) → \(team.name(of: change.to))",
        change.reasons, otherwise: "makes room for the others")
    }
    for shift in mended.filled {
      text += line(
        "\(shift.week)\(duty(shift.rotation)): \(team.name(of: shift.engineer)): nobody held it")
    }
    for emptied in mended.emptied {
      let shift = emptied.shift
      text += line(
        "\(shift.week)\(duty(shift.rotation)): \(team.name(of: shift.engineer)) → nobody: "
          + emptied.reason)
    }
    for dropped in mended.droppedCovers {
      let cover = dropped.cover
      let name = team.name(of: cover.engineer)
      text += line(
        "the cover of \(name) from \(cover.days.lowerBound) is dropped: "
          + (dropped.reason ?? "its shift changed hands"))
    }
    for change in mended.ownerChanges {
      let name = team.project(change.project)?.name ?? change.project.text
      text += line(
        "\(name), from \(change.day): \(names(change.from)) → \(names(change.to))",
        change.reasons, otherwise: change.from.isEmpty ? "nobody owned it" : "fewer points")
    }
    for dropped in mended.droppedEntries {
      let name = team.project(dropped.project)?.name ?? dropped.project.text
      text += line("\(name): `\(dropped.entry.text)` is dropped: the project has ended by then")
    }
    return text + "\n" + judged.pointsLine + "\n"
  }

  /// The rotation where the team has several: ` (backup)`.
  private func duty(_ rotation: RotationID) -> String {
    team.rotations.count > 1 ? " (\(rotation))" : ""
  }

  /// What moved, and the first reason with its place.
  private func line(_ move: String, _ reasons: [Diagnostic], otherwise: String) -> String {
    let reason = reasons.first.map { reason in
      reason.message + (reason.place.map { " (\($0.file):\($0.line))" } ?? "")
    }
    return line("\(move): \(reason ?? otherwise)")
  }

  private func line(_ words: String) -> String { "  " + words.safeForTerminal + "\n" }

  private func names(_ engineers: [EngineerID]) -> String {
    engineers.isEmpty ? "nobody" : engineers.map(team.name(of:)).joined(separator: ", ")
  }

  /// The interface of `replan --format json`: that of `generate`, with the number of changes and
  /// what moved.
  package func json(_ findings: [Diagnostic]) -> JSON {
    guard case .object(var members) = judged.json(findings) else { return .null }
    let index = members.firstIndex { $0.key == "terms" } ?? members.endIndex
    members.insert(
      contentsOf: [
        .init("changed", .number(mended.changed.count)),
        .init("moves", .array(mended.changed.map(json))),
        .init("filled", .array(mended.filled.map(json))),
        .init("emptied", .array(mended.emptied.map(json))),
        .init("handovers", .array(mended.ownerChanges.map(json))),
        .init(
          "dropped_entries",
          .array(
            mended.droppedEntries.map {
              ["project": .string($0.project.text), "entry": .string($0.entry.text)]
            })),
        .init("dropped_covers", .array(mended.droppedCovers.map(json))),
      ], at: index)
    return .object(members)
  }

  private func json(_ change: Replanned.Change) -> JSON {
    [
      "week": .string(change.week.description), "rotation": .string(change.rotation.text),
      "from": .string(change.from.text), "to": .string(change.to.text),
      "reasons": .array(change.reasons.map { .string($0.message) }),
    ]
  }

  private func json(_ shift: Shift) -> JSON {
    [
      "week": .string(shift.week.description), "rotation": .string(shift.rotation.text),
      "engineer": .string(shift.engineer.text),
    ]
  }

  private func json(_ emptied: Replanned.Emptied) -> JSON {
    [
      "week": .string(emptied.shift.week.description),
      "rotation": .string(emptied.shift.rotation.text),
      "from": .string(emptied.shift.engineer.text), "reason": .string(emptied.reason),
    ]
  }

  private func json(_ dropped: DroppedCover) -> JSON {
    .object(
      dropped.cover.jsonMembers + [
        .init("reason", .string(dropped.reason ?? "its shift changed hands"))
      ])
  }

  private func json(_ change: Replanned.OwnerChange) -> JSON {
    [
      "project": .string(change.project.text), "day": .string(change.day.description),
      "from": .array(change.from.map { .string($0.text) }),
      "to": .array(change.to.map { .string($0.text) }),
      "reasons": .array(change.reasons.map { .string($0.message) }),
    ]
  }
}
