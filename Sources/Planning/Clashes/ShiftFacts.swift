import Diagnostics
import RotaModel
import Rules
import Solver

/// A fact of a file that forbids something, and that could be otherwise.
struct BlockingFact: Sendable {
  let text: String
  let place: Place?
  /// Harder facts are kept rather than easier ones: 0 for a wish of the rota, 2 for employment.
  let hardness: Int
  /// A single edit of the team file that takes the fact away, with what it says; nil where only
  /// the world can.
  let edit: TeamEdit?
  /// Facts of one kind are told together; nil for one that stands for itself.
  var kind: FactKind?
  /// Whom it is about.
  var engineer: Int?
  /// The weeks of the period, by index, in which it forbids a shift; empty for other facts.
  var weeks: Set<Int> = []
}

/// A single edit of the team file.
struct TeamEdit: Sendable {
  let text: String
  let apply: @Sendable (inout Team) -> Void
  /// The same with values further away, nearest first: they are tried where this one is not enough.
  var further: [TeamEdit] = []
}

extension TeamEdit {
  static func moving(_ timeOff: MarkedDays, of engineer: EngineerID) -> TeamEdit {
    TeamEdit(text: "move the time off of `\(engineer)` \(timeOff.days.dates)") { team in
      team.change(engineer) { $0.away.removeAll { $0 == timeOff } }
    }
  }

  static func removing(_ pin: Pin) -> TeamEdit {
    TeamEdit(text: "remove the pin of \(pin.week) to `\(pin.engineer)`") { team in
      team.pins.removeAll { $0 == pin }
    }
  }

  /// A number of the team file set to another, the nearest first; nil where there is no other.
  static func setting(
    _ name: String, to values: [Int], _ apply: @escaping @Sendable (inout Team, Int) -> Void
  ) -> TeamEdit? {
    var edits = values.map { value in
      TeamEdit(text: "\(name) to \(value)") { apply(&$0, value) }
    }
    guard !edits.isEmpty else { return nil }
    var nearest = edits.removeFirst()
    nearest.further = edits
    return nearest
  }

  /// nil where a whole week may be missed already.
  static func allowingMoreAwayDays(_ team: Team) -> TeamEdit? {
    setting("raise `away_days_allowed`", to: Array((team.awayDaysAllowed..<7).map { $0 + 1 })) {
      $0.awayDaysAllowed = $1
    }
  }
}

extension Range<Day> {
  /// `on 2027-02-08`, `from 2027-02-08 to 2027-02-10`; of days, at least one.
  var dates: String {
    let last = upperBound - 1
    return last == lowerBound ? "on \(last)" : "from \(lowerBound) to \(last)"
  }
}

/// Everything that forbids shifts in a period, each fact once.
struct ShiftFacts: Sendable {
  private(set) var facts: [BlockingFact] = []
  /// By cell of the problem: the facts of which each forbids it.
  private var blockers: [[Int]]
  /// By cell: the facts of time off that forbid it together.
  private var timeOff: [Int: TimeOff] = [:]
  private let availability: Availability
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

  private struct TimeOff {
    let engineer: Int
    let week: ShiftWeek
    /// With the working days missed, covers aside.
    let entries: [(fact: Int, days: UInt8)]
  }

  /// Whether a cell is free when only some facts hold.
  func allows(_ cell: Int, _ kept: [Bool]) -> Bool {
    guard blockers[cell].allSatisfy({ !kept[$0] }) else { return false }
    guard let away = timeOff[cell] else { return true }
    let missed = away.entries.reduce(into: UInt8(0)) { if kept[$1.fact] { $0 |= $1.days } }
    return availability.canServe(awayDays: missed, of: away.engineer, in: away.week)
  }

  /// The facts that have a part in forbidding a cell.
  func involved(in cell: Int) -> [Int] {
    blockers[cell] + (timeOff[cell]?.entries.map(\.fact) ?? [])
  }

