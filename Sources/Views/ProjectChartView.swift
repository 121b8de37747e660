import Dates
package import Diagnostics
package import Planning
package import RotaModel

/// The answer of `show --projects`: weeks across, below each project its owners.
package struct ProjectChartView: Sendable {
  private let chart: ProjectChart
  private let team: Team

  package init(_ chart: ProjectChart, team: Team) {
    self.chart = chart
    self.team = team
  }

  /// A line of the chart with what stands in each week.
  private struct Row {
    let label: String
    /// By week; empty where there is nothing.
    let cells: [String]
  }

  private static let life = "───"
  private static let protected = "═══"
  private static let owned = "·"

  private static let legend = [
    "─ life", "═ protected week", "· owns it", "S holds a shift", "s stands in for some days",
    "a time off on some days", "A on all", "h public holiday", "x not on the team all week",
  ]

  /// By project, its own line first.
  private var blocks: [(weeks: Range<Int>, rows: [Row])] {
    chart.projects.map { lane in
      let life = chart.columns.weeks.indices.map { week in
        !lane.weeks.contains(week)
          ? ""
          : lane.protected.contains(week) ? ProjectChartView.protected : ProjectChartView.life
      }
      let owners = lane.owners.map { owner in
        var cells = chart.columns.weeks.map { _ in "" }
        for week in owner.weeks { cells[week.index] = ProjectChartView.marks(week) }
        return Row(label: "  " + team.name(of: owner.engineer), cells: cells)
      }
      let nobody = Row(label: "  nobody", cells: chart.columns.weeks.map { _ in "" })
      return (
        lane.weeks,
        [Row(label: lane.project.name, cells: life)] + (owners.isEmpty ? [nobody] : owners)
      )
    }
  }

  /// At most three: a shift, time off, holidays.
  private static func marks(_ week: EngineerWeek) -> String {
    guard week.isOnTeam else { return "x" }
    let duty = !week.shifts.isEmpty ? "S" : !week.standsIn.isEmpty ? "s" : ""
    let off = week.awayDays == 0 ? "" : week.awayDays == week.workingDays ? "A" : "a"
    let marks = duty + off + (week.holidays > 0 ? "h" : "")
    return marks.isEmpty ? owned : marks
  }

  // MARK: Terminal

  /// - Parameter width: the terminal's, in columns: names are shortened to a third of it, and weeks
  ///   that do not fit stand below; nil for as wide as it takes.
  package func text(width: Int?) -> String {
    let title = "Projects of \(chart.period.name)\n"
    guard !chart.projects.isEmpty else { return title + "\nno project in these weeks\n" }
    let blocks = blocks
    let longest = blocks.flatMap(\.rows).map(\.label.safeForTerminal.terminalWidth).max() ?? 0
    let label = width.map { min(longest, max(8, $0 / 3)) } ?? longest
    // Each week takes three columns and the space before them.
    let fitting = width.map { max(1, ($0 - label) / 4) } ?? chart.columns.weeks.count
    let parts = stride(from: 0, to: chart.columns.weeks.count, by: fitting).map {
      $0..<min($0 + fitting, chart.columns.weeks.count)
    }
    let charts = parts.map { part in
      let lines = blocks.filter { $0.weeks.overlaps(part) }.flatMap(\.rows)
      return (head(part) + lines).map { line($0, part, label) }.joined()
    }
    return title + "\n" + charts.joined(separator: "\n") + "\n" + legend(width)
  }

  /// The months above the weeks' ISO numbers.
  private func head(_ part: Range<Int>) -> [Row] {
    let months = chart.columns.weeks.indices.map { week in
      let isFirst = week == part.lowerBound || chart.columns.beginsMonth(week)
      return isFirst ? MonthNames.short[chart.columns.weeks[week].start.month - 1] : ""
    }
    let numbers = chart.columns.numbers
    return [Row(label: "", cells: months), Row(label: "", cells: numbers)]
  }

  private func line(_ row: Row, _ part: Range<Int>, _ width: Int) -> String {
    let label = row.label.safeForTerminal.shortened(toColumns: width)
    var line = label + String(repeating: " ", count: width - label.terminalWidth)
    for cell in row.cells[part] {
      line += " " + cell + String(repeating: " ", count: 3 - cell.terminalWidth)
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }

  private func legend(_ width: Int?) -> String {
    var lines = [""]
    for item in ProjectChartView.legend {
      let longer = lines[lines.count - 1].isEmpty ? item : lines[lines.count - 1] + ", " + item
      if let width, longer.terminalWidth > width, !lines[lines.count - 1].isEmpty {
        lines.append(item)
      } else {
        lines[lines.count - 1] = longer
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: Other formats

  package var markdown: String {
    var table = TextTable([.name("project")] + chart.columns.numbers.map(TableColumn.whole))
    for row in blocks.flatMap(\.rows) { table.add([row.label] + row.cells) }
    return "# Projects of \(escapedForMarkdown(chart.period.name))\n\n" + table.markdown + "\n"
      + legend(nil)
  }

  /// The interface of `show --projects --format json`.
  package var json: JSON {
    [
      "period": .string(chart.period.name),
      "weeks": .array(chart.columns.weeks.map { .string($0.description) }),
      "projects": .array(
        chart.projects.map { lane in
          [
            "project": .string(lane.project.id.text),
            "start": .string(lane.project.firstDay.description),
            "end": .string(lane.project.lastDay.description),
            "protected": .array(
              lane.protected.sorted().map { .string(chart.columns.weeks[$0].description) }),
            "owners": .array(
              lane.owners.map { owner in
                [
                  "engineer": .string(owner.engineer.text),
                  "weeks": .array(owner.weeks.map(json(of:))),
                ]
              }),
          ]
        }),
    ]
  }

  private func json(of week: EngineerWeek) -> JSON {
    [
      "week": .string(chart.columns.weeks[week.index].description),
      "shifts": .array(week.shifts.map { .string($0.text) }),
      "stands_in": .array(week.standsIn.map { .string($0.text) }),
      "away_days": .number(week.awayDays), "holidays": .number(week.holidays),
      "on_team": .bool(week.isOnTeam),
    ]
  }
}
