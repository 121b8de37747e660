/// What the solver works on: numbers in flat tables, whatever rules they come from.
///
/// Costs are in points, whole numbers of at least 0.
package struct Problem: Sendable {
  package let engineers: Int
  package var weeks: Int
  package let rotations: Int
  /// By week and rotation: somebody must hold it.
  package var open: [Bool]
  /// By engineer, week and rotation: no rule forbids it. Only what is open may be allowed: a price
  /// for another shift would count in the bound.
  package var allowed: [Bool]
  /// By engineer, week and rotation: the points of holding the shift.
  package var shiftPoints: [Int]
  /// By engineer and week: the points of a week without a shift.
  package var idlePoints: [Int]
  /// The fewest weeks from one shift to the next.
  package var least: Int
  /// By engineer, `lanes` each: the points of a distance of `least + lane` weeks; zero in the
  /// last lane and from there on.
  package var chainPoints: [Int]
  /// By engineer: the weeks from the last shift of an earlier rota to the first week; nil for none.
  package var sinceLast: [Int?]
  /// By engineer: at most so many shifts.
  package var most: [Int]
  /// By week.
  package var isUnpopular: [Bool]
  /// By engineer and rotation: points by number of shifts held.
  package var countPoints: [[Int]]
  /// By engineer: points by number of shifts in unpopular weeks.
  package var unpopularPoints: [[Int]]
  package var projects: [Project]
  /// By engineer: points by number of owner-weeks beyond those that are decided.
  package var ownerWeekPoints: [[Int]]
  /// By engineer: the most projects owned on one day.
  package var ownedAtOnce: [Int]
  /// Points that no decision changes.
  package var constant: Int

  /// Distances from `least` on that are told apart; further ones cost nothing.
  package static let lanes = 8

  /// A project's seats for the same days, still to be decided, with what they cost whom. Who has
  /// one seat of a project has no other of its seats on the same day.
  package struct Project: Sendable {
    /// Seats of one number belong to one project.
    package let index: Int
    /// Who has the seat is decided: it only counts for the number owned at once.
    package var isGiven = false
    package var needed: Int
    /// The days, as plain numbers, on which it counts for the number owned at once.
    package let days: Range<Int>
    /// By engineer.
    package var mayOwn: [Bool]
    /// Engineers who must own it.
    package var fixed: [Int]
    /// By engineer: points of owning it, and of not owning it.
    package var ownPoints: [Int] = []
    package var otherPoints: [Int] = []
    /// By engineer: owner-weeks gained by owning it.
    package var ownerWeeks: [Int] = []
    /// By engineer: weeks in which an owner who holds a shift is charged.
    package var links: [[Link]] = []

    package init(
      index: Int, isGiven: Bool = false, needed: Int, days: Range<Int>, mayOwn: [Bool],
      fixed: [Int], ownPoints: [Int] = [], otherPoints: [Int] = [], ownerWeeks: [Int] = [],
      links: [[Link]] = []
    ) {
      self.index = index
      self.isGiven = isGiven
      self.needed = needed
      self.days = days
      self.mayOwn = mayOwn
      self.fixed = fixed
      self.ownPoints = ownPoints
      self.otherPoints = otherPoints
      self.ownerWeeks = ownerWeeks
      self.links = links
    }
  }

  package struct Link: Sendable, Hashable {
    package let week: Int
    package let points: Int

    package init(week: Int, points: Int) {
      self.week = week
      self.points = points
    }
  }

  /// A problem without points in which nothing is allowed: whoever makes one fills its tables.
  package init(
    engineers: Int, weeks: Int, rotations: Int, open: [Bool], isUnpopular: [Bool], least: Int,
    sinceLast: [Int?], most: [Int], ownedAtOnce: [Int]
  ) {
    self.engineers = engineers
    self.weeks = weeks
    self.rotations = rotations
    self.open = open
    self.isUnpopular = isUnpopular
    self.least = least
    self.sinceLast = sinceLast
    self.most = most
    self.ownedAtOnce = ownedAtOnce
    let cells = engineers * weeks * rotations
    allowed = Array(repeating: false, count: cells)
    shiftPoints = Array(repeating: 0, count: cells)
    idlePoints = Array(repeating: 0, count: engineers * weeks)
    chainPoints = Array(repeating: 0, count: engineers * Problem.lanes)
    countPoints = Array(repeating: [], count: engineers * rotations)
    unpopularPoints = Array(repeating: [], count: engineers)
    projects = []
    ownerWeekPoints = Array(repeating: [], count: engineers)
    constant = 0
  }

  /// The index of an engineer's week and rotation in the tables by cell.
  package func cell(_ engineer: Int, _ week: Int, _ rotation: Int) -> Int {
    (engineer * weeks + week) * rotations + rotation
  }
}