  /// - Parameters:
  ///   - covers: those of a rota that is mended.
  ///   - open: by week and rotation of the problem: the shifts that count; nil for all.
  init(
    _ frame: Frame, _ problem: Problem, _ covers: KeptCovers = KeptCovers(), open: [Bool]? = nil
  ) {
    let open = open ?? problem.open
    availability = frame.availability
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
        for rotation in frame.rotations
        where open[(week - frozen) * problem.rotations + rotation] {
          var cell = Cell(engineer: engineer, rotation: rotation, week: week)
          cell.covered = covers.days[cell] ?? 0
          let index = problem.cell(engineer, week - frozen, rotation)
          for (rule, breaks, explain) in cellRules where breaks(frame, cell) {
            let reason = explain(frame, cell)
            if rule.id == Rule.away.id, !reason.related.isEmpty {
              addTimeOff(index, cell, frame)
            } else {
              blockers[index] += add(rule, reason, cell, frame)
            }
          }
          if let next = frame.firstAfter[engineer],
            frame.weeks[week].weeks(to: next.week) < problem.least
          {
            blockers[index].append(
              add(
                "rest", "`\(person.id)` holds the shift of \(next.week) in a later rota",
                at: next.place, hardness: 1, edit: nil, kind: .heldAfter(next.week), engineer))
          }
        }
      }
      if let since = problem.sinceLast[engineer], since < problem.least,
        let shift = frame.lastShift(of: engineer, before: frozen)
      {
        let id = person.id
        history[engineer] = add(
          "rest",
          frozen > 0
            ? "`\(id)` holds the shift of \(shift.week), which stays as it is"
            : "`\(id)` held the shift of \(shift.week), before the period",
          at: shift.place, hardness: 1, edit: nil,
          kind: frozen > 0 ? .frozen(shift.week) : .heldBefore(shift.week), engineer)
      }
      if let most = person.maxShifts {
        let id = person.id
        limits[engineer] = add(
          "too-many-shifts",
          "`\(id)` holds at most \(most.value) \(most.value == 1 ? "shift" : "shifts") (`max_shifts`)",
          at: most.place, hardness: 0,
          edit: .setting(
            "raise `max_shifts` of `\(id)`",
            to: (most.value..<max(most.value, frame.weeks.count)).map { $0 + 1 }
          ) { team, value in
            team.change(id) { $0.maxShifts = Located(value, at: most.place) }
          }, kind: .limit(most.value), engineer)
      }
    }
    if frame.team.rest > 0 {
      let rest = frame.team.rest
      self.rest = add(
        "rest",
        "`rest: \(rest)`: \(rest == 1 ? "a free week" : "\(rest) free weeks") between two shifts",
        at: frame.team.restPlace, hardness: 0,
        edit: .setting("lower `rest`", to: (0..<rest).reversed()) { $0.rest = $1 })
    }
  }

  private mutating func addTimeOff(_ index: Int, _ cell: Cell, _ frame: Frame) {
    let person = frame.team.engineers[cell.engineer]
    let week = frame.weeks[cell.week]
    let workdays = availability.workingDays(of: cell.engineer, in: week) & ~cell.covered
    let entries = person.away.compactMap { entry -> (fact: Int, days: UInt8)? in
      let days = entry.days.bits(in: week) & workdays
      guard days != 0 else { return nil }
      let fact = add(
        Rule.away.id, "`\(person.id)` is away \(entry.days.dates)", at: entry.place, hardness: 0,
        edit: .moving(entry, of: person.id), kind: .timeOff, cell.engineer, in: cell.week)
      return (fact, days)
    }
    timeOff[index] = TimeOff(engineer: cell.engineer, week: week, entries: entries)
  }

  /// The facts behind a broken cell rule.
  private mutating func add(_ rule: Rule, _ reason: Reason, _ cell: Cell, _ frame: Frame) -> [Int] {
    let person = frame.team.engineers[cell.engineer]
    let id = person.id
    switch rule.id {
    case Rule.pinBroken.id:
      guard let pin = frame.pin(cell.rotation, cell.week) else { return [] }
      return [
        add(
          rule.id, reason.message, at: pin.place, hardness: 0,
          edit: .removing(pin), kind: .pin(pin.week, pin.engineer))
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
          edit: isSkilled ? edit : nil,
          kind: isSkilled ? .membership(cell.rotation) : .skill(cell.rotation), cell.engineer,
          in: isSkilled ? cell.week : nil)
      ]
    default:
      return [
        add(
          rule.id, reason.message, at: reason.related.first?.place ?? person.place, hardness: 2,
          edit: nil, kind: rule.id == Rule.notEmployed.id ? .employment : nil, cell.engineer,
          in: cell.week)
      ]
    }
  }

  private mutating func add(
    _ rule: String, _ text: String, at place: Place?, hardness: Int, edit: TeamEdit?,
    kind: FactKind? = nil, _ engineer: Int? = nil, in week: Int? = nil
  ) -> Int {
    let key = Key(rule: rule, text: text, place: place)
    let index = known[key] ?? facts.count
    if index == facts.count {
      facts.append(
        BlockingFact(
          text: text, place: place, hardness: hardness, edit: edit, kind: kind,
          engineer: engineer))
      known[key] = index
    }
    if let week { facts[index].weeks.insert(week) }
    return index
  }
}

extension Frame {
  /// The last shift of an engineer before a week of the period, of this rota or an earlier one.
  fileprivate func lastShift(of engineer: Int, before week: Int) -> Shift? {
    let frozen = Set(weeks.prefix(week))
    let own = purpose.base?.shifts.filter {
      frozen.contains($0.week) && $0.engineer == team.engineers[engineer].id
    }
    return own?.max { $0.week < $1.week } ?? lastBefore[engineer]
  }
}

extension Team {
  mutating func change(_ id: EngineerID, _ edit: (inout Engineer) -> Void) {
    guard let index = engineers.firstIndex(where: { $0.id == id }) else { return }
    edit(&engineers[index])
  }
}
