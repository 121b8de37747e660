package import Dates
import RotaModel
import Solver

extension Frame {
  /// Who owns what whatever is decided, as seats that nobody else may have: they limit what else is
  /// owned on the same days.
  ///
  /// Owners who stay are bound by the limit like everyone; past days and a leaver's last ones fill
  /// it up at most, for nothing can be done about them.
  ///
  /// - Parameters:
  ///   - open: the seats to decide.
  ///   - most: by engineer, the most projects owned on one day.
  func givenSeats(beside open: [Problem.Project], most: [Int]) -> [Problem.Project] {
    var taken = engineers.map { _ in [Range<Day>]() }
    var seats: [Problem.Project] = []
    func add(_ engineer: Int, _ project: Int, _ days: Range<Day>) {
      taken[engineer].append(days)
      let none = engineers.map { _ in 0 }
      seats.append(
        Problem.Project(
          index: project, isGiven: true, needed: 1, days: days.numbers,
          mayOwn: engineers.map { $0 == engineer }, fixed: [engineer], ownPoints: none,
          otherPoints: none, ownerWeeks: none, links: engineers.map { _ in [] }))
    }
    for (index, framed) in projects.enumerated() {
      for owner in framed.given where owner.stays { add(owner.engineer, index, owner.days) }
    }
    for (index, framed) in projects.enumerated() {
      for owner in framed.given where !owner.stays {
        let engineer = owner.engineer
        var from: Day?
        for day in owner.days.lowerBound..<owner.days.upperBound + 1 {
          let counts =
            day < owner.days.upperBound
            && open.contains { $0.dates.contains(day) && $0.mayOwn[engineer] }
            && taken[engineer].count { $0.contains(day) } < most[engineer]
          if counts {
            from = from ?? day
          } else if let start = from {
            add(engineer, index, start..<day)
            from = nil
          }
        }
      }
    }
    return seats
  }
}

extension Problem.Project {
  /// The days on which the seat is owned.
  package var dates: Range<Day> {
    Day(number: days.lowerBound)..<Day(number: days.upperBound)
  }
}
