/// What the solver works on: numbers in flat tables, whatever rules they come from.
///
/// Costs are in points, whole numbers of at least 0.
package struct Problem: Sendable {
  package var slots: Slots
  /// Somebody must hold it.
  package var open: Table<Slot, Bool>
  /// The fewest weeks from one shift to the next.
  package var least: Int
  package var isUnpopular: Table<WeekIndex, Bool>
  /// What each may hold, and what that costs.
  package var engineers: Table<EngineerIndex, Engineer>
  package var projects: Table<ProjectIndex, Project>
  /// Points that no decision changes.
  package var constant: Int

  /// Distances from `least` on that are told apart; further ones cost nothing. As many as a vector
  /// holds, so that one addition serves all of them.
  package static var lanes: Int { ShiftPlanner.Lanes.scalarCount }

  /// What one engineer may hold, and what it costs whatever the others do: the tables of a
  /// subproblem, but for the projects.
  package struct Engineer: Sendable {
    /// No rule forbids it. Only what is open may be allowed: a price for another shift would count
    /// in the bound.
    package var allowed: Table<Slot, Bool>
    /// The points of holding the shift.
    package var shiftPoints: Table<Slot, Int>
    /// The points of a week without a shift.
    package var idlePoints: Table<WeekIndex, Int>
    /// By lane: the points of a distance of `least + lane` weeks; zero in the last lane and from
    /// there on.
    package var chainPoints: [Int]
    /// Points by number of shifts held of the rotation.
    package var countPoints: Table<RotationIndex, [Int]>
    /// Points by number of shifts in unpopular weeks.
    package var unpopularPoints: [Int] = [0]
    /// Points by number of owner-weeks beyond those that are decided.
    package var ownerWeekPoints: [Int] = [0]
    /// The weeks from the last shift of an earlier rota to the first week; nil for none.
    package var sinceLast: Int?
    /// The week of that shift.
    var lastBefore: WeekIndex? { sinceLast.map { WeekIndex(-$0) } }
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
    package var fixed: [EngineerIndex]
    package var candidates: Table<EngineerIndex, Candidate>

    package init(
      index: Int, isGiven: Bool = false, needed: Int, days: Range<Int>, fixed: [EngineerIndex],
      candidates: [Candidate]
    ) {
      self.index = index
      self.isGiven = isGiven
      self.needed = needed
      self.days = days
      self.fixed = fixed
      self.candidates = Table(candidates)
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
    package let week: WeekIndex
    package var points: Int

    package init(week: WeekIndex, points: Int) {
      self.week = week
      self.points = points
    }
  }

  /// A problem of nobody: whoever makes one adds the engineers and the projects.
  package init(weeks: Int, rotations: Int, open: [Bool], isUnpopular: [Bool], least: Int) {
    slots = Slots(weeks: weeks, rotations: rotations)
    self.open = Table(open)
    self.isUnpopular = Table(isUnpopular)
    self.least = least
    engineers = Table([])
    projects = Table([])
    constant = 0
  }

  package var weeks: Range<WeekIndex> { slots.weeks }
  package var rotations: Range<RotationIndex> { slots.rotations }

  /// Who may hold a shift.
  func able(_ slot: Slot) -> [EngineerIndex] {
    engineers.indices.filter { engineers[$0].allowed[slot] }
  }

  /// An engineer who may hold nothing yet, and whom nothing costs anything.
  package func engineer(sinceLast: Int?, most: Int, ownedAtOnce: Int) -> Engineer {
    Engineer(
      allowed: open.mapValues { _ in false }, shiftPoints: open.mapValues { _ in 0 },
      idlePoints: isUnpopular.mapValues { _ in 0 },
      chainPoints: Array(repeating: 0, count: Problem.lanes),
      countPoints: Table(repeating: Array(repeating: 0, count: weeks.count + 1), for: rotations),
      unpopularPoints: Array(repeating: 0, count: weeks.count + 1), sinceLast: sinceLast,
      most: most,
      ownedAtOnce: ownedAtOnce)
  }
}
