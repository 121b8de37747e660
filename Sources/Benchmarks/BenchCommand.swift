package import RotaCommands

/// The command line of `rota-bench`.
package struct BenchCommand {
  private let environment: any Environment
  private var named: [TeamSize]?
  private var seeds = 1...3
  private var effort = 1
  private var folder: String?

  static let usage = """
    rota-bench [solve] [--sizes SIZES] [--seeds N] [--effort N]
        solves sample teams: status, points, bound, time
    rota-bench teams --out DIR [--sizes SIZES] [--seeds N]
        writes the files of the same teams: DIR/SIZE/SEED/team.yaml, rotas/, period-args
    rota-bench greedy [--sizes SIZES] [--seeds N]
        compares Rota with planners that go week by week, as a Markdown table

    SIZES are engineers x weeks x rotations + projects, such as 8x13x1+6,20x26x2+20; a team whose
    shifts clash is tight-10x26x1, one with nothing but rest and time off plain-6x13x4. N seeds are
    1 to N; FIRST-LAST names any.

    """

  /// Runs a command line, without the program's name, and gives the exit status.
  package static func run(_ arguments: [String], in environment: any Environment) -> Int32 {
    do throws(FileProblem) {
      var command = BenchCommand(environment: environment)
      guard let action = command.parse(arguments) else {
        try environment.write(Array(usage.utf8), to: .error)
        return 2
      }
      switch action {
      case .solve: try command.solve()
      case .teams(let folder): try command.writeTeams(to: folder)
      case .greedy: try command.compare()
      }
      return 0
    } catch {
      try? environment.write(Array("cannot write \(error.path)\n".utf8), to: .error)
      return 2
    }
  }

  private init(environment: any Environment) { self.environment = environment }

  private enum Action {
    case solve, greedy
    case teams(folder: String)
  }

  /// nil for a command line that is not understood.
  private mutating func parse(_ arguments: [String]) -> Action? {
    var rest = arguments[...]
    let name = rest.first.map { $0.hasPrefix("--") } == false ? rest.removeFirst() : "solve"
    while let option = rest.popFirst() {
      guard let value = rest.popFirst(), read(option, value) else { return nil }
    }
    switch (name, folder) {
    case ("solve", nil): return .solve
    case ("greedy", nil): return .greedy
    case ("teams", let folder?): return .teams(folder: folder)
    default: return nil
    }
  }

  private mutating func read(_ option: String, _ value: String) -> Bool {
    switch option {
    case "--sizes":
      let named = value.split(separator: ",").map { TeamSize(String($0)) }
      self.named = named.compactMap(\.self)
      return !named.contains(nil)
    case "--seeds":
      let ends = value.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, last >= 1, first <= last else {
        return false
      }
      seeds = (ends.count == 1 ? 1 : first)...last
      return true
    case "--effort":
      effort = Int(value) ?? 0
      return effort >= 1
    case "--out":
      folder = value
      return true
    default: return false
    }
  }

  private var teams: some Sequence<SampleTeam> {
    (named ?? TeamSize.usual).lazy.flatMap { size in seeds.lazy.map { SampleTeam(size, seed: $0) } }
  }

  private func solve() throws(FileProblem) {
    var table = SolveTable()
    for team in teams {
      let one = SolveMeasurement(team, effort: effort) { environment.nanoseconds }
      table.add(one)
      let progress = "\(team.size) \(team.seed): \(one.status), \(milliseconds(one.nanoseconds))\n"
      try environment.write(Array(progress.utf8), to: .error)
    }
    try environment.write(Array((table.byTeam + "\n" + table.bySize).utf8), to: .output)
  }

  private func writeTeams(to folder: String) throws(FileProblem) {
    for team in teams {
      let place = "\(folder)/\(team.size)/\(team.seed)/"
      for (path, text) in team.files + [("period-args", team.periodArguments + "\n")] {
        try environment.replace([
          FileChange(place + path, bytes: Array(text.utf8), insteadOf: .anything)
        ])
      }
    }
  }

  private func compare() throws(FileProblem) {
    let comparison = GreedyComparison(sizes: named ?? GreedyComparison.sizes, seeds: seeds)
    try environment.write(Array(comparison.markdown.utf8), to: .output)
  }
}
