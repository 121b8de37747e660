import Diagnostics
import RotaModel

extension Rule {
  static let fair: Rule = Rule(
    "fair", .soft,
    """
    Everyone holds as many shifts of a rotation as they owe: their part of the period by load and \
    availability, less what they did too much before.
    """,
    why: """
      The squared distance makes one person two shifts over worse than two people one over, and \
      the balance carries over the years.
      """,
    examples: Examples(
      team: """
        rest: 0
        engineers:
          ada:
          grace:
        """,
      breaking: Fairness.allToOne, keeping: Fairness.turnAbout),
    shapes: .shiftCountPoints { frame, engineer, rotation, held in
      guard frame.isEverEligible(engineer, rotation) else { return 0 }
      return frame.weight(.fair) * Fairness.distance(held, from: frame.target(engineer, rotation))
    },
    tell: { frame, charge in
      guard let engineer = charge.engineer, let rotation = charge.rotation else { return "" }
      let several = frame.rotations.count > 1
      let duty = several ? " of \(frame.team.rotations[rotation].name)" : ""
      return "\(frame.name(charge)) holds \(charge.count ?? 0)\(duty) and owes "
        + frame.shares.words(engineer, rotation, span: frame.period.word)
    })

  static let unpopular: Rule = Rule(
    "unpopular", .soft, "Weeks nobody wants are shared out on their own, over the years.",
    why: "Being fair in numbers is not fair when the same person has every Christmas.",
    examples: Examples(
      team: """
        rest: 0
        engineers:
          ada:
          grace:
        unpopular: [2027-01-04 to 2027-01-17]
        """,
      breaking: Fairness.allToOne, keeping: Fairness.turnAbout),
    shapes: .unpopularCountPoints { frame, engineer, held in
      frame.weight(.unpopular)
        * Fairness.distance(held, from: frame.shares.unpopularTargets[engineer])
    },
    tell: { frame, charge in
      guard let engineer = charge.engineer else { return "" }
      let held = charge.count ?? 0
      return
        "\(frame.name(charge)) holds \(held) unpopular \(held == 1 ? "week" : "weeks") and owes "
        + hundredths(frame.shares.unpopularTargets[engineer])
    })

  static let unfair: Rule = Rule(
    "unfair", .warning, "Nobody is more than one shift away from what they owe of a rotation.",
    why: "One shift over or under can't be avoided; more is worth a look.",
    examples: Examples(
      team: """
        rest: 0
        engineers:
          ada:
          grace:
        """,
      breaking: Fairness.allToOne, keeping: Fairness.turnAbout),
    shapes: .rota { roster in
      let frame = roster.frame
      guard !roster.isWhollyPast else { return [] }
      return frame.engineers.flatMap { engineer in
        let own = roster.counted(of: engineer)
        return frame.rotations.compactMap { rotation -> Diagnostic? in
          guard frame.isEverEligible(engineer, rotation) else { return nil }
          let held = own.filter { $0.rotation == rotation }
          let target = frame.target(engineer, rotation)
          guard abs(100 * held.count - target) > 100 else { return nil }
          let person = frame.team.engineers[engineer]
          let cause = UnfairCauses(
            roster, engineer: engineer, rotation: rotation, held: held.count)
          return Reason(
            """
            `\(person.id)` holds \(held.count) of `\(frame.team.rotations[rotation].id)` and owes \
            \(hundredths(target))
            """ + (cause.words.map { "; \($0)" } ?? ""),
            label: "more than one shift away",
            related: [Located("the engineer", at: person.place)]
          ).diagnostic(
            .unfair, at: held.last?.shift.place ?? roster.rota.periodPlace,
            about: Subject(person.id, frame.team.rotations[rotation].id, in: frame.weeks))
        }
      }
    })
}

/// The squared distance from a target.
enum Fairness {
  /// `Q(n, T)`: the squared distance of `n` shifts from a target in hundredths, less that of the
  /// best whole number; one shift off a whole target is 50 (`Rules.docc`, "Soft rules").
  static func distance(_ count: Int, from target: Int) -> Int {
    func squared(_ n: Int) -> Int { 50 * n * n - target * n }
    // The parabola's lowest point is at target / 100; the best whole number is beside it.
    let below = max(0, floorDivided(target, by: 100))
    return squared(count) - min(squared(below), squared(below + 1))
  }

  static let allToOne = """
    shifts:
      2027-01-04: { service: ada }
      2027-01-11: { service: ada }
      2027-01-18: { service: ada }
      2027-01-25: { service: ada }
      2027-02-01: { service: ada }
      2027-02-08: { service: ada }
      2027-02-15: { service: ada }
      2027-02-22: { service: ada }
      2027-03-01: { service: ada }
      2027-03-08: { service: ada }
      2027-03-15: { service: ada }
      2027-03-22: { service: ada }
      2027-03-29: { service: ada }
    """

  static let turnAbout = """
    shifts:
      2027-01-04: { service: ada }
      2027-01-11: { service: grace }
      2027-01-18: { service: ada }
      2027-01-25: { service: grace }
      2027-02-01: { service: ada }
      2027-02-08: { service: grace }
      2027-02-15: { service: ada }
      2027-02-22: { service: grace }
      2027-03-01: { service: ada }
      2027-03-08: { service: grace }
      2027-03-15: { service: ada }
      2027-03-22: { service: grace }
      2027-03-29: { service: ada }
    """
}

/// A number of hundredths as a decimal: `1.59`, `-0.04`.
package func hundredths(_ number: Int) -> String {
  let size = number.magnitude
  let rest = size % 100
  return "\(number < 0 ? "-" : "")\(size / 100).\(rest < 10 ? "0" : "")\(rest)"
}
