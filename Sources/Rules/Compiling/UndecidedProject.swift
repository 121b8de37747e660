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

  /// By engineer: the points of not owning it.
  private var otherPoints: [Int] = []

  init(_ index: Int, in frame: Frame, _ shapes: [Shape]) {
    let framed = frame.projects[index]
    let engineers = frame.engineers.map { Part(of: $0, index, in: frame, shapes) }
    givenWeeks = engineers.map(\.givenWeeks)
    givenLinks = engineers.map(\.givenLinks)
    otherPoints = engineers.map(\.otherPoints)
    seats = framed.seats.enumerated().map { place, seat in
      Problem.Project(
        index: index, needed: seat.needed, days: seat.days.numbers,
        fixed: seat.fixed.map(EngineerIndex.init),
        candidates: engineers.map { $0.candidates[place] })
    }
    // What it costs not to own it counts once, however many seats there are to choose from.
    constant = otherPoints.reduce(0) { $0 + (1 - seats.count) * $1 }
    for shape in shapes {
      if case .projectPoints(let points) = shape { constant += points(frame, index) }
    }
  }

  /// The same where it is another thing to one engineer, and the owners who come into question are the
  /// same.
  mutating func change(_ engineer: Int, _ index: Int, in frame: Frame, _ shapes: [Shape]) {
    let part = Part(of: engineer, index, in: frame, shapes)
    constant += (1 - seats.count) * (part.otherPoints - otherPoints[engineer])
    givenWeeks[engineer] = part.givenWeeks
    givenLinks[engineer] = part.givenLinks
    otherPoints[engineer] = part.otherPoints
    for seat in seats.indices {
      seats[seat].candidates.values[engineer] = part.candidates[seat]
    }
  }
}

/// What a project is to one engineer.
private struct Part {
  /// By seat.
  let candidates: [Problem.Candidate]
  let givenWeeks: Int
  let givenLinks: [Problem.Link]
  let otherPoints: Int

  init(of engineer: Int, _ index: Int, in frame: Frame, _ shapes: [Shape]) {
    let framed = frame.projects[index]
    func weeks(touching days: [Range<Day>]) -> [Int] {
      framed.weeks.filter { week in days.contains { $0.overlaps(frame.weeks[week].days) } }
    }
    func ownerPoints(_ owned: Owned) -> Int {
      shapes.reduce(0) { sum, shape in
        guard case .ownerPoints(let points) = shape else { return sum }
        return sum + points(frame, engineer, index, owned)
      }
    }
    func linkPoints(_ week: Int, holds: Bool) -> Int {
      shapes.reduce(0) { sum, shape in
        guard case .linkPoints(let points) = shape else { return sum }
        return sum + points(frame, engineer, index, week, holds)
      }
    }
    func idlePoints(_ weeks: [Int]) -> Int {
      weeks.reduce(0) { $0 + linkPoints($1, holds: false) }
    }
    func links(_ weeks: [Int]) -> [Problem.Link] {
      weeks.compactMap { week in
        let idle = linkPoints(week, holds: false)
        let busy = linkPoints(week, holds: true)
        return busy == idle ? nil : Problem.Link(week: WeekIndex(week), points: busy - idle)
      }
    }
    let days = framed.givenDays(of: engineer)
    let given = weeks(touching: days)
    let isAhead = days.contains { $0.overlaps(framed.daysToDecide) }
    let other = ownerPoints(Owned(ever: !days.isEmpty, ahead: isAhead)) + idlePoints(given)
    otherPoints = other
    candidates = framed.seats.map { seat in
      let gained = weeks(touching: [seat.days]).filter { !given.contains($0) }
      return Problem.Candidate(
        mayOwn: seat.mayOwn[engineer],
        ownPoints: ownerPoints(
          Owned(ever: true, ahead: isAhead || seat.days.overlaps(framed.daysToDecide)))
          + idlePoints(given + gained),
        otherPoints: other, ownerWeeks: gained.count, links: links(gained))
    }
    givenWeeks = given.count
    givenLinks = links(given)
  }
}
