package import Diagnostics
import Rules

/// The answer of `show`: the sheet, what everybody owes and holds, and where asked what each point
/// is for.
package struct ShownRota: Sendable {
  private let sheet: RotaSheet
  private let judged: JudgedRota
  private let explained: ExplainedView?

  package init(sheet: RotaSheet, judged: JudgedRota, explained: ExplainedView?) {
    self.sheet = sheet
    self.judged = judged
    self.explained = explained
  }

  package func text(width: Int?) -> String {
    sheet.text(width: width) + "\n" + judged.sharesTable.text(width: width)
      + (explained.map { "\n" + judged.pointsLine + "\n\n" + $0.text(width: width) } ?? "")
  }

  package var markdown: String {
    sheet.markdown + "\n" + judged.sharesTable.markdown
      + (explained.map { "\n" + escapedForMarkdown(judged.pointsLine) + "\n\n" + $0.markdown }
        ?? "")
  }

  /// The interface of `show --format json`.
  package var json: JSON {
    guard let explained, case .object(let members) = sheet.json else { return sheet.json }
    let points = judged.judgement.points
    return .object(
      members + [
        .init("explained", explained.json), .init("terms", points.json),
        .init("points", .number(points.total)),
      ])
  }
}
