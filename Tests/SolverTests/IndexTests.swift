import Testing

@testable import Solver

/// Indices of one kind, and the arithmetic that joins two of them, which stands nowhere else.
@Suite("Indices")
struct IndexTests {
  @Test(
    "number each shift once, week by week",
    arguments: [(0, 1), (1, 1), (3, 1), (1, 4), (5, 3)])
  func slots(weeks: Int, rotations: Int) {
    let slots = Slots(weeks: weeks, rotations: rotations)
    #expect(slots.all.count == weeks * rotations)
    let pairs = slots.weeks.flatMap { week in slots.rotations.map { (week, $0) } }
    // In order and without a gap: what numbers all of them numbers each once.
    #expect(pairs.map { slots[$0, $1] } == Array(slots.all))
    for (week, rotation) in pairs {
      #expect(slots.week(of: slots[week, rotation]) == week)
      #expect(slots.rotation(of: slots[week, rotation]) == rotation)
    }
    #expect(slots.weeks.flatMap { Array(slots[$0]) } == Array(slots.all))
  }

  @Test("keep a value for each pair")
  func grid() {
    let (engineers, weeks) = (EngineerIndex(0)..<3, WeekIndex(0)..<4)
    var grid = Grid(repeating: 0, engineers, weeks)
    for (engineer, week) in grid.pairs {
      grid[engineer, week] += 10 * engineer.number + week.number
    }
    #expect(grid.values == [0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23])
    #expect(grid.columns == weeks)
    #expect(Grid(repeating: 7, engineers, WeekIndex(0)..<0).pairs.isEmpty)
  }

  @Test("are counted from the first week, also before it")
  func weeks() {
    let first = WeekIndex(0)
    #expect(first - 3 < first)
    #expect(first - (first - 3) == 3)
    #expect(Array(first - 1..<first + 2) == [first - 1, first, first + 1])
  }

  @Test("of engineers tell who is none of them")
  func engineers() {
    #expect(!EngineerIndex.nobody.isKnown && !EngineerIndex.stranger.isKnown)
    #expect(EngineerIndex(0).isKnown)
  }
}
