import Dates
import RotaModel
import Solver

/// What a project of a frame comes to, decided or not.
struct UndecidedProject {
  /// Empty where nothing is decided of it any more.
  private(set) var seats: [Problem.Project] = []
  /// By engineer: owner-weeks held of it whatever is decided.
  private(set) var givenWeeks: [Int] = []
  /// By engineer: weeks owned whatever is decided in which a shift is charged.
  private(set) var givenLinks: [[Problem.Link]] = []
  private(set) var constant = 0

  init(_ index: Int, in frame: Frame, _ shapes: [Shape]) {
    let framed = frame.projects[index]
    func weeks(touching days: [Range<Day>]) -> [Int] {
      framed.weeks.filter { week in days.contains { $0.overlaps(frame.weeks[week].days) } }
    }
    let ownerRules = shapes.compactMap {
      if case .ownerPoints(let points) = $0 { points } else { nil }
    }
    let linkRules = shapes.compactMap {
      if case .linkPoints(let points) = $0 { points } else { nil }
    }
    func ownerPoints(_ engineer: Int, _ owned: Owned) -> Int {
      ownerRules.reduce(0) { $0 + $1(frame, engineer, index, owned) }
    }
    func linkPoints(_ engineer: Int, _ week: Int, holds: Bool) -> Int {
      linkRules.reduce(0) { $0 + $1(frame, engineer, index, week, holds) }
    }
    func idlePoints(_ engineer: Int, _ weeks: [Int]) -> Int {
      weeks.reduce(0) { $0 + linkPoints(engineer, $1, holds: false) }
    }
    func links(_ engineer: Int, _ weeks: [Int]) -> [Problem.Link] {
      weeks.compactMap { week in
        let idle = linkPoints(engineer, week, holds: false)
        let busy = linkPoints(engineer, week, holds: true)
        return busy == idle ? nil : Problem.Link(week: WeekIndex(week), points: busy - idle)
      }
    }
    var candidates = framed.seats.map { _ in [Problem.Candidate]() }
    for engineer in frame.engineers {
      let days = framed.givenDays(of: engineer)
      let given = weeks(touching: days)
      let isAhead = days.contains { $0.overlaps(framed.daysToDecide) }
      let other =
        ownerPoints(engineer, Owned(ever: !days.isEmpty, ahead: isAhead))
        + idlePoints(engineer, given)
      for seat in framed.seats.indices {
        let own = framed.seats[seat].days
        let gained = weeks(touching: [own]).filter { !given.contains($0) }
        candidates[seat].append(
          Problem.Candidate(
            mayOwn: framed.seats[seat].mayOwn[engineer],
            ownPoints: ownerPoints(
              engineer, Owned(ever: true, ahead: isAhead || own.overlaps(framed.daysToDecide)))
              + idlePoints(engineer, given + gained),
            otherPoints: other, ownerWeeks: gained.count, links: links(engineer, gained)))
      }
      // What it costs not to own it counts once, however many seats there are to choose from.
      constant += (1 - framed.seats.count) * other
      givenWeeks.append(given.count)
      givenLinks.append(links(engineer, given))
    }
    seats = zip(framed.seats, candidates).map { seat, candidates in
      Problem.Project(
        index: index, needed: seat.needed, days: seat.days.numbers,
        fixed: seat.fixed.map(EngineerIndex.init), candidates: candidates)
    }
    for shape in shapes {
      if case .projectPoints(let points) = shape { constant += points(frame, index) }
    }
  }
}
