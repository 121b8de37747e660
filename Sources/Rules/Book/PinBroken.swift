import Dates
package import Diagnostics
package import RotaModel

extension Rule {
  static let pinBroken: Rule = Rule(
    "pin-broken", .hard,
    """
    A pinned shift is held by the engineer of the pin, and a project by the owners whom the team \
    file names.
    """,
    why: "What a person has decided stays decided.",
    examples: Examples(
      team: """
        engineers:
          ada:
          grace:
        pins:
          2027-01-04: { service: ada }
        """,
      breaking: """
        shifts:
          2027-01-04: { service: grace }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: ada }
        """),
    shapes: .cell(
      breaks: { frame, cell in
        guard let pin = frame.pin(cell.rotation, cell.week) else { return false }
        return frame.availability.index(of: pin.engineer) != cell.engineer
      },
      explain: { frame, cell in
        let pin = frame.pin(cell.rotation, cell.week)
        let name = pin.map { "`\($0.engineer)`" } ?? ""
        return Reason(
          "the shift of \(frame.weeks[cell.week]) is pinned to \(name)", label: "not as pinned",
          related: [Located("the pin", at: pin?.place)],
          help: ["write \(name) here, or remove the pin"])
      },
      facts: { reason, frame, cell in
        guard let pin = frame.pin(cell.rotation, cell.week) else { return Blockers() }
        return Blockers(
          BlockingFact(
            reason.message, at: pin.place, .chosen, edit: .removing(pin),
            kind: .pin(pin.week, pin.engineer)))
      }),
    .rota { roster in
      roster.missingFixedOwners(named: true).map { fixed, project in
        let name = roster.frame.team.engineers[fixed.engineer].id
        return Reason(
          "`\(project.project.id)` is to be owned by `\(name)`, as the team file says",
          label: "not owned as named", related: [Located("named here", at: fixed.entry.place)],
          help: ["write `\(name)` here, or remove the name from the team file"]
        ).diagnostic(
          .pinBroken, at: roster.place(of: project), about: Subject(project.project.id, name))
      }
    },
    .team { situation in
      situation.team.pins.compactMap { pin in
        guard pin.week.last >= situation.today,
          let rotation = situation.availability.index(of: pin.rotation),
          situation.availability.isClosed(rotation, in: pin.week)
        else { return nil }
        return pinOfClosedWeek(pin)
      }
    })

  package static func pinOfClosedWeek(_ pin: Pin) -> Diagnostic {
    Reason(
      "the week of \(pin.week) is closed for `\(pin.rotation)`: no member has a working day in it",
      label: "a shift that does not exist", help: ["remove the pin"]
    ).diagnostic(
      .pinBroken, at: pin.place, about: Subject(pin.rotation, in: pin.week, pin.engineer))
  }
}
