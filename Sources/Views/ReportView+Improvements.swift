import Dates
import Diagnostics
import Planning
import RotaModel

extension ReportView {
  /// For the team, in a smaller circle.
  var improvements: [Section] {
    [
      changedHands, covers, unpopular, balances, wishes, broken, documentation, sessions,
      endedLater, interrupted, hanging,
    ]
  }

  private var facts: ReportImprovements { report.improvements }

  private func unknown(_ otherwise: String) -> String {
    withoutHistory.map { "not known: \($0)" } ?? otherwise
  }

  private var changedHands: Section {
    var section = Section(
      key: "changed_hands", title: "Shifts that changed hands since the rota was added",
      none: unknown("none"), isKnown: facts.changedHands != nil)
    for change in facts.changedHands ?? [] {
      section.lines.append(
        (
          "\(change.week)\(duty(change.rotation)): \(name(change.from)) → \(name(change.to))",
          [
            "week": json(change.week), "rotation": .string(change.rotation.text),
            "old": json(change.from), "new": json(change.to),
          ]
        ))
    }
    return section
  }

  private var covers: Section {
    var section = Section(key: "covers", title: "Covers", none: "none")
    for cover in facts.covers {
      let days = cover.days.count == 1 ? "1 day" : "\(cover.days.count) days"
      section.lines.append(
        (
          "\(cover.days.text)\(duty(cover.rotation)): \(name(cover.engineer)), \(days)",
          .object(cover.jsonMembers + [.init("days", .number(cover.days.count))])
        ))
    }
    return section
  }

  private var unpopular: Section {
    var section = Section(key: "unpopular", title: "Unpopular weeks", none: "none")
    for shift in facts.unpopular {
      section.lines.append(
        (
          "\(shift.week): \(name(shift.engineer))\(duty(shift.rotation))",
          [
            "week": json(shift.week), "rotation": .string(shift.rotation.text),
            "engineer": json(shift.engineer),
          ]
        ))
    }
    return section
  }

  private var balances: Section {
    var section = Section(
      key: "balances", title: "Balances before and after, in shifts more than the share",
      none: "no account")
    for entry in facts.balances {
      let words = [entry.before, entry.after].map { $0.map(signedShifts) ?? "–" }
      section.lines.append(
        (
          "\(name(entry.engineer))\(duty(entry.rotation)): \(words[0]) → \(words[1])",
          [
            "engineer": json(entry.engineer), "rotation": .string(entry.rotation.text),
            "before": entry.before.map { .number($0) } ?? .null,
            "after": entry.after.map { .number($0) } ?? .null,
          ]
        ))
    }
    return section
  }

  private var wishes: Section {
    var section = Section(key: "wishes", title: "Wishes", none: "nobody wished for anything")
    for wish in facts.wishes {
      let subject = wish.project.map { name($0) } ?? wish.week.map { "the week of \($0)" } ?? ""
      let words =
        switch wish.kind {
        case .avoid: "no shift in \(subject)"
        case .prefer: "a shift in \(subject)"
        case .want: "to own \(subject)"
        }
      section.lines.append(
        (
          "\(name(wish.engineer)), \(words): \(wish.isGranted ? "granted" : "not granted")",
          [
            "wish": .string(wish.kind.rawValue), "engineer": json(wish.engineer),
            "week": json(wish.week),
            "project": wish.project.map { .string($0.text) } ?? .null,
            "granted": .bool(wish.isGranted),
          ]
        ))
    }
    return section
  }

  private var broken: Section {
    var section = Section(key: "protected", title: "Protected weeks broken", none: "none")
    for entry in facts.broken {
      section.lines.append(
        (
          "\(name(entry.project)), \(entry.week): \(name(entry.engineer)) \(words(entry.heldShift))",
          [
            "project": .string(entry.project.text), "engineer": json(entry.engineer),
            "week": json(entry.week), "held_shift": .bool(entry.heldShift),
          ]
        ))
    }
    return section
  }

  private func words(_ heldShift: Bool) -> String {
    heldShift ? "held a shift" : "was not available"
  }

  private var documentation: Section {
    var section = Section(key: "documentation", title: "Documentation due", none: "none")
    for project in facts.documentationDue {
      section.lines.append(
        (
          "\(project.name), ended \(project.lastDay)",
          ["project": .string(project.id.text), "ended": json(project.lastDay)]
        ))
    }
    return section
  }

  private var sessions: Section {
    var section = Section(
      key: "sessions", title: "Knowledge-sharing sessions that found no date", none: "none")
    for project in facts.sessionsWithoutDate {
      section.lines.append((project.name, .string(project.id.text)))
    }
    return section
  }

  private var endedLater: Section {
    var section = Section(
      key: "ended_later", title: "Projects that ended later than planned", none: unknown("none"),
      isKnown: facts.endedLater != nil)
    for entry in facts.endedLater ?? [] {
      section.lines.append(
        (
          "\(name(entry.project)): planned for \(entry.planned), ended \(entry.ended)",
          [
            "project": .string(entry.project.text), "planned": json(entry.planned),
            "ended": json(entry.ended),
          ]
        ))
    }
    return section
  }

  private var interrupted: Section {
    var section = Section(
      key: "interrupted", title: "Weeks in which owners were not on their project", none: "none")
    for entry in facts.interrupted {
      let words = entry.weeks.map { "\(name($0.engineer)) \($0.week)" }
      section.lines.append(
        (
          "\(name(entry.project)): \(entry.weeks.count) (\(words.joined(separator: ", ")))",
          [
            "project": .string(entry.project.text),
            "weeks": .array(
              entry.weeks.map {
                [
                  "engineer": json($0.engineer), "week": json($0.week),
                  "held_shift": .bool($0.heldShift),
                ]
              }),
          ]
        ))
    }
    return section
  }

  private var hanging: Section {
    var section = Section(key: "lone_skill", title: "What hangs on one person", none: "nothing")
    for entry in facts.hanging {
      let what =
        entry.project.map { name($0) }
        ?? (entry.rotation.map { name($0) } ?? "") + " in "
        + entry.weeks.map { "\($0)" }.joined(separator: ", ")
      section.lines.append(
        (
          "\(name(entry.engineer)): \(what)",
          [
            "engineer": json(entry.engineer),
            "project": entry.project.map { .string($0.text) } ?? .null,
            "rotation": entry.rotation.map { .string($0.text) } ?? .null,
            "weeks": .array(entry.weeks.map { json($0) }),
          ]
        ))
    }
    return section
  }
}
