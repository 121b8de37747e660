import Diagnostics
import RotaModel

/// The rules of a frame compiled into flat tables: what the solver works on.
///
/// Costs are in points, whole numbers of at least 0. A new rule of a known shape needs no change
/// here.
struct Problem: Sendable {
  let engineers: Int
  var weeks: Int
  let rotations: Int
  /// By week and rotation: somebody must hold it.
  var open: [Bool]
  /// By engineer, week and rotation: no rule forbids it.
  var allowed: [Bool]
  /// By engineer, week and rotation: the points of holding the shift.
  var shiftPoints: [Int]
  /// By engineer and week: the points of a week without a shift.
  var idlePoints: [Int]
  /// The fewest weeks from one shift to the next.
  var least: Int
  /// By engineer, `lanes` each: the points of a distance of `least + lane` weeks; zero in the
  /// last lane and from there on.
  var chainPoints: [Int]
  /// By engineer: the weeks from the last shift of an earlier rota to the first week; nil for none.
  var sinceLast: [Int?]
  /// By engineer: at most so many shifts.
  var most: [Int]
  /// By week.
  var isUnpopular: [Bool]
  /// By engineer and rotation: points by number of shifts held.
  var countPoints: [[Int]]
  /// By engineer: points by number of shifts in unpopular weeks.
  var unpopularPoints: [[Int]]
  var projects: [Project]
  /// By engineer: points by number of owner-weeks beyond those that are decided.
  var ownerWeekPoints: [[Int]]
  /// By engineer: the most projects owned on one day.
  var ownedAtOnce: [Int]
  /// Points that no decision changes.
  var constant: Int

  /// Distances from `least` on that are told apart; further ones cost nothing.
  static let lanes = 8

  /// A project's seats for the same days, still to be decided, with what they cost whom. Who has
  /// one seat of a project has no other of its seats on the same day.
  struct Project: Sendable {
    /// The project's index in the frame.
    let index: Int
    /// Who has the seat is decided: it only counts for the number owned at once.
    var isGiven = false
    var needed: Int
    /// The days on which it counts for the number owned at once.
    let days: Range<Day>
    /// By engineer.
    var mayOwn: [Bool]
    /// Engineers who must own it.
    var fixed: [Int]
    /// By engineer: points of owning it, and of not owning it.
    var ownPoints: [Int] = []
    var otherPoints: [Int] = []
    /// By engineer: owner-weeks gained by owning it.
    var ownerWeeks: [Int] = []
    /// By engineer: weeks in which an owner who holds a shift is charged.
    var links: [[Link]] = []
  }

  struct Link: Sendable, Hashable {
    let week: Int
    let points: Int
  }

  func cell(_ engineer: Int, _ week: Int, _ rotation: Int) -> Int {
    (engineer * weeks + week) * rotations + rotation
  }

  /// - Parameters:
  ///   - covered: the days that covers take from the holders of a rota that is mended.
  ///   - held: what is held of the weeks that stay as they are.
  init(_ frame: Frame, covered: [Cell: UInt8] = [:], after held: FrozenShifts? = nil) {
    let shapes = RuleBook.rules.flatMap(\.shapes)
    engineers = frame.engineers.count
    weeks = frame.weeks.count
    rotations = frame.rotations.count
    open = frame.weeks.indices.flatMap { week in
      frame.rotations.map { !frame.isClosed($0, week) }
    }
    isUnpopular = frame.isUnpopular
    var least = 1
    let left = frame.weeks.count - (held?.weeks ?? 0)
    var most = frame.engineers.map { _ in left }
    var ownedAtOnce = frame.engineers.map { _ in frame.projects.count }
    for shape in shapes {
      switch shape {
      case .chain(let fewest, _): least = max(least, fewest(frame))
      case .limit(let limit, _):
        for engineer in frame.engineers {
          guard let limit = limit(frame, engineer) else { continue }
          most[engineer] = min(most[engineer], max(0, limit - (held?.count(of: engineer) ?? 0)))
        }
      case .ownedAtOnce(let limit, _):
        for engineer in frame.engineers {
          ownedAtOnce[engineer] = min(ownedAtOnce[engineer], limit(frame.situation, engineer))
        }
      default: break
      }
    }
    self.least = least
    self.most = most
    self.ownedAtOnce = ownedAtOnce
    sinceLast = frame.engineers.map { engineer in
      guard let first = frame.weeks.first else { return nil }
      return frame.lastBefore[engineer].map { max(0, $0.week.weeks(to: first)) }
    }

    let cells = engineers * weeks * rotations
    allowed = Array(repeating: false, count: cells)
    shiftPoints = Array(repeating: 0, count: cells)
    idlePoints = Array(repeating: 0, count: engineers * weeks)
    chainPoints = Array(repeating: 0, count: engineers * Problem.lanes)
    countPoints = Array(repeating: [], count: engineers * rotations)
    unpopularPoints = Array(repeating: [], count: engineers)
    ownerWeekPoints = Array(repeating: [], count: engineers)
    let ownerships = frame.projects.indices.map { Undecided($0, in: frame, shapes) }
    projects = ownerships.flatMap(\.undecided)
    constant = ownerships.reduce(0) { $0 + $1.constant }
    compileCells(frame, shapes, covered)
    for ownership in ownerships {
      for engineer in frame.engineers {
        for link in ownership.givenLinks[engineer] {
          for rotation in 0..<rotations {
            shiftPoints[cell(engineer, link.week, rotation)] += link.points
          }
        }
      }
    }
    compileTables(
      frame, shapes, held,
      givenWeeks: frame.engineers.map { engineer in
        ownerships.reduce(0) { $0 + $1.givenWeeks[engineer] }
      })
    projects += frame.givenSeats(beside: projects, most: ownedAtOnce)
  }

