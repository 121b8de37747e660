import Dates
package import RotaModel

/// What every engineer did against their share over a span of weeks on file: `rota
/// fairness`. Loads are in millionths of a shift.
package struct ShareAccounts: Sendable {
  /// What an engineer owed and held of something.
  package struct Account: Sendable, Equatable {
    /// The sum of the accruals.
    package var share = 0
    /// Shifts held, after covers moved their parts.
    package var held = 0
    /// The part of `held` in weeks that have not begun by today.
    package var planned = 0
    /// The weeks of which the files give the engineer a shift, covered or not; each once.
    package var weeks: [ShiftWeek] = []

    /// Positive for who has done more than was owed.
    package var balance: Int { held - share }

    package var isBlank: Bool { share == 0 && held == 0 && weeks.isEmpty }
  }

  package struct Row: Sendable {
    package let engineer: EngineerID
    /// By rotation in the team file's order; only those with something in them.
    package let rotations: [(rotation: RotationID, account: Account)]
    /// The unpopular weeks, all rotations together.
    package let unpopular: Account
    /// Working days of the holders for whom the engineer stood in, and of the engineer's own
    /// shifts on which others stood in.
    package let stoodInDays: Int
    package let coveredDays: Int
    /// The fewest and the most weeks between consecutive shifts of the span, of any rotation; nil
    /// for fewer than two.
    package let nearest: Int?
    package let farthest: Int?
    /// On file, whatever the span: the latest shift week begun by today, and the first after it.
    package let last: ShiftWeek?
    package let next: ShiftWeek?

    /// The sum over the rotations.
    package var balance: Int { rotations.reduce(0) { $0 + $1.account.balance } }
  }

  package let span: FairnessSpan
  /// The first week of the span that has not begun by today.
  package let plannedFrom: ShiftWeek?
  /// In the team file's order.
  package private(set) var rows: [Row]
  /// Engineers who neither owed nor held anything.
  package let leftOut: Int

  /// - Complexity: O(weeks · rotations · engineers + shifts on file).
  package init(_ span: FairnessSpan, in situation: Situation) {
    self.span = span
    let today = situation.today
    plannedFrom = span.weeks.first { $0.week.start > today }?.week
    var books = Books(situation)
    for entry in span.weeks { books.enter(entry) }
    let distances = ShiftDistances(situation, span)
    rows = situation.team.engineers.indices.compactMap { engineer in
      let accounts = situation.team.rotations.indices.compactMap { rotation in
        let account = books.accounts[engineer][rotation]
        return account.isBlank
          ? nil : (rotation: situation.team.rotations[rotation].id, account: account)
      }
      guard !accounts.isEmpty else { return nil }
      return Row(
        engineer: situation.team.engineers[engineer].id, rotations: accounts,
        unpopular: books.unpopular[engineer], stoodInDays: books.stoodInDays[engineer],
        coveredDays: books.coveredDays[engineer], nearest: distances.between[engineer].min(),
        farthest: distances.between[engineer].max(), last: distances.last[engineer],
        next: distances.next[engineer])
    }
    leftOut = situation.team.engineers.count - rows.count
  }

  /// The same with the accounts of one rotation alone; who has none in it has no row. No number
  /// changes.
  package func only(_ rotation: RotationID) -> ShareAccounts {
    var fairness = self
    fairness.rows = rows.compactMap { row in
      let kept = row.rotations.filter { $0.rotation == rotation }
      guard !kept.isEmpty else { return nil }
      return Row(
        engineer: row.engineer, rotations: kept, unpopular: row.unpopular,
        stoodInDays: row.stoodInDays, coveredDays: row.coveredDays, nearest: row.nearest,
        farthest: row.farthest, last: row.last, next: row.next)
    }
    return fairness
  }

  /// The same with who has done most first; of equals, the team file's order.
  package func sortedByBalance() -> ShareAccounts {
    var fairness = self
    fairness.rows = rows.enumerated().sorted {
      ($1.element.balance, $0.offset) < ($0.element.balance, $1.offset)
    }.map(\.element)
    return fairness
  }
}

/// Everybody's accounts while the weeks of a span are entered.
private struct Books {
  let situation: Situation
  /// By engineer and rotation.
  var accounts: [[ShareAccounts.Account]]
  var unpopular: [ShareAccounts.Account]
  var stoodInDays: [Int]
  var coveredDays: [Int]

  init(_ situation: Situation) {
    self.situation = situation
    let team = situation.team
    accounts = team.engineers.map { _ in team.rotations.map { _ in ShareAccounts.Account() } }
    unpopular = team.engineers.map { _ in ShareAccounts.Account() }
    stoodInDays = team.engineers.map { _ in 0 }
    coveredDays = stoodInDays
  }

  mutating func enter(_ entry: FairnessSpan.WeekOnFile) {
    let rota = situation.rotas[entry.rota]
    for rotation in situation.team.rotations.indices {
      let loads = WeekLoads(of: rotation, in: entry.week, of: rota, situation)
      if case .success(let content) = loads.content {
        enter(content, of: rotation, in: entry.week)
      }
    }
  }

  private mutating func enter(
    _ content: WeekLoads.Content, of rotation: Int, in week: ShiftWeek
  ) {
    let isUnpopular = situation.team.unpopular.touches(week.days)
    let isPlanned = week.start > situation.today
    func change(_ engineer: Int, _ change: (inout ShareAccounts.Account) -> Void) {
      change(&accounts[engineer][rotation])
      if isUnpopular { change(&unpopular[engineer]) }
    }
    for accrual in content.accruals { change(accrual.engineer) { $0.share += accrual.load } }
    for engineer in Set([content.holder] + content.moved.map(\.standIn)) {
      let held = content.held(by: engineer)
      change(engineer) {
        $0.held += held
        if isPlanned { $0.planned += held }
      }
    }
    change(content.holder) { account in
      if !account.weeks.contains(week) { account.weeks.append(week) }
    }
    for moved in content.moved {
      stoodInDays[moved.standIn] += moved.days
      coveredDays[content.holder] += moved.days
    }
  }
}

/// How far apart everybody's shifts lie, and which are the last and the next.
private struct ShiftDistances {
  /// By engineer: the weeks between consecutive shifts of the span.
  var between: [[Int]]
  var last: [ShiftWeek?]
  var next: [ShiftWeek?]

  init(_ situation: Situation, _ span: FairnessSpan) {
    var held = [Set<ShiftWeek>](repeating: [], count: situation.team.engineers.count)
    for shift in situation.rotas.flatMap(\.shifts) {
      if let engineer = situation.availability.index(of: shift.engineer) {
        held[engineer].insert(shift.week)
      }
    }
    let weeks = held.map { $0.sorted() }
    let inSpan = Set(span.weeks.map(\.week))
    between = weeks.map { weeks in
      let spanned = weeks.filter(inSpan.contains)
      return zip(spanned, spanned.dropFirst()).map { $0.weeks(to: $1) }
    }
    last = weeks.map { $0.last { $0.start <= situation.today } }
    next = weeks.map { $0.first { $0.start > situation.today } }
  }
}
