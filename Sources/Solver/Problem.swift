/// What the solver works on: numbers in flat tables, whatever rules they come from.
///
/// Costs are in points, whole numbers of at least 0.
package struct Problem: Sendable {
  package var weeks: Int
  package let rotations: Int
  /// By week and rotation: somebody must hold it.
  package var open: [Bool]
  /// The fewest weeks from one shift to the next.
  package var least: Int
  /// By week.
  package var isUnpopular: [Bool]
  /// What each may hold, and what that costs.
  package var engineers: [Engineer]
  package var projects: [Project]
  /// Points that no decision changes.
  package var constant: Int

  /// Distances from `least` on that are told apart; further ones cost nothing.
  package static let lanes = 8

  /// What one engineer may hold, and what it costs whatever the others do: the tables of a
  /// subproblem, but for the projects.
  package struct Engineer: Sendable {
    /// By week and rotation: no rule forbids it. Only what is open may be allowed: a price for
    /// another shift would count in the bound.
    package var allowed: [Bool]
    /// By week and rotation: the points of holding the shift.
    package var shiftPoints: [Int]
    /// By week: the points of a week without a shift.
    package var idlePoints: [Int]
    /// By lane: the points of a distance of `least + lane` weeks; zero in the last lane and from
    /// there on.
    package var chainPoints: [Int]
    /// By rotation: points by number of shifts held.
    package var countPoints: [[Int]]
    /// Points by number of shifts in unpopular weeks.
    package var unpopularPoints: [Int] = [0]
    /// Points by number of owner-weeks beyond those that are decided.
    package var ownerWeekPoints: [Int] = [0]
    /// The weeks from the last shift of an earlier rota to the first week; nil for none.
    package var sinceLast: Int?
    /// At most so many shifts.
    package var most: Int
    /// The most projects owned on one day.
    package var ownedAtOnce: Int
  }

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
    /// Engineers who must own it.
    package var fixed: [Int]
    /// By engineer.
    package var candidates: [Candidate]

    package init(
      index: Int, isGiven: Bool = false, needed: Int, days: Range<Int>, fixed: [Int],
      candidates: [Candidate]
    ) {
      self.index = index
      self.isGiven = isGiven
      self.needed = needed
      self.days = days
      self.fixed = fixed
      self.candidates = candidates
    }
  }

  /// What a project is to one engineer.
  package struct Candidate: Sendable {
    package var mayOwn: Bool
    /// Points of owning it, and of not owning it.
    package var ownPoints = 0
    package var otherPoints = 0
    /// Owner-weeks gained by owning it.
    package var ownerWeeks = 0
    /// Weeks in which an owner who holds a shift is charged.
    package var links: [Link] = []

    package init(
      mayOwn: Bool, ownPoints: Int = 0, otherPoints: Int = 0, ownerWeeks: Int = 0,
      links: [Link] = []
    ) {
      self.mayOwn = mayOwn
      self.ownPoints = ownPoints
      self.otherPoints = otherPoints
      self.ownerWeeks = ownerWeeks
      self.links = links
    }
  }

  package struct Link: Sendable, Hashable {
    package let week: Int
    package var points: Int

    package init(week: Int, points: Int) {
      self.week = week
      self.points = points
    }
  }

  /// A problem of nobody: whoever makes one adds the engineers and the projects.
  package init(weeks: Int, rotations: Int, open: [Bool], isUnpopular: [Bool], least: Int) {
    self.weeks = weeks
    self.rotations = rotations
    self.open = open
    self.isUnpopular = isUnpopular
    self.least = least
    engineers = []
    projects = []
    constant = 0
  }

  /// The index of a week's shift of a rotation in the tables by week and rotation.
  package func slot(_ week: Int, _ rotation: Int) -> Int { week * rotations + rotation }

  /// Who may hold a shift.
  func able(_ slot: Int) -> [Int] { engineers.indices.filter { engineers[$0].allowed[slot] } }

  /// An engineer who may hold nothing yet, and whom nothing costs anything.
  package func engineer(sinceLast: Int?, most: Int, ownedAtOnce: Int) -> Engineer {
    Engineer(
      allowed: open.map { _ in false }, shiftPoints: open.map { _ in 0 },
      idlePoints: isUnpopular.map { _ in 0 },
      chainPoints: Array(repeating: 0, count: Problem.lanes),
      countPoints: Array(repeating: Array(repeating: 0, count: weeks + 1), count: rotations),
      unpopularPoints: Array(repeating: 0, count: weeks + 1), sinceLast: sinceLast, most: most,
      ownedAtOnce: ownedAtOnce)
  }
}
