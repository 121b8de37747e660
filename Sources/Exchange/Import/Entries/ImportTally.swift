package import Diagnostics

/// How many rows a file has, and what became of them.
package struct ImportTally: Sendable {
  package internal(set) var read = 0
  package internal(set) var leftOut: [LeftOut: Int] = [:]
  package internal(set) var noRows: [NoRow: Int] = [:]
  /// Covers of the weeks that are read, whether they are rows or stand in the cell of a shift.
  package internal(set) var covers = 0
  /// Covers in cells of shifts that are left out: no rows of their own.
  package internal(set) var coversLeftOut = 0

  package var rowsLeftOut: Int { leftOut.values.reduce(0, +) }
  package var rows: Int { read + rowsLeftOut }

  /// `47 of 52 rows read into 4 rotas with 3 covers; 5 left out: 3 unknown people, 2 dates; 1 cover
  /// left out; no rows: 12 empty cells`.
  package func text(rotas: Int) -> String {
    var text = "\(read) of \(rows) row\(rows == 1 ? "" : "s") read"
    if rotas > 0 { text += " into \(rotas) rota\(rotas == 1 ? "" : "s")" }
    if rotas > 0, covers > 0 { text += " with \(words(covers))" }
    if rowsLeftOut > 0 {
      let kinds = LeftOut.allCases.compactMap { kind in
        leftOut[kind].map { kind.counted($0) }
      }
      text += "; \(rowsLeftOut) left out: " + kinds.joined(separator: ", ")
    }
    if coversLeftOut > 0 { text += "; \(words(coversLeftOut)) left out" }
    let kinds = NoRow.allCases.compactMap { kind in noRows[kind].map { kind.counted($0) } }
    return kinds.isEmpty ? text : text + "; no rows: " + kinds.joined(separator: ", ")
  }

  private func words(_ covers: Int) -> String { "\(covers) cover\(covers == 1 ? "" : "s")" }

  /// `{ "empty": 12 }`.
  package var noRowsJSON: JSON {
    .object(
      NoRow.allCases.compactMap { kind in
        noRows[kind].map { JSON.Member(kind.rawValue, .number($0)) }
      })
  }

  mutating func count(_ kind: NoRow, _ number: Int = 1) {
    if number > 0 { noRows[kind, default: 0] += number }
  }

  mutating func count(_ entries: [Entry]) {
    for entry in entries {
      switch entry.outcome {
      case .leftOut where entry.isPart: coversLeftOut += 1
      case _ where entry.isPart: break
      case .read: read += 1
      case .leftOut(let kind): leftOut[kind, default: 0] += 1
      case .noRow(let kind): count(kind)
      }
    }
  }
}
