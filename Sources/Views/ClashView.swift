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
    .object(
      [.init("period", .string(period.name)), .init("status", "infeasible")] + clash.members)
  }

  public var text: String {
    "No rota of \(period.name) keeps every hard rule: \(clash.summary.safeForTerminal).\n"
      + clash.factsText("These facts cannot hold together:")
      + clash.fixesText("Each of these edits makes a rota possible:")
  }
}

extension Clash {
  /// The facts with their places, below a heading; empty where there are none.
  func factsText(_ heading: String) -> String {
    guard !facts.isEmpty else { return "" }
    return "\n\(heading)\n"
      + facts.map { fact in
        let place = fact.place.map { "\($0.file):\($0.line): " } ?? ""
        return "  " + (place + fact.text).safeForTerminal + "\n"
      }.joined()
  }

  /// The edits with the points they lead to, below a heading; empty where there are none.
  func fixesText(_ heading: String, sign: String = "") -> String {
    guard !fixes.isEmpty else { return "" }
    return "\n\(heading)\n"
      + fixes.map { fix in
        let points = fix.points.map { " (\($0 > 0 ? sign : "")\($0) points)" } ?? ""
        return "  " + fix.text.safeForTerminal + points + "\n"
      }.joined()
  }

  /// The facts and the edits in every JSON interface.
  var members: [JSON.Member] {
    [
      .init(
        "clash",
        .array(
          facts.map { fact in
            [
              "text": .string(fact.text), "file": fact.place.map { .string($0.file) } ?? .null,
              "line": fact.place.map { .number($0.line) } ?? .null,
            ]
          })),
      .init(
        "fixes",
        .array(
          fixes.map {
            ["text": .string($0.text), "points": $0.points.map(JSON.number) ?? .null]
          })),
    ]
  }
}
