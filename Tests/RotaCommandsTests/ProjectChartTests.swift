import Diagnostics
import Testing

/// The chart of projects on terminals of all widths.
struct ProjectChartTests {
  private func lines(columns: Int?) throws -> [String] {
    let environment = FakeEnvironment(files: try Folder.sample())
    environment.isTerminal = true
    environment.columns = columns
    let outcome = environment.run(line: "show 2026-Q4 --projects --today 2026-12-01")
    #expect(outcome.status == 0)
    return outcome.output.lines
  }

  @Test(arguments: [20, 40, 60, 79, 80, 120, 300])
  func fits(columns: Int) throws {
    let lines = try lines(columns: columns)
    // Of the legend a line may be one item that is longer than the narrowest terminals.
    let chart = lines.prefix { !$0.hasPrefix("─ life") }
    #expect(chart.allSatisfy { $0.terminalWidth <= columns })
    // Each of the thirteen weeks stands there once, in order.
    let weeks = chart.flatMap { $0.split(separator: " ") }.filter {
      $0.count == 3 && $0.hasPrefix("W")
    }
    #expect(weeks.map(String.init) == (41...53).map { "W\($0)" })
  }

  @Test func takesEightyColumnsWhereTheTerminalDoesNotTell() throws {
    #expect(try lines(columns: nil) == lines(columns: 80))
  }
}
