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
    func ownerPoints(_ engineer: Int, _ owned: Owned) -> Int {
      shapes.reduce(0) { sum, shape in
        guard case .ownerPoints(let points) = shape else { return sum }
        return sum + points(frame, engineer, index, owned)
      }
    }
    func linkPoints(_ engineer: Int, _ week: Int, holds: Bool) -> Int {
      shapes.reduce(0) { sum, shape in
        guard case .linkPoints(let points) = shape else { return sum }
        return sum + points(frame, engineer, index, week, holds)
      }
    }
    func idlePoints(_ engineer: Int, _ weeks: [Int]) -> Int {
      weeks.reduce(0) { $0 + linkPoints(engineer, $1, holds: false) }
    }
    func links(_ engineer: Int, _ weeks: [Int]) -> [Problem.Link] {
      weeks.compactMap { week in
        let idle = linkPoints(engineer, week, holds: false)
        let busy = linkPoints(engineer, week, holds: true)
        return busy == idle ? nil : Problem.Link(week: week, points: busy - idle)
      }
    }
    seats = framed.seats.map { seat in
      Problem.Project(
        index: index, needed: seat.needed, days: seat.days.numbers, mayOwn: seat.mayOwn,
        fixed: seat.fixed)
    }
    for engineer in frame.engineers {
      let days = framed.givenDays(of: engineer)
      let given = weeks(touching: days)
      let isAhead = days.contains { $0.overlaps(framed.daysToDecide) }
      let other =
        ownerPoints(engineer, Owned(ever: !days.isEmpty, ahead: isAhead))
        + idlePoints(engineer, given)
      for seat in seats.indices {
        let own = framed.seats[seat].days
        let gained = weeks(touching: [own]).filter { !given.contains($0) }
        seats[seat].ownPoints.append(
          ownerPoints(
            engineer, Owned(ever: true, ahead: isAhead || own.overlaps(framed.daysToDecide)))
            + idlePoints(engineer, given + gained))
        seats[seat].otherPoints.append(other)
        seats[seat].ownerWeeks.append(gained.count)
        seats[seat].links.append(links(engineer, gained))
      }
      // What it costs not to own it counts once, however many seats there are to choose from.
      constant += (1 - seats.count) * other
      givenWeeks.append(given.count)
      givenLinks.append(links(engineer, given))
    }
    for shape in shapes {
      if case .projectPoints(let points) = shape { constant += points(frame, index) }
    }
  }
}