  private mutating func compileCells(
    _ frame: Frame, _ shapes: [Shape], _ covered: [Cell: UInt8]
  ) {
    for engineer in 0..<engineers {
      let next = frame.firstAfter[engineer]?.week
      for week in 0..<weeks {
        var idle = 0
        var busy = 0
        for shape in shapes {
          guard case .weekPoints(let points) = shape else { continue }
          idle += points(frame, engineer, week, false)
          busy += points(frame, engineer, week, true)
        }
        idlePoints[engineer * weeks + week] = idle
        let isFree = next.map { frame.weeks[week].weeks(to: $0) >= least } ?? true
        for rotation in 0..<rotations where open[week * rotations + rotation] {
          let index = cell(engineer, week, rotation)
          var here = Cell(engineer: engineer, rotation: rotation, week: week)
          here.covered = covered[here] ?? 0
          allowed[index] = isFree
          shiftPoints[index] = busy
          for shape in shapes {
            switch shape {
            case .cell(let breaks, _):
              if allowed[index], breaks(frame, here) { allowed[index] = false }
            case .cellPoints(let points):
              if allowed[index] { shiftPoints[index] += points(frame, here) }
            default: break
            }
          }
        }
      }
    }
  }

  private mutating func compileTables(
    _ frame: Frame, _ shapes: [Shape], _ before: FrozenShifts?, givenWeeks: [Int]
  ) {
    let unpopularWeeks = isUnpopular.dropFirst(before?.weeks ?? 0).count { $0 }
    for engineer in 0..<engineers {
      let held = 0...min(most[engineer], weeks)
      let gained = projects.reduce(0) { $0 + $1.ownerWeeks[engineer] }
      unpopularPoints[engineer] = Array(repeating: 0, count: unpopularWeeks + 1)
      ownerWeekPoints[engineer] = Array(repeating: 0, count: gained + 1)
      for rotation in 0..<rotations {
        countPoints[engineer * rotations + rotation] = Array(repeating: 0, count: held.count)
      }
      for shape in shapes {
        switch shape {
        case .chainPoints(let points):
          for lane in 0..<Problem.lanes {
            chainPoints[engineer * Problem.lanes + lane] += points(frame, engineer, least + lane)
          }
        case .shiftCountPoints(let points):
          for rotation in 0..<rotations {
            for count in held {
              countPoints[engineer * rotations + rotation][count] += points(
                frame, engineer, rotation, count + (before?.count(of: engineer, rotation) ?? 0))
            }
          }
        case .unpopularCountPoints(let points):
          for count in 0...unpopularWeeks {
            unpopularPoints[engineer][count] += points(
              frame, engineer, count + (before?.unpopular[engineer] ?? 0))
          }
        case .ownerWeekPoints(let points):
          for count in 0...gained {
            ownerWeekPoints[engineer][count] += points(
              frame, engineer, givenWeeks[engineer] + count)
          }
        default: break
        }
      }
    }
  }
}

/// What a project of a frame comes to, decided or not.
private struct Undecided {
  /// By seat; empty where nothing is decided of it any more.
  private(set) var undecided: [Problem.Project] = []
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
    undecided = framed.seats.map { seat in
      Problem.Project(
        index: index, needed: seat.needed, days: seat.days, mayOwn: seat.mayOwn, fixed: seat.fixed)
    }
    for engineer in frame.engineers {
      let days = framed.givenDays(of: engineer)
      let given = weeks(touching: days)
      let isAhead = days.contains { $0.overlaps(framed.daysToDecide) }
      let other =
        ownerPoints(engineer, Owned(ever: !days.isEmpty, ahead: isAhead))
        + idlePoints(engineer, given)
      for seat in undecided.indices {
        let own = undecided[seat].days
        let gained = weeks(touching: [own]).filter { !given.contains($0) }
        undecided[seat].ownPoints.append(
          ownerPoints(
            engineer, Owned(ever: true, ahead: isAhead || own.overlaps(framed.daysToDecide)))
            + idlePoints(engineer, given + gained))
        undecided[seat].otherPoints.append(other)
        undecided[seat].ownerWeeks.append(gained.count)
        undecided[seat].links.append(links(engineer, gained))
      }
      // What it costs not to own it counts once, however many seats there are to choose from.
      constant += (1 - undecided.count) * other
      givenWeeks.append(given.count)
      givenLinks.append(links(engineer, given))
    }
    for shape in shapes {
      if case .projectPoints(let points) = shape { constant += points(frame, index) }
    }
  }
}
