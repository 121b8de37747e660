public import Diagnostics
public import RotaModel
public import Scheduling

/// The answer where no rota exists: the facts that clash and the edits that would help.
public struct ClashView: Sendable {
  public let clash: Clash
  public let period: Period

  public init(_ clash: Clash, period: Period) {
    self.clash = clash
    self.period = period
  }

  /// The interface of `generate --format json` where no rota exists.
  public var json: JSON {
    .object([
      .init("period", .string(period.name)), .init("status", "infeasible"),
      .init("clash", .array(clash.facts.map(json(of:)))),
      .init(
        "fixes",
        .array(
          clash.fixes.map {
            ["text": .string($0.text), "points": $0.points.map(JSON.number) ?? .null]
          })),
    ])
  }

  private func json(of fact: Clash.Fact) -> JSON {
    [
      "text": .string(fact.text), "file": fact.place.map { .string($0.file) } ?? .null,
      "line": fact.place.map { .number($0.line) } ?? .null,
    ]
  }

  public var text: String {
    var text =
      "No rota of \(period.name) keeps every hard rule: \(clash.summary.safeForTerminal).\n"
    if !clash.facts.isEmpty {
      text += "\nThese facts cannot hold together:\n"
      for fact in clash.facts {
        let place = fact.place.map { "\($0.file):\($0.line): " } ?? ""
        text += "  " + (place + fact.text).safeForTerminal + "\n"
      }
    }
    if !clash.fixes.isEmpty {
      text += "\nEach of these edits makes a rota possible:\n"
      for fix in clash.fixes {
        let points = fix.points.map { " (\($0) points)" } ?? ""
        text += "  " + fix.text.safeForTerminal + points + "\n"
      }
    }
    return text
  }
}
