import Dates
import RotaModel
import Rules

extension FairnessView {
  /// Share, held and balance of one rotation, in shifts.
  func accountsTable(of rotation: Rotation) -> TextTable {
    var table = TextTable(
      [.name(rotation.name)] + ["share", "held", "planned", "balance"].map(TableColumn.number)
        + (hasBars ? [.spare("")] : []))
    let accounts = accounts(of: rotation)
    let most = accounts.map { $0.account.balance.magnitude }.max() ?? 0
    for (engineer, account) in accounts {
      table.add(
        [
          team.name(of: engineer), shifts(account.share), shifts(account.held),
          shifts(account.planned), signedShifts(account.balance),
        ] + (hasBars ? [bar(account.balance, most: most)] : []))
    }
    return table
  }

  /// What the engineer owed and held of the unpopular weeks, all rotations together; nil where
  /// the span has none.
  var unpopularTable: TextTable? {
    var table = TextTable([
      .name("unpopular weeks"), .number("share"), .number("held"), .number("balance"),
      .words("held weeks"),
    ])
    let rows = fairness.rows.filter { !$0.unpopular.isBlank }
    for row in rows {
      table.add([
        team.name(of: row.engineer), shifts(row.unpopular.share), shifts(row.unpopular.held),
        signedShifts(row.unpopular.balance),
        row.unpopular.weeks.map { "\($0)" }.joined(separator: ", "),
      ])
    }
    return rows.isEmpty ? nil : table
  }

  /// Covers and distances of the engineer, all rotations together.
  var restTable: TextTable {
    var table = TextTable([
      .name("covers and distances"), .number("stood in"), .number("was covered"),
      .number("nearest"), .number("farthest"), .whole("last"), .whole("next"),
    ])
    for row in fairness.rows {
      table.add([
        team.name(of: row.engineer), days(row.stoodInDays), days(row.coveredDays),
        row.nearest.map(weeks) ?? "", row.farthest.map(weeks) ?? "",
        row.last?.description ?? "", row.next?.description ?? "",
      ])
    }
    return table
  }

  /// Millionths, so that the columns add up to the tables' numbers.
  func traceTable(_ trace: FairnessTrace) -> TextTable {
    let several = Set(trace.lines.map(\.rotation)).count > 1
    var table = TextTable(
      [.whole("week")] + (several ? [.name("rotation")] : [])
        + [
          .number("accrued"), .number("among"), .number("held"),
          .words("covers and what stops accruing"),
        ])
    func add(_ week: String, _ rotation: String, _ rest: [String]) {
      table.add([week] + (several ? [rotation] : []) + rest)
    }
    for line in trace.lines {
      let covers = line.covers.map { part in
        let name = team.name(of: part.other)
        let words = part.load < 0 ? "\(name) stood in" : "stood in for \(name)"
        return "\(words) for \(days(part.days)): \(millionths(part.load))"
      }
      add(
        line.week.description, team.rotation(line.rotation)?.name ?? line.rotation.text,
        [
          millionths(line.accrued), String(line.among), millionths(line.held),
          (covers + [line.reason?.words].compactMap(\.self)).joined(separator: ", "),
        ])
    }
    for rotation in team.rotations {
      let lines = trace.lines.filter { $0.rotation == rotation.id }
      guard !lines.isEmpty else { continue }
      add(
        "sum", rotation.name,
        [
          millionths(lines.reduce(0) { $0 + $1.accrued }), "",
          millionths(lines.reduce(0) { $0 + $1.held }), "",
        ])
    }
    return table
  }

  /// Blocks to the left of a line for less than the share, to the right for more.
  private func bar(_ balance: Int, most: UInt) -> String {
    let width = 8
    let blocks = most == 0 ? 0 : (Int(balance.magnitude) * width + Int(most) / 2) / Int(most)
    let drawn = String(repeating: "█", count: blocks)
    let space = String(repeating: " ", count: width - (balance < 0 ? blocks : 0))
    return balance < 0 ? "\(space)\(drawn)│" : "\(space)│\(drawn)"
  }

  /// `0.142857`.
  private func millionths(_ load: Int) -> String {
    let digits = String(load.magnitude % 1_000_000)
    return (load < 0 ? "-" : "") + "\(load.magnitude / 1_000_000)."
      + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

extension FairnessTrace.Reason {
  fileprivate var words: String {
    switch self {
    case .closed: "closed: nobody could work"
    case .nobody: "left out: nobody holds it"
    case .leftOut: "left out: its holder could not hold it"
    case .notAMember: "not a member"
    case .notEmployed: "not on the team"
    case .away: "away"
    }
  }
}

/// Millionths of a shift as shifts with two decimals, rounded half up.
package func shifts(_ load: Int) -> String { hundredths(dividedHalfUp(load, by: 10_000)) }

/// The same with a sign before what is more than nothing.
package func signedShifts(_ load: Int) -> String {
  let text = shifts(load)
  return dividedHalfUp(load, by: 10_000) > 0 ? "+" + text : text
}

/// `1 day`, `3 days`.
package func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
