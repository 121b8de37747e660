import Dates
package import Diagnostics
package import Planning
package import RotaModel

/// The answer of `cover` and `swap`: numbered ways, and what goes with each.
package struct ExchangesView: Sendable {
  /// A way as it is told.
  package struct Way: Sendable {
    /// By which `--apply` knows it.
    let number: Int
    let exchange: Exchange
    /// The comments of the file that are dropped with it.
    let comments: [Place]

    package init(_ number: Int, _ exchange: Exchange, comments: [Place]) {
      self.number = number
      self.exchange = exchange
      self.comments = comments
    }
  }

  private let ways: [Way]
  private let obstacles: Clash?
  private let rotas: [Rota]
  private let team: Team

  /// - Parameters:
  ///   - obstacles: where there is no way, why not.
  ///   - rotas: those whose shifts change hands, or would.
  package init(_ ways: [Way], obstacles: Clash? = nil, rotas: [Rota], team: Team) {
    self.ways = ways
    self.obstacles = obstacles
    self.rotas = rotas
    self.team = team
  }

  /// Of each kind. Longer lists hide what matters; JSON has all of them.
  private static let shown = 10

  package func text(width: Int?) -> String {
    guard !ways.isEmpty else {
      let why = obstacles?.factsText("What stops it:") ?? ""
      let help = obstacles?.fixesText("Each of these edits makes a way possible:", sign: "+") ?? ""
      return "no way keeps every rule\n" + why + help
    }
    var table = TextTable([
      .number(""), .whole("way"), .words("what changes"), .number("points"),
    ])
    var shown: [Way] = []
    var rest: [String] = []
    for kind in Exchange.Kind.allCases {
      let group = ways.filter { $0.exchange.kind == kind }
      shown += group.prefix(ExchangesView.shown)
      let more = group.count - ExchangesView.shown
      if more > 0, let last = group.last {
        let numbers = more == 1 ? "\(last.number)" : "\(last.number - more + 1) to \(last.number)"
        rest.append(
          "and \(more) more of kind \(kind.rawValue) (\(numbers)), each dearer or equal\n")
      }
    }
    for way in shown {
      table.add([
        String(way.number), way.exchange.kind.rawValue, words(of: way.exchange),
        signed(way.exchange.points),
      ])
    }
    return table.text(width: width) + rest.joined() + notesText(shown) + besideText
  }

  private func words(of way: Exchange) -> String {
    if let cover = way.cover {
      return "\(team.name(of: cover.engineer)) stands in \(cover.days.phrase)"
    }
    let several = team.rotations.count > 1
    return way.shifts.map { shift in
      let duty = several ? " (\(shift.rotation))" : ""
      return "\(team.name(of: shift.engineer)) takes \(shift.week)\(duty)"
    }.joined(separator: ", ")
  }

  private func signed(_ points: Int) -> String { points > 0 ? "+\(points)" : "\(points)" }

  // MARK: What goes with a way

  /// Each note once, with the numbers of the ways that it is about.
  private func notesText(_ shown: [Way]) -> String {
    var notes: [(words: String, numbers: [Int])] = []
    for way in shown {
      for words in self.notes(way) {
        if let index = notes.firstIndex(where: { $0.words == words }) {
          notes[index].numbers.append(way.number)
        } else {
          notes.append((words, [way.number]))
        }
      }
    }
    guard !notes.isEmpty else { return "" }
    return "\n"
      + notes.map { note in
        let isOfAll = note.numbers.count == shown.count
        return (ways.count == 1 ? "" : isOfAll ? "all: " : "\(ranges(note.numbers)): ")
          + note.words.safeForTerminal + "\n"
      }.joined()
  }

  /// `1 to 4, 7`
  private func ranges(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
      .joined(separator: ", ")
  }

  private func notes(_ way: Way) -> [String] {
    let isCover = way.exchange.cover != nil
    let dropped = way.exchange.droppedCovers.map { cover in
      let why = isCover ? "another stands in on its days" : "its shift changes hands"
      return "the cover of \(team.name(of: cover.engineer)) \(cover.days.phrase) is dropped: "
        + why
    }
    let cut = way.exchange.cutCovers.map { cut in
      let days = cut.days.map(\.phrase).joined(separator: ", and ")
      return
        "the cover of \(team.name(of: cut.cover.engineer)) \(cut.cover.days.phrase) is cut: "
        + "it stays \(days)"
    }
    let comments = way.comments.map { "the comment at \($0.file):\($0.line) is dropped with it" }
    let left = way.exchange.left.map { "a conflict of the shift stays: \($0.message)" }
    return dropped + cut + comments + left
  }

  /// Who is on duty on the other days of a covered week.
  private var besideText: String {
    let turns = beside
    guard !turns.isEmpty else { return "" }
    var people: [EngineerID] = []
    for turn in turns where !people.contains(turn.engineer) { people.append(turn.engineer) }
    let parts = people.map { person in
      let days = turns.filter { $0.engineer == person }.map { $0.days.phrase }
      return "\(team.name(of: person)) \(days.joined(separator: " and "))"
    }
    let line = "On duty on the other days: \(parts.joined(separator: ", "))."
    return "\n\(line.safeForTerminal)\n"
  }

  private var beside: [(engineer: EngineerID, days: Range<Day>)] {
    guard let cover = ways.first?.exchange.cover, let rota = rotas.first,
      let shift = rota.shifts.first(where: {
        $0.rotation == cover.rotation && $0.week.days.contains(cover.days.lowerBound)
      })
    else { return [] }
    var turns: [(engineer: EngineerID, days: Range<Day>)] = []
    for day in shift.week.days where !cover.days.contains(day) {
      let standIn = rota.covers.first { $0.rotation == cover.rotation && $0.days.contains(day) }
      let engineer = standIn?.engineer ?? shift.engineer
      if let last = turns.last, last.engineer == engineer, last.days.upperBound == day {
        turns[turns.count - 1].days = last.days.lowerBound..<day + 1
      } else {
        turns.append((engineer, day..<day + 1))
      }
    }
    return turns
  }
}

extension ExchangesView {
  /// The interface of `cover` and `swap` with `--format json`.
  package var json: JSON {
    .object(
      [
        .init("period", .string(rotas.map(\.period.name).joined(separator: ", "))),
        .init("ways", .array(ways.map(json))),
      ]
        + (ways.first?.exchange.cover == nil
          ? []
          : [
            .init(
              "other_days",
              .array(
                beside.map {
                  .object($0.days.jsonMembers + [.init("engineer", .string($0.engineer.text))])
                }))
          ])
        + (obstacles?.members ?? []))
  }

  private func json(_ way: Way) -> JSON {
    let exchange = way.exchange
    let cutCovers = exchange.cutCovers.map { cut -> JSON in
      let stays = JSON.array(cut.days.map { .object($0.jsonMembers) })
      return .object(cut.cover.jsonMembers + [JSON.Member("stays", stays)])
    }
    return .object(
      [
        .init("kind", .string(exchange.kind.rawValue)), .init("points", .number(exchange.points)),
        .init("shifts", .array(exchange.shifts.map(\.json))),
      ]
        + (exchange.cover.map { [.init("cover", $0.json)] } ?? [])
        + [
          .init("dropped_covers", .array(exchange.droppedCovers.map(\.json))),
          .init("cut_covers", .array(cutCovers)),
          .init(
            "dropped_comments",
            .array(
              way.comments.map { ["file": .string($0.file), "line": .number($0.line)] })),
          .init("conflicts", .number(exchange.conflicts.count)),
          .init("left", .array(exchange.left.map(\.finding))),
        ])
  }
}
