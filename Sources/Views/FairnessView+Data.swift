import Dates
package import Diagnostics
import RotaModel
import Rules

extension FairnessView {
  /// The interface of `fairness --format json`; loads in millionths of a shift.
  package var json: JSON {
    let span = fairness.span
    var members: [JSON.Member] = [
      .init("from", .string(span.first.description)), .init("to", .string(span.last.description)),
      .init("weeks", .number(span.count)),
      .init("planned_from", json(fairness.plannedFrom)),
      .init("left_out", .number(fairness.leftOut)),
      .init(
        "engineers", .object(fairness.rows.map { .init($0.engineer.text, json(of: $0)) })),
    ]
    if let trace { members.append(.init("trace", .array(trace.lines.map(json)))) }
    return .object(members)
  }

  private func json(of row: ShareAccounts.Row) -> JSON {
    [
      "rotations": .object(
        row.rotations.map { entry in
          let account = entry.account
          return .init(
            entry.rotation.text,
            [
              "share": .number(account.share), "held": .number(account.held),
              "planned": .number(account.planned), "balance": .number(account.balance),
              "weeks": json(account.weeks),
            ])
        }),
      "unpopular": [
        "share": .number(row.unpopular.share), "held": .number(row.unpopular.held),
        "balance": .number(row.unpopular.balance), "weeks": json(row.unpopular.weeks),
      ],
      "stood_in_days": .number(row.stoodInDays), "covered_days": .number(row.coveredDays),
      "nearest": row.nearest.map(JSON.number) ?? .null,
      "farthest": row.farthest.map(JSON.number) ?? .null,
      "last": json(row.last), "next": json(row.next),
    ]
  }

  private func json(_ line: FairnessTrace.Line) -> JSON {
    [
      "week": .string(line.week.description), "rotation": .string(line.rotation.text),
      "accrued": .number(line.accrued), "among": .number(line.among),
      "held": .number(line.held),
      "covers": .array(
        line.covers.map {
          [
            "engineer": .string($0.other.text), "days": .number($0.days),
            "moved": .number($0.load),
          ]
        }),
      "why": line.reason.map { .string($0.rawValue) } ?? .null,
    ]
  }

  private func json(_ week: ShiftWeek?) -> JSON { week.map { .string($0.description) } ?? .null }

  private func json(_ weeks: [ShiftWeek]) -> JSON {
    .array(weeks.map { .string($0.description) })
  }

  /// One row an engineer and rotation, RFC 4180, line ends LF; loads in millionths of a shift.
  /// From `unpopular_share` on the columns are the engineer's, the same in each row.
  package var csv: String {
    let head = [
      "engineer", "rotation", "share", "held", "planned", "balance", "unpopular_share",
      "unpopular_held", "unpopular_balance", "unpopular_weeks", "stood_in_days", "covered_days",
      "nearest", "farthest", "last", "next",
    ]
    let lines = fairness.rows.flatMap { row in
      row.rotations.map { entry in
        [row.engineer.text, entry.rotation.text] + cells(of: entry.account) + cells(of: row)
      }
    }
    // Negative numbers are numbers: no formula, so no mark before them.
    return ([head] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private func cells(of account: ShareAccounts.Account) -> [String] {
    [account.share, account.held, account.planned, account.balance].map { String($0) }
  }

  private func cells(of row: ShareAccounts.Row) -> [String] {
    let unpopular = row.unpopular
    let loads = [unpopular.share, unpopular.held, unpopular.balance].map { String($0) }
    let weeks = unpopular.weeks.map(\.description).joined(separator: " ")
    let days = [row.stoodInDays, row.coveredDays].map { String($0) }
    let distances = [row.nearest, row.farthest].map { $0.map { String($0) } ?? "" }
    let edges = [row.last, row.next].map { $0?.description ?? "" }
    return loads + [weeks] + days + distances + edges
  }
}
