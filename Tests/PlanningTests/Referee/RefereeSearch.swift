import Diagnostics
import RotaModel

/// Finds the best rota of a small team by branch and bound, week by week, written anew from
/// `Rules.docc`: what shifts cost falls apart by engineer, so the cheapest way to go on from each
/// engineer's weeks so far, added up, is never dearer than any rota that goes on from there.
struct RefereeSearch {
  private let referee: Referee
  /// By engineer, week and rotation: no hard rule of this shift alone forbids it.
  private var canHold: [[[Bool]]] = []
  private let rotations: Int
  private let weeks: Int
  private var tables: [Costs: Table] = [:]

  struct Best {
    let points: Int
    let rota: Rota
  }

  /// The cheapest points from an engineer's first weeks on, by their number and then by what was
  /// held in them: a number in base (rotations + 1), zero for a week without a shift. `Int.max`
  /// where no way to go on keeps the hard rules.
  private typealias Table = [[Int]]

  /// What makes a table: the engineer, and what a shift of each week costs beside.
  private struct Costs: Hashable {
    let engineer: Int
    let byWeek: [Int]
  }

  init(_ referee: Referee) {
    self.referee = referee
    rotations = referee.team.rotations.count
    weeks = referee.weeks.count
    let team = referee.team
    canHold = team.engineers.map { engineer in
      let outside = referee.neighbours(engineer.id)
      return referee.weeks.map { week in
        let isRested =
          (outside.before.map { referee.distance($0, week) > team.rest } ?? true)
          && (outside.after.map { referee.distance(week, $0) > team.rest } ?? true)
        return team.rotations.map { rotation in
          let pin = team.pins.first { $0.week == week && $0.rotation == rotation.id }
          return isRested && referee.facts.isEligible(engineer, rotation, week)
            && referee.facts.isAvailable(engineer, week)
            && (pin.map { $0.engineer == engineer.id } ?? true)
        }
      }
    }
  }

  /// nil where every rota breaks a hard rule.
  mutating func best() -> Best? {
    let team = referee.team
    let pinOfClosedWeek = team.pins.contains { pin in
      guard referee.weeks.contains(pin.week), let rotation = team.rotation(pin.rotation) else {
        return false
      }
      return referee.facts.isClosed(rotation, pin.week)
    }
    guard !pinOfClosedWeek else { return nil }
    let open = referee.weeks.map { week in
      team.rotations.indices.filter { !referee.facts.isClosed(team.rotations[$0], week) }
    }
    var best: Best?
    for owners in referee.allowedOwners() {
      let owned = Rota(period: referee.period, owners: owners)
      var constant = 0
      var own: [Table] = []
      for engineer in team.engineers.indices {
        func points(_ held: [Int]) -> Int {
          referee.ownerPoints(engineer, held, in: owned).values.reduce(0, +)
        }
        let free = points([])
        constant += free
        let costs = Costs(
          engineer: engineer, byWeek: (0..<weeks).map { points([$0]) - free })
        let table = tables[costs] ?? self.table(costs)
        tables[costs] = table
        own.append(table)
      }
      var descent = Descent(tables: own, open: open, rotations: rotations)
      descent.limit = best.map { $0.points - constant } ?? Int.max
      descent.run()
      if let found = descent.found {
        best = Best(
          points: descent.limit + constant, rota: rota(found, owners))
      }
    }
    return best
  }

  private func table(_ costs: Costs) -> Table {
    var table: Table = [[Int.max]]
    for week in 0..<weeks {
      table.append(Array(repeating: Int.max, count: table[week].count * (rotations + 1)))
    }
    let person = referee.team.engineers[costs.engineer]
    let most = person.maxShifts?.value ?? weeks
    func fill(_ week: Int, _ code: Int, _ held: [Referee.Turn]) -> Int {
      var least = Int.max
      if week == weeks {
        least = held.reduce(referee.shiftPoints(costs.engineer, held).total) {
          $0 + costs.byWeek[$1.week]
        }
      } else {
        least = fill(week + 1, code * (rotations + 1), held)
        let isRested = held.last.map { week - $0.week > referee.team.rest } ?? true
        if isRested, held.count < most {
          for rotation in 0..<rotations where canHold[costs.engineer][week][rotation] {
            least = min(
              least,
              fill(
                week + 1, code * (rotations + 1) + rotation + 1, held + [(week, rotation)]))
          }
        }
      }
      table[week][code] = least
      return least
    }
    _ = fill(0, 0, [])
    return table
  }

  /// By engineer, what is held in all weeks.
  private func rota(_ codes: [Int], _ owners: [Ownership]) -> Rota {
    var shifts: [Shift] = []
    for (engineer, code) in codes.enumerated() {
      var rest = code
      for week in (0..<weeks).reversed() {
        let digit = rest % (rotations + 1)
        rest /= rotations + 1
        guard digit > 0 else { continue }
        shifts.append(
          Shift(
            week: referee.weeks[week], rotation: referee.team.rotations[digit - 1].id,
            engineer: referee.team.engineers[engineer].id))
      }
    }
    return Rota(period: referee.period, shifts: shifts, owners: owners)
  }

  /// One search through the weeks, with the owners given.
  private struct Descent {
    let tables: [Table]
    /// By week: the rotations that somebody must hold.
    let open: [[Int]]
    let rotations: Int
    /// Only what costs less is looked for; the points of what was found.
    var limit = Int.max
    private(set) var found: [Int]?

    init(tables: [Table], open: [[Int]], rotations: Int) {
      self.tables = tables
      self.open = open
      self.rotations = rotations
    }

    mutating func run() {
      let start = Array(repeating: 0, count: tables.count)
      if let bound = bound(0, start), bound < limit { go(from: 0, start, bound) }
    }

    private mutating func go(from week: Int, _ codes: [Int], _ bound: Int) {
      guard week < open.count else {
        limit = bound
        found = codes
        return
      }
      var next: [(bound: Int, codes: [Int])] = []
      choose(week, 0, codes.map { $0 * (rotations + 1) }, bound, into: &next)
      for (bound, codes) in next.sorted(by: { $0.bound < $1.bound }) where bound < limit {
        go(from: week + 1, codes, bound)
      }
    }

    /// Gives the rotations of a week to engineers in every way that may be cheap enough.
    ///
    /// - Parameter sum: what those cost at the least who were given one, and those as well who may
    ///   still be.
    private func choose(
      _ week: Int, _ index: Int, _ codes: [Int], _ sum: Int,
      into next: inout [(bound: Int, codes: [Int])]
    ) {
      guard sum < limit else { return }
      guard index < open[week].count else {
        if let bound = bound(week + 1, codes), bound < limit { next.append((bound, codes)) }
        return
      }
      for engineer in codes.indices where codes[engineer] % (rotations + 1) == 0 {
        var chosen = codes
        chosen[engineer] += open[week][index] + 1
        let least = tables[engineer][week + 1][chosen[engineer]]
        guard least < Int.max else { continue }
        let before = tables[engineer][week][codes[engineer] / (rotations + 1)]
        choose(week, index + 1, chosen, sum - before + least, into: &next)
      }
    }

    /// nil where somebody cannot go on.
    private func bound(_ week: Int, _ codes: [Int]) -> Int? {
      var sum = 0
      for (table, code) in zip(tables, codes) {
        let least = table[week][code]
        guard least < Int.max else { return nil }
        sum += least
      }
      return sum
    }
  }
}

extension Referee {
  /// The rota of the fewest points that breaks no hard rule; nil where there is none.
  func optimum() -> RefereeSearch.Best? {
    var search = RefereeSearch(self)
    return search.best()
  }
}
