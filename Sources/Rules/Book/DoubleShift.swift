import Dates
import Diagnostics
import RotaModel

extension Rule {
  static let doubleShift: Rule = Rule(
    "double-shift", .hard, "An engineer holds one rotation a week at most.",
    why: "Two duties at once means that one of them is done by nobody.",
    examples: Examples(
      team: """
        rotations:
          service:
          backup:
        engineers:
          ada:
          grace:
        """,
      breaking: """
        shifts:
          2027-01-04: { service: ada, backup: ada }
        """,
      keeping: """
        shifts:
          2027-01-04: { service: ada, backup: grace }
        """),
    shapes: .twice { _, first, second in
      twice(second.engineer, first.rotation, at: first.place)
    },
    .cover(hangsOnOthers: true) { roster, cover, standIn in
      let own = roster.shifts.first { held in
        guard held.engineer == standIn, held.rotation != nil,
          held.shift.rotation != cover.rotation
        else { return false }
        // Days of the stand-in's own shift that nobody takes from them.
        let taken = roster.rota.covers(of: held.shift).reduce(into: UInt8(0)) {
          $0 |= $1.days.bits(in: held.shift.week)
        }
        return cover.days.bits(in: held.shift.week) & ~taken != 0
      }
      if let own {
        return twice(cover.engineer, own.shift.rotation, at: own.shift.place)
      }
      let other = roster.rota.covers.first {
        $0 != cover && $0.engineer == cover.engineer && $0.days.overlaps(cover.days)
      }
      return other.map { twice(cover.engineer, $0.rotation, at: $0.place) }
    })

  /// Why an engineer cannot hold a second rotation in a week.
  static func twice(_ engineer: EngineerID, _ other: RotationID, at place: Place?) -> Reason {
    Reason(
      "`\(engineer)` holds `\(other)` in the same week", label: "a second shift",
      related: [Located("the first", at: place)],
      help: ["give one of the two shifts to someone else"])
  }
}
