package import Dates
package import Diagnostics
package import Planning
package import RotaModel

/// The answer of `owners`: for each project who can own it, and who cannot.
package struct OwnersView: Sendable {
  private let choices: [OwnerChoice]
  /// The day asked about.
  private let from: Day
  private let team: Team

  package init(_ choices: [OwnerChoice], from: Day, team: Team) {
    self.choices = choices
    self.from = from
    self.team = team
  }

  package func text(width: Int?) -> String {
    if choices.isEmpty { return "no project goes on or starts from \(from) on\n" }
    return choices.map { choice in
      headline(choice).safeForTerminal + "\n\n" + table(choice).text(width: width)
    }.joined(separator: "\n")
  }

  private func headline(_ choice: OwnerChoice) -> String {
    let owners = choice.owners.map(team.text(of:)).joined(separator: ", ")
    let points = choice.period == nil ? "; no rota on file holds that day, so no points" : ""
    return "\(choice.project.name) from \(choice.from) to \(choice.project.lastDay): "
      + "\(owners.isEmpty ? "nobody" : owners)\(points)"
  }

  private func table(_ choice: OwnerChoice) -> TextTable {
    var table = TextTable([.name("engineer"), .number("points"), .words("")])
    for able in choice.can {
      let points = able.points.map { ($0 < 0 ? "" : "+") + "\($0)" } ?? ""
      table.add([
        team.name(of: able.engineer), points,
        able.isOwner ? "owns it" : able.points == nil ? "can own it" : "",
      ])
    }
    for unable in choice.cannot {
      table.add([
        team.name(of: unable.engineer), "", "cannot: " + unable.rules.joined(separator: ", "),
      ])
    }
    return table
  }

  /// The interface of `owners --format json`; points are null where no rota holds the day.
  package var json: JSON {
    [
      "from": .string(from.description),
      "projects": .object(
        choices.map { choice in
          .init(
            choice.project.id.text,
            [
              "owners": .array(choice.owners.map { .string($0.text) }),
              "can": .array(
                choice.can.map {
                  [
                    "engineer": .string($0.engineer.text),
                    "points": $0.points.map(JSON.number) ?? .null,
                  ]
                }),
              "cannot": .array(
                choice.cannot.map {
                  [
                    "engineer": .string($0.engineer.text),
                    "rules": .array($0.rules.map(JSON.string)),
                  ]
                }),
            ])
        }),
    ]
  }
}
