import Diagnostics
import RotaModel

/// A fact of a file that forbids something, and that could be otherwise.
struct BlockingFact: Sendable {
  let text: String
  let place: Place?
  /// Harder facts are kept rather than easier ones: 0 for a wish of the rota, 2 for employment.
  let hardness: Int
  /// A single edit of the team file that takes the fact away, with what it says; nil where only
  /// the world can.
  let edit: TeamEdit?
}

/// A single edit of the team file.
struct TeamEdit: Sendable {
  let text: String
  let apply: @Sendable (inout Team) -> Void
}

extension TeamEdit {
  static func moving(_ timeOff: MarkedDays, of engineer: EngineerID) -> TeamEdit {
    TeamEdit(text: "move the time off of `\(engineer)` \(timeOff.dates)") { team in
      team.change(engineer) { $0.away.removeAll { $0 == timeOff } }
    }
  }

  /// nil where a whole week may be missed already.
  static func allowingMoreAwayDays(_ team: Team) -> TeamEdit? {
    let allowed = team.awayDaysAllowed
    guard allowed < 7 else { return nil }
    return TeamEdit(text: "raise `away_days_allowed` to \(allowed + 1)") {
      $0.awayDaysAllowed = allowed + 1
    }
  }
}

extension MarkedDays {
  fileprivate var dates: String {
    let last = days.upperBound - 1
    return last == days.lowerBound ? "on \(last)" : "from \(days.lowerBound) to \(last)"
  }
}

/// Everything that forbids shifts in a period, each fact once.
struct ShiftFacts: Sendable {
  private(set) var facts: [BlockingFact] = []
  /// By cell of the problem: the facts that forbid it; a cell is free once all are dropped.
  private(set) var blockers: [[Int]]
  /// The fact that asks for rest; nil where none is asked for.
  private(set) var rest: Int?
  /// By engineer: the shift before the period, and the limit of shifts.
  private(set) var history: [Int?]
  private(set) var limits: [Int?]

  private var known: [Key: Int] = [:]

  private struct Key: Hashable {
    let rule: String
    let text: String
    let place: Place?
  }

  init(_ frame: Frame, _ problem: Problem, _ covers: KeptCovers = KeptCovers()) {
    blockers = Array(repeating: [], count: problem.allowed.count)
    history = Array(repeating: nil, count: problem.engineers)
    limits = history
    // A problem may leave out the first weeks, which stay as they are.
    let frozen = frame.weeks.count - problem.weeks
    let cellRules = RuleBook.rules.flatMap { rule in
      rule.shapes.compactMap { shape -> (Rule, (Frame, Cell) -> Bool, (Frame, Cell) -> Reason)? in
        guard case .cell(let breaks, let explain) = shape else { return nil }
        return (rule, breaks, explain)
      }
    }
    for engineer in frame.engineers {
      let person = frame.team.engineers[engineer]
      for week in frame.weeks.indices.dropFirst(frozen) {
        for rotation in frame.rotations where !frame.isClosed(rotation, week) {
          var cell = Cell(engineer: engineer, rotation: rotation, week: week)
          let broken = covers.broken[cell]
          cell.covered = covers.days[cell] ?? 0
          let index = problem.cell(engineer, week - frozen, rotation)
          for (rule, breaks, explain) in cellRules where breaks(frame, cell) {
            blockers[index] += add(rule, explain(frame, cell), cell, frame)
          }
          if let broken {
            blockers[index].append(
              add("cover", broken.reason, at: broken.place, hardness: 0, edit: nil))
          }
          if let next = frame.firstAfter[engineer],
            frame.weeks[week].weeks(to: next.week) < problem.least
          {
            blockers[index].append(
              add(
                "rest", "`\(person.id)` holds the shift of \(next.week) in a later rota",
                at: next.place, hardness: 1, edit: nil))
          }
        }
      }
      if let since = problem.sinceLast[engineer], since < problem.least,
        let shift = frame.lastBefore[engineer]
      {
        history[engineer] = add(
          "rest", "`\(person.id)` held the shift of \(shift.week), before the period",
          at: shift.place, hardness: 1, edit: nil)
      }
      if let most = person.maxShifts {
        let id = person.id
        limits[engineer] = add(
          "too-many-shifts", "`\(id)` holds at most \(most.value) shifts (`max_shifts`)",
          at: most.place, hardness: 0,
          edit: TeamEdit(text: "raise `max_shifts` of `\(id)` to \(most.value + 1)") { team in
            team.change(id) { $0.maxShifts = Located(most.value + 1, at: most.place) }
          })
      }
    }
    if frame.team.rest > 0 {
      let rest = frame.team.rest
      self.rest = add(
        "rest",
        "`rest: \(rest)`: \(rest == 1 ? "a free week" : "\(rest) free weeks") between two shifts",
        at: frame.team.restPlace, hardness: 0,
        edit: TeamEdit(text: "lower `rest` to \(rest - 1)") { $0.rest = rest - 1 })
    }
  }

  /// The facts behind a broken cell rule.
  private mutating func add(_ rule: Rule, _ reason: Reason, _ cell: Cell, _ frame: Frame) -> [Int] {
    let person = frame.team.engineers[cell.engineer]
    let id = person.id
    switch rule.id {
    case Rule.away.id where !reason.related.isEmpty:
      let week = frame.weeks[cell.week]
      return person.away.filter { $0.days.overlaps(week.days) }.map { entry in
        add(
          rule.id, "`\(id)` is away \(entry.dates)", at: entry.place, hardness: 0,
          edit: .moving(entry, of: id))
      }
    case Rule.pinBroken.id:
      guard let pin = frame.pin(cell.rotation, cell.week) else { return [] }
      return [
        add(
          rule.id, reason.message, at: pin.place, hardness: 0,
          edit: TeamEdit(text: "remove the pin of \(pin.week) to `\(pin.engineer)`") { team in
            team.pins.removeAll { $0 == pin }
          })
      ]
    case Rule.notAMember.id:
      let duty = frame.team.rotations[cell.rotation]
      let isSkilled = frame.availability.hasSkills(cell.engineer, for: cell.rotation)
      let edit = TeamEdit(text: "make `\(id)` a member of `\(duty.id)`") { team in
        guard let index = team.rotations.firstIndex(where: { $0.id == duty.id }) else { return }
        team.rotations[index].members?.removeAll { $0.engineer == id }
        team.rotations[index].members?.append(EngineerSpan(id))
      }
      let text =
        isSkilled ? "`\(id)` is not a member of `\(duty.id)` in all of the weeks" : reason.message
      return [
        add(
          rule.id, text, at: reason.related.first?.place, hardness: 1,
          edit: isSkilled ? edit : nil)
      ]
    default:
      return [
        add(
          rule.id, reason.message, at: reason.related.first?.place ?? person.place, hardness: 2,
          edit: nil)
      ]
    }
  }

  private mutating func add(
    _ rule: String, _ text: String, at place: Place?, hardness: Int, edit: TeamEdit?
  ) -> Int {
    let key = Key(rule: rule, text: text, place: place)
    if let index = known[key] { return index }
    facts.append(BlockingFact(text: text, place: place, hardness: hardness, edit: edit))
    known[key] = facts.count - 1
    return facts.count - 1
  }
}

extension Team {
  mutating func change(_ id: EngineerID, _ edit: (inout Engineer) -> Void) {
    guard let index = engineers.firstIndex(where: { $0.id == id }) else { return }
    edit(&engineers[index])
  }
}
