import Dates
package import Diagnostics
package import Planning
package import RotaModel

/// The answer where no rota exists, as text that grows: first the facts that clash, then one after
/// the other the edits that help.
package struct ClashText {
  private let period: Period
  private let isVerbose: Bool
  private var fixes: [Clash.Fix] = []

  /// - Parameter isVerbose: whether facts that are told in one sentence are listed below it.
  package init(period: Period, isVerbose: Bool) {
    self.period = period
    self.isVerbose = isVerbose
  }

  /// What cannot hold together.
  package func found(_ clash: Clash) -> String {
    "No rota of \(period.name) keeps every hard rule: \(clash.summary.safeForTerminal).\n"
      + clash.factsText("These facts cannot hold together:", isVerbose: isVerbose)
  }

  /// An edit that helps, below a heading where it is the first.
  package mutating func helps(_ fix: Clash.Fix) -> String {
    fixes.append(fix)
    return (fixes.count == 1 ? "\nEach of these edits makes a rota possible:\n" : "") + fix.line()
  }

  /// Which of several edits costs least, where it was not the first.
  package func end(_ clash: Clash) -> String {
    guard let cheapest = clash.fixes.first, let first = fixes.first,
      cheapest.points != first.points
    else { return "" }
    return "\nThe cheapest of them:\n" + cheapest.line()
  }
}

extension Clash {
  /// The interface of `generate --format json` where no rota exists.
  package func json(of period: Period) -> JSON {
    .object([.init("period", .string(period.name)), .init("status", "infeasible")] + members)
  }

  /// The facts with their places, below a heading; empty where there are none. Of several facts in
  /// one sentence the places are left to `--verbose`, unless it is one place.
  func factsText(_ heading: String, isVerbose: Bool = false) -> String {
    guard !facts.isEmpty else { return "" }
    let lines = facts.map { fact in
      let places = fact.places
      let place = places.count == 1 ? places[0].start : ""
      let parts = isVerbose && fact.parts.count > 1 ? fact.parts : []
      return "  " + (place + fact.text).safeForTerminal + "\n"
        + parts.map { part in
          "    " + ((part.place?.start ?? "") + part.text).safeForTerminal + "\n"
        }.joined()
    }
    let isShort = !isVerbose && facts.contains { $0.places.count > 1 }
    return "\n\(heading)\n" + lines.joined()
      + (isShort ? "  (`--verbose` lists every fact with its place)\n" : "")
  }

  /// The edits with the points they lead to, below a heading; empty where there are none.
  func fixesText(_ heading: String, sign: String = "") -> String {
    fixes.isEmpty ? "" : "\n\(heading)\n" + fixes.map { $0.line(sign: sign) }.joined()
  }

  /// The facts and the edits in every JSON interface: of facts in one sentence each place for
  /// itself, in the same words.
  var members: [JSON.Member] {
    let facts = self.facts.flatMap { fact in
      let places: [Place?] = fact.places.isEmpty ? [nil] : fact.places
      return places.map { place -> JSON in
        [
          "text": .string(fact.text), "file": place.map { .string($0.file) } ?? .null,
          "line": place.map { .number($0.line) } ?? .null,
        ]
      }
    }
    let fixes = self.fixes.map { fix -> JSON in
      let points = JSON.Member("points", fix.points.map(JSON.number) ?? .null)
      let text = JSON.Member("text", .string(fix.text))
      return .object([text, points] + (fix.isProved ? [] : [.init("status", "feasible")]))
    }
    return [.init("clash", .array(facts)), .init("fixes", .array(fixes))]
  }
}

extension Clash.Fix {
  /// - Parameter sign: stands before points above zero.
  fileprivate func line(sign: String = "") -> String {
    let most = isProved ? "" : "at most "
    let points = points.map { " (\(most)\($0 > 0 ? sign : "")\($0) points)" } ?? ""
    return "  " + text.safeForTerminal + points + "\n"
  }
}

extension Place {
  /// `config/team.yaml:8: `, as text begins that tells of it.
  fileprivate var start: String { "\(file):\(line): " }
}
