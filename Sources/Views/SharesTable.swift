import Dates
import RotaModel
import Rules

/// Who owes and holds how much of each rotation: the one table of shares, in `generate` and `show`.
struct SharesTable {
  private let tables: [TextTable]
  private let span: String

  /// Who neither owes nor holds anything, such as a leaver of long ago, has no line.
  init(_ shares: [Share], period: Period, team: Team) {
    span = period.word
    tables = team.rotations.compactMap { rotation in
      let own = shares.filter {
        $0.rotation == rotation.id && ($0.parts.share != 0 || $0.target != 0 || $0.held != 0)
      }
      guard !own.isEmpty else { return nil }
      var table = TextTable(
        [.name(rotation.name)]
          + ["share", "carried over", "owes", "holds"].map(TableColumn.number))
      for share in own {
        table.add([
          team.name(of: share.engineer), hundredths(share.parts.share),
          hundredths(share.parts.carried), hundredths(share.target), String(share.held),
        ])
      }
      return table
    }
  }

  func text(width: Int?) -> String { joined { $0.text(width: width) } }

  var markdown: String { joined(\.markdown) }

  private func joined(_ render: (TextTable) -> String) -> String {
    guard !tables.isEmpty else { return "" }
    return tables.map(render).joined(separator: "\n") + "\n" + legend
  }

  private var legend: String {
    """
    share: the part of this \(span)'s weeks; carried over: from earlier rotas, at most 2 shifts \
    count; owes: both together

    """
  }
}
