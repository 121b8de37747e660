package import Solver

/// Who holds the weeks that stay as they are.
package struct FrozenShifts: Sendable {
  /// How many they are.
  package let weeks: Int
  private let slots: Slots
  /// The holders of all of the period, slot by slot.
  private let held: [EngineerIndex]
  /// By engineer: shifts in unpopular weeks, two in one week both.
  package let unpopular: [Int]

  package init(_ roster: Roster, weeks: Int) {
    let frame = roster.frame
    self.weeks = weeks
    let slots = Slots(weeks: frame.weeks.count, rotations: frame.rotations.count)
    self.slots = slots
    var held = Array(repeating: EngineerIndex.nobody, count: slots.all.count)
    for shift in roster.shifts {
      guard let week = shift.week, let rotation = shift.rotation else { continue }
      held[slots[WeekIndex(week), RotationIndex(rotation)].number] =
        shift.engineer.map(EngineerIndex.init) ?? .stranger
    }
    let holders = held
    self.held = holders
    let unpopular = slots.all.prefix(weeks * slots.rotations.count).filter {
      frame.isUnpopular[slots.week(of: $0).number]
    }.map(\.number)
    self.unpopular = frame.engineers.map { engineer in
      unpopular.count { holders[$0].number == engineer }
    }
  }

  /// The holders of the weeks after them.
  package var later: Table<Slot, EngineerIndex> {
    Table(Array(held.dropFirst(weeks * slots.rotations.count)))
  }

  package func count(of engineer: Int) -> Int {
    held.prefix(weeks * slots.rotations.count).count { $0.number == engineer }
  }

  package func count(of engineer: Int, _ rotation: Int) -> Int {
    (0..<weeks).count {
      held[slots[WeekIndex($0), RotationIndex(rotation)].number].number == engineer
    }
  }

  package func holds(_ engineer: Int, _ week: Int) -> Bool {
    let week = slots[WeekIndex(week)]
    return held[week.lowerBound.number..<week.upperBound.number].contains {
      $0.number == engineer
    }
  }

  package func last(of engineer: Int) -> Int? { (0..<weeks).last { holds(engineer, $0) } }
}

extension Problem {
  /// The problem of the weeks after those that stay as they are: the chain goes on from there, and
  /// what their shifts cost an owner is part of owning. (Counts and limits go on in the tables.)
  func afterFreezing(_ frozen: FrozenShifts) -> Problem {
    var rest = self
    rest.slots = Slots(weeks: weeks.count - frozen.weeks, rotations: rotations.count)
    rest.open = frozen.later(open, by: rotations.count)
    rest.isUnpopular = frozen.later(isUnpopular, by: 1)
    for engineer in engineers.indices {
      rest.engineers[engineer] = tables(of: engineer, after: frozen)
    }
    rest.projects = projects(after: frozen)
    return rest
  }

  func tables(of engineer: EngineerIndex, after frozen: FrozenShifts) -> Engineer {
    var tables = engineers[engineer]
    tables.allowed = frozen.later(tables.allowed, by: rotations.count)
    tables.shiftPoints = frozen.later(tables.shiftPoints, by: rotations.count)
    tables.idlePoints = frozen.later(tables.idlePoints, by: 1)
    tables.sinceLast =
      frozen.last(of: engineer.number).map { frozen.weeks - $0 }
      ?? tables.sinceLast.map { $0 + frozen.weeks }
    return tables
  }

  func projects(after frozen: FrozenShifts) -> Table<ProjectIndex, Project> {
    var rest = projects
    for project in projects.indices {
      for engineer in engineers.indices
      where !projects[project].candidates[engineer].links.isEmpty {
        var candidate = projects[project].candidates[engineer]
        for link in candidate.links
        where link.week.number < frozen.weeks && frozen.holds(engineer.number, link.week.number) {
          candidate.ownPoints += link.points
        }
        candidate.links = candidate.links.filter { $0.week.number >= frozen.weeks }.map {
          Link(week: $0.week - frozen.weeks, points: $0.points)
        }
        rest[project].candidates[engineer] = candidate
      }
    }
    return rest
  }
}

extension FrozenShifts {
  /// What a table has of the weeks after them, so many values a week.
  fileprivate func later<Index, Value>(_ table: Table<Index, Value>, by each: Int)
    -> Table<Index, Value>
  {
    Table(Array(table.values.dropFirst(weeks * each)))
  }
}
