import Diagnostics
import RotaModel

extension Rule {
  static let tooManyShifts: Rule = Rule(
    "too-many-shifts", .hard, "An engineer holds at most `max_shifts` shifts in the period.",
    why: """
      Some people do less service work for a while: new parents, mentors, whoever leads a launch.
      """,
    examples: Examples(
      team: """
        rest: 0
        engineers:
          ada: { max_shifts: 1 }
          grace:
        """,
      breaking: """
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: ada }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: ada }
          2027-01-11: { service: grace }
        """),
    shapes: .limit(
      most: { frame, engineer in frame.team.engineers[engineer].maxShifts?.value },
      explain: { frame, engineer in
        let person = frame.team.engineers[engineer]
        let most = person.maxShifts?.value ?? 0
        return Reason(
          "`\(person.id)` holds more than \(most) \(most == 1 ? "shift" : "shifts") in the period",
          label: "one too many", related: [Located("the limit", at: person.maxShifts?.place)],
          help: ["give a shift to someone else, or raise `max_shifts`"])
      },
      fact: { frame, engineer in
        let person = frame.team.engineers[engineer]
        let (id, place) = (person.id, person.maxShifts?.place ?? person.place)
        let most = person.maxShifts?.value ?? 0
        return BlockingFact(
          "`\(id)` holds at most \(most) \(most == 1 ? "shift" : "shifts") (`max_shifts`)",
          at: place, .chosen,
          edit: .setting(
            "raise `max_shifts` of `\(id)`",
            to: (most..<max(most, frame.weeks.count)).map { $0 + 1 }
          ) { team, value in
            team.change(id) { $0.maxShifts = Located(value, at: place) }
          }, kind: .limit(most), engineer)
      }))
}
