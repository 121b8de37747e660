package import Dates
import Diagnostics
package import RotaModel
import Solver

/// A situation seen from one period: every derived fact that the rules need, worked out once.
///
/// Engineers, rotations and weeks are named by index; projects by their index in `projects`. The
/// checker, the solver and every explanation read the same frame.
package struct Frame: Sendable {
  package private(set) var situation: Situation
  package let period: Period
  /// The weekday on which the period's weeks start.
  package let handover: Weekday
  package let weeks: [ShiftWeek]
  /// What is being decided: all of the period, or what is left of it after a change.
  package private(set) var purpose: Purpose
  /// The rotas whose period begins earlier, and later.
  package let earlier: ArraySlice<Rota>
  package let later: ArraySlice<Rota>
  package private(set) var shares: Shares
  /// The projects whose life touches one of the weeks, in the team file's order.
  package private(set) var projects: [FramedProject]
  /// The fewest weeks from one shift of an engineer to the next.
  package let leastDistance: Int
  /// By engineer: the distance from which on two shifts are far enough apart.
  private(set) var idealDistance: [Int] = []
  /// By engineer: the last shift of an earlier rota, and the first of a later one.
  package let lastBefore: [Shift?]
  package let firstAfter: [Shift?]
  /// By engineer: the share of all owner-weeks, in hundredths.
  private(set) var ownerWeekShare: [Int] = []
  /// By week: holds a date of the unpopular list.
  let isUnpopular: [Bool]
  private var available: [Bool]
  private let eligible: [Bool]
  private let closed: [Bool]
  private let pins: [Pin?]

  package enum Purpose: Sendable {
    /// All of the period; with a base, changes against it are weighed.
    case generate(base: Rota?)
    /// What starts on or after the date; the base is the rota being mended.
    case replan(from: Day, base: Rota)
    /// What has not begun by today; the rest stays as it is on file.
    case explain(onFile: Rota)

    /// The rota against which changes count.
    package var base: Rota? {
      switch self {
      case .generate(let base): base
      case .replan(_, let base): base
      case .explain: nil
      }
    }

    /// The rota of which a part stays as it is.
    var onFile: Rota? {
      switch self {
      case .generate: nil
      case .replan(_, let base): base
      case .explain(let onFile): onFile
      }
    }
  }

  /// How many weeks stay as they are, from the first one on.
  package var frozen: Int {
    switch purpose {
    case .generate: 0
    case .replan(let date, _):
      weeks.count { $0.start < date || $0.start <= situation.today }
    case .explain: weeks.count { $0.start <= situation.today }
    }
  }

  package var team: Team { situation.team }
  package var availability: Availability { situation.availability }
  package var engineers: Range<Int> { 0..<team.engineers.count }
  package var rotations: Range<Int> { 0..<team.rotations.count }

  /// - Parameter handover: the weekday of a rota that exists; nil for one that is to be made, which
  ///   has the team file's.
  package init(
    _ situation: Situation, period: Period, purpose: Purpose = .generate(base: nil),
    handover: Weekday? = nil
  ) {
    var remembered = Remembered(situation)
    self.init(
      situation, period: period, purpose: purpose, handover: handover, remembered: &remembered)
  }

  /// - Parameter remembered: of any period; left as it is before this one.
  init(
    _ situation: Situation, period: Period, purpose: Purpose, handover: Weekday?,
    remembered: inout Remembered
  ) {
    self.situation = situation
    self.period = period
    let handover = handover ?? situation.team.handover.weekday
    self.handover = handover
    self.purpose = purpose
    let team = situation.team
    let availability = situation.availability
    let weeks = period.weeks(handover: handover)
    self.weeks = weeks
    let history = situation.history
    let before = history.count(before: period.first)
    let upTo = history.count(upTo: period.first)
    earlier = history.rotas[..<before]
    later = history.rotas[upTo...]

    let people = team.engineers.indices
    let duties = team.rotations.indices
    available = people.flatMap { engineer in
      weeks.map { availability.isAvailable(engineer, in: $0) }
    }
    eligible = people.flatMap { engineer in
      duties.flatMap { rotation in
        weeks.map { availability.isEligible(engineer, for: rotation, in: $0) }
      }
    }
    closed = duties.flatMap { rotation in
      weeks.map { availability.isClosed(rotation, in: $0) }
    }
    isUnpopular = weeks.map { team.unpopular.touches($0.days) }
    remembered.move(before: weeks.first, earlier: before)
    shares = Shares(situation, weeks: weeks, isUnpopular: isUnpopular, remembered: remembered)
    lastBefore = people.map { history.lastShift(of: $0, inFirst: before) }
    firstAfter = people.map { history.firstShift(of: $0, inRotasFrom: upTo) }
    pins = weeks.flatMap {
      situation.pinnedWeeks.pins(in: $0, handover: handover, rotations: duties.count)
    }
    projects = FramedProject.all(of: situation, weeks: weeks, earlier: before, purpose: purpose)

    leastDistance = RuleBook.leastDistance(team)
    setEvenParts()
  }

  /// The ideal distances and the shares of owner-weeks.
  private mutating func setEvenParts() {
    idealDistance = engineers.map { engineer in
      let couldServe = weeks.indices.count { week in
        isAvailable(engineer, week) && rotations.contains { isEligible(engineer, $0, week) }
      }
      let owed = rotations.reduce(0) { $0 + shares.accrued[engineer * rotations.count + $1] }
      guard owed > 0 else { return leastDistance }
      // The solver tells no further distances apart.
      return max(leastDistance, min(Problem.lanes, Shares.wholeShift * couldServe / owed))
    }
    let turns = engineers.map { engineer in
      team.engineers[engineer].load * weeks.indices.count { isAvailable(engineer, $0) }
    }
    let ownerWeeks = projects.reduce(0) { $0 + $1.ownersNeeded * $1.weeks.count }
    let allTurns = turns.reduce(0, +)
    ownerWeekShare = turns.map {
      allTurns == 0 ? 0 : dividedHalfUp(100 * ownerWeeks * $0, by: allTurns)
    }
  }

  /// The same period seen for another purpose, which is about its projects alone.
  package func seen(for purpose: Purpose) -> Frame {
    var frame = self
    frame.purpose = purpose
    frame.projects = FramedProject.all(
      of: situation, weeks: weeks, earlier: earlier.count, purpose: purpose)
    return frame
  }

  /// The same frame where one engineer is off for some of its weeks as well.
  ///
  /// What hangs on nobody's time off, or on that of other weeks, is shared: all but the shares of those
  /// weeks and the projects that live in them.
  package func taking(_ engineer: Int, off weeks: Range<Int>) -> Frame {
    let days = self.weeks[weeks.lowerBound].start..<self.weeks[weeks.upperBound - 1].days.upperBound
    let taken = situation.taking(engineer, off: days)
    // A week of an earlier rota that reaches into the period was shared out by its days, too.
    let latest = situation.history.latestWeek(inFirst: earlier.count)?.week
    if let latest, latest.days.overlaps(days) {
      return Frame(taken, period: period, purpose: purpose, handover: handover)
    }
    var frame = self
    frame.situation = taken
    for week in weeks {
      frame.available[engineer * self.weeks.count + week] = taken.availability.isAvailable(
        engineer, in: self.weeks[week])
    }
    frame.shares.change(
      weeks.map { (self.weeks[$0], isUnpopular[$0]) }, from: situation, to: taken)
    for index in projects.indices where projects[index].project.life.overlaps(days) {
      let project = projects[index].project
      let asked = projects[index].daysAsked(of: team.engineers[engineer].id, purpose)
      let mayOwnOtherDays = asked.contains {
        let owning = Owning(engineer: engineer, project: project, days: $0)
        return situation.allows(owning) != taken.allows(owning)
      }
      guard mayOwnOtherDays else { continue }
      frame.projects[index] = FramedProject(
        project, in: taken, weeks: self.weeks, earlier: earlier.count,
        purpose: purpose)
    }
    frame.setEvenParts()
    return frame
  }

  package func isAvailable(_ engineer: Int, _ week: Int) -> Bool {
    available[engineer * weeks.count + week]
  }

  /// Whether the engineer is in `E(r, w)`.
  package func isEligible(_ engineer: Int, _ rotation: Int, _ week: Int) -> Bool {
    eligible[(engineer * rotations.count + rotation) * weeks.count + week]
  }

  /// Whether the engineer is in `E(r)`.
  func isEverEligible(_ engineer: Int, _ rotation: Int) -> Bool {
    availability.isEligible(engineer, for: rotation)
  }

  package func isClosed(_ rotation: Int, _ week: Int) -> Bool {
    closed[rotation * weeks.count + week]
  }

  package func pin(_ rotation: Int, _ week: Int) -> Pin? { pins[week * rotations.count + rotation] }

  /// `T(e,r)` in hundredths of a shift.
  package func target(_ engineer: Int, _ rotation: Int) -> Int {
    shares.targets[engineer * rotations.count + rotation]
  }

  func weight(_ key: Weights.Key) -> Int { team.weights[key] }

  /// The index of the period's week that starts on a date.
  package func week(startingOn day: Day) -> Int? {
    guard let first = weeks.first else { return nil }
    let days = first.start.distance(to: day)
    guard days >= 0, days % 7 == 0, days / 7 < weeks.count else { return nil }
    return days / 7
  }
}

extension Situation {
  /// The situation seen from a rota's period and by its own weekday.
  package func frame(of rota: Rota, purpose: Frame.Purpose = .generate(base: nil)) -> Frame {
    var remembered = Remembered(self)
    return frame(of: rota, purpose: purpose, remembered: &remembered)
  }

  /// The same, one rota after another.
  func frame(
    of rota: Rota, purpose: Frame.Purpose = .generate(base: nil), remembered: inout Remembered
  ) -> Frame {
    Frame(
      self, period: rota.period, purpose: purpose,
      handover: rota.handover(team.handover.weekday), remembered: &remembered)
  }
}
