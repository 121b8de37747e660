public import Diagnostics
public import RotaModel
public import Scheduling

/// The answer of `cover` and `swap`: numbered ways.
public struct ExchangesView: Sendable {
  private let ways: [Exchange]
  private let obstacles: Clash?
  private let rota: Rota
  private let team: Team

  /// - Parameter obstacles: where there is no way, why not.
  public init(_ ways: [Exchange], obstacles: Clash? = nil, rota: Rota, team: Team) {
    self.ways = ways
    self.obstacles = obstacles
    self.rota = rota
    self.team = team
  }

  /// Longer lists hide what matters; JSON has all of them.
  private static let shown = 20

  public var text: String {
    guard !ways.isEmpty else {
      let why = obstacles?.factsText("What stops it:") ?? ""
      let help = obstacles?.fixesText("Each of these edits makes a way possible:", sign: "+") ?? ""
      return "no way keeps every rule\n" + why + help
    }
    var table = TextTable(
      head: ["", "way", "what changes", "points"],
      alignments: [.right, .left, .left, .right])
    for (index, way) in ways.prefix(ExchangesView.shown).enumerated() {
      table.add([String(index + 1), way.kind.rawValue, words(of: way), signed(way.points)])
    }
    let rest = ways.count - ExchangesView.shown
    return table.text + (rest > 0 ? "and \(rest) more, each dearer or equal\n" : "")
  }

  private func words(of way: Exchange) -> String {
    if let cover = way.cover {
      let last = cover.days.upperBound - 1
      return "\(team.name(of: cover.engineer)) stands in from \(cover.days.lowerBound) to \(last)"
    }
    let several = team.rotations.count > 1
    return way.shifts.map { shift in
      let duty = several ? " (\(shift.rotation))" : ""
      return "\(team.name(of: shift.engineer)) takes \(shift.week)\(duty)"
    }.joined(separator: ", ")
  }

  private func signed(_ points: Int) -> String { points > 0 ? "+\(points)" : "\(points)" }

  /// The interface of `cover` and `swap` with `--format json`.
  public var json: JSON {
    .object(
      [.init("period", .string(rota.period.name)), .init("ways", waysJSON)]
        + (obstacles?.members ?? []))
  }

  private var waysJSON: JSON {
    .array(
      ways.map { way in
        .object(
          [
            .init("kind", .string(way.kind.rawValue)), .init("points", .number(way.points)),
            .init(
              "shifts",
              .array(
                way.shifts.map {
                  [
                    "week": .string($0.week.description),
                    "rotation": .string($0.rotation.text),
                    "engineer": .string($0.engineer.text),
                  ]
                })),
          ]
            + (way.cover.map { cover in
              [
                JSON.Member(
                  "cover",
                  [
                    "from": .string(cover.days.lowerBound.description),
                    "to": .string((cover.days.upperBound - 1).description),
                    "rotation": .string(cover.rotation.text),
                    "engineer": .string(cover.engineer.text),
                  ])
              ]
            } ?? []))
      })
  }
}
