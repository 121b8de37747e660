import Dates
import RotaModel

extension RotaSheet {
  /// The rota as a terminal shows it: the weeks, the owners and the sessions.
  package func text(width: Int?) -> String {
    let weeks = rows.count
    let title =
      "Rota of \(rota.period.name): \(weeks) \(weeks == 1 ? "week" : "weeks")"
      + (rows.first.map { " from \($0.week)" } ?? "") + "\n\n"
    return title + weeksTable.text(width: width)
      + (lines.isEmpty ? "" : "\n" + ownersTable.text(width: width))
      + (sessions?.isEmpty ?? true ? "" : "\n" + sessionsTable.text(width: width))
  }

  var weeksTable: TextTable {
    var table = TextTable(
      [.whole("week"), .whole("ISO"), .spare("dates")] + rotations.map { .name($0.name) }
        + [.words("notes")])
    for row in rows {
      let holders = row.holders.map { $0.map(team.name(of:)) ?? "–" }
      table.add(
        [
          row.week.description, row.isoWeek.number,
          shortText(rota.days(of: row.week)),
        ]
          + holders + [row.notes.joined(separator: ", ")])
    }
    return table
  }

  var ownersTable: TextTable {
    var table = TextTable([.name("project"), .whole("life"), .words("owners")])
    for line in lines {
      table.add([line.name, line.life.map(lifeText) ?? "", ownersText(line)])
    }
    return table
  }

  var sessionsTable: TextTable {
    SessionsTable(sessions ?? [], of: team).table
  }

  /// `Ada Lindqvist until 2027-02-14, Grace Hopper from 2027-02-15`; a dash for nobody.
  func ownersText(_ line: Line) -> String {
    line.owners.isEmpty
      ? "–"
      : line.owners.map(team.text(of:)).joined(separator: ", ")
  }

  func lifeText(_ life: Range<Day>) -> String { "\(life.lowerBound) to \(life.upperBound - 1)" }
}
