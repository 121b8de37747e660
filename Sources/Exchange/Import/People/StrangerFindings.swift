internal import Calendars
internal import ConfigText
import Dates
internal import Diagnostics
internal import RotaModel

/// Tells once of each person in a file who is nobody of the team, with what to do.
struct StrangerFindings {
  private static let most = 500

  private struct Rows {
    var count = 0
    var place: Range<Int>
    var last: Day
  }

  /// O(entries), and for each stranger the near names of the team.
  static func all(
    _ people: ImportPeople, _ entries: [Entry], _ request: ImportRequest, _ source: SourceText
  ) -> [Diagnostic] {
    var rows: [Int: Rows] = [:]
    for entry in entries {
      guard case .stranger(let index) = entry.who, entry.outcome == .leftOut(.people) else {
        continue
      }
      var known = rows[index] ?? Rows(place: entry.place, last: entry.lastDay)
      known.count += 1
      known.last = max(known.last, entry.lastDay)
      rows[index] = known
    }
    let near = NearNames(request.team)
    var ids = Set(request.team.engineers.map(\.id.text))
    // A column of texts that are no names has as many strangers as cells.
    let shown = rows.keys.sorted().prefix(StrangerFindings.most)
    let findings = shown.compactMap { index -> Diagnostic? in
      guard let own = rows[index] else { return nil }
      let stranger = people.strangers[index]
      let count = own.count == 1 ? "in 1 row" : "in \(own.count) rows"
      let message =
        stranger.fitting.isEmpty
        ? "`\(stranger.text)` is nobody of the team, \(count)"
        : "`\(stranger.text)` may be more than one of the team, \(count)"
      var help: [String] = []
      if !stranger.fitting.isEmpty {
        let ids = stranger.fitting.map { "`\(request.team.engineers[$0].id)`" }
        help.append("it fits " + ids.joined(separator: " and "))
      } else if let name = near.nearest(inShift: stranger.text) {
        help.append(
          "did you mean `\(name)`? another spelling is written below the engineer: "
            + "`aliases: [\(writtenScalar(stranger.text))]`")
      }
      help.append("`--as \"\(stranger.text)=ID\"` says who it is; without ID the rows are left out")
      if stranger.fitting.isEmpty, own.last < request.today {
        let id = EngineerIDs.new(stranger.text, &ids, without: "former")
        help.append(
          "for somebody who left, put below `engineers:` of the team file: "
            + "`\(id): { name: \(writtenScalar(stranger.text)), leaves: \(own.last) }`")
      }
      return Diagnostic("import-person", message, at: Place(source, own.place), help: help)
    }
    guard rows.count > shown.count else { return findings }
    let more = "\(rows.count - shown.count) more texts name nobody of the team"
    return findings + [Diagnostic("import-person", more, at: Place(wholeOf: source))]
  }
}
