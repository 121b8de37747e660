import Dates
import Diagnostics
import ICalendar
import RotaModel
import Rules
import TeamFiles
import Views

/// What the team's files offer for an operand: nothing where they cannot be read, for nobody who
/// types a command line wants to hear of mistakes in files.
struct TeamValues {
  private let context: Context

  /// - Parameters:
  ///   - environment: where the files are.
  ///   - words: those typed: `--team` and `--today` among them count.
  init(_ environment: any Environment, words: [String]) {
    var arguments = Arguments(operands: [])
    for option in [Option.team, .today] {
      let name = "--" + option.name
      guard let index = words.firstIndex(of: name), index + 1 < words.count,
        option.mistakes(in: words[index + 1]).isEmpty
      else { continue }
      arguments.set(option, to: words[index + 1])
    }
    context = Context(
      arguments: arguments.findingTeamFile(in: environment), environment: environment)
  }

  func values(_ kind: Command.OperandKind) -> [Completion.Candidate] {
    switch kind {
    // These need no files: `Completion` knows them.
    case .none, .file, .folder, .words: []
    case .command: Command.all.map { named($0.name, $0.summary) } + [named("config", "every key")]
    case .rule: RuleBook.rules.map { named($0.id, $0.summary) }
    case .engineer: engineers
    case .rotation: team?.rotations.map { named($0.id.text, $0.name) } ?? []
    case .project: team?.projects.map { named($0.id.text, $0.name) } ?? []
    case .rota: periods
    case .period: periods + next
    case .week: weeks
    case .weekOrEngineer: weeks + engineers
    }
  }

  private func named(_ word: String, _ meaning: String) -> Completion.Candidate {
    Completion.Candidate(word: word, meaning: meaning == word ? "" : meaning.safeForTerminal)
  }

  private var files: FilesRead? { try? FilesRead(context) }
  private var team: Team? { files?.draft }

  private var engineers: [Completion.Candidate] {
    team?.engineers.map { named($0.id.text, $0.name) } ?? []
  }

  private var periods: [Completion.Candidate] {
    files?.rotas.compactMap { rota in
      // A range has spaces, and is named by its file.
      rota.period.name.contains(" ") ? nil : named(rota.period.name, "on file")
    } ?? []
  }

  /// The quarter that `generate` makes by default.
  private var next: [Completion.Candidate] {
    guard let onFile = try? OnFile(context), let period = try? Generation.standardPeriod(onFile),
      !onFile.rotas.contains(where: { $0.period == period })
    else { return [] }
    return [named(period.name, "the next quarter")]
  }

  /// The weeks of the rota at hand.
  private var weeks: [Completion.Candidate] {
    guard let files, let team = files.draft, let today = try? files.now().date,
      let rota = files.rotas.standard(today: today, handover: team.handover.weekday)
    else { return [] }
    return rota.weeks(handover: team.handover.weekday).map { week in
      let holders = rota.shifts.filter { $0.week == week }.map { team.name(of: $0.engineer) }
      return named("\(week)", holders.joined(separator: ", "))
    }
  }
}
