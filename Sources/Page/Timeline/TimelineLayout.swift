import Dates
import Planning
import RotaModel

/// Where everything of a rota's chart stands: columns of weeks, lanes of engineers.
///
/// Across, places are in hundredths of a percent of the drawing's width, so that it fits any; down,
/// in pixels. The drawing and the table behind it have the same columns and lanes.
struct TimelineLayout {
  /// Of the whole width.
  static let whole = 10_000
  /// The months and the weeks above the lanes.
  static let head = 36
  static let dutyHeight = 18
  static let barHeight = 16
  private static let space = 3
  private static let standardWidth = 1000
  private static let labelWidth = 140
  /// Weeks narrower than this many pixels cannot be read.
  private static let narrowest = 46

  let chart: RotaChart
  /// The width in pixels for which names are cut; the least at which it is shown.
  let width: Int
  /// The width of the names, of the whole.
  let left: Int
  let lanes: [Lane]
  /// The projects that nobody owns on some days; nil where there is none.
  let unowned: Strip?
  let sessions: Strip?
  let height: Int

  /// An engineer's lane: rows of duties, mostly one, and below them rows of projects.
  struct Lane {
    let index: Int
    let top: Int
    let height: Int
    /// By shift, then by cover: the row.
    let duties: [(duty: Duty, row: Int)]
    let bars: [(bar: Bar, row: Int)]
  }

  enum Duty {
    case shift(Shift)
    case cover(Cover)
  }

  /// A project for some days.
  struct Bar {
    let lane: ProjectChart.Lane
    /// nil for nobody.
    let owner: EngineerID?
    /// Within the chart.
    let days: Range<Day>
  }

  /// A lane below the engineers, of which each row holds what does not overlap.
  struct Strip {
    let top: Int
    let height: Int
    /// The row of each of its things, in their order.
    let rows: [Int]
  }

  /// - Parameter sessions: those of the chart's weeks.
  init(_ chart: RotaChart, sessions: [PlannedSession]) {
    self.chart = chart
    let weeks = chart.columns.weeks.count
    width = max(
      TimelineLayout.standardWidth,
      TimelineLayout.labelWidth + weeks * TimelineLayout.narrowest)
    left = TimelineLayout.labelWidth * TimelineLayout.whole / width
    var top = TimelineLayout.head
    let span = chart.columns.span
    var lanes: [Lane] = []
    for index in chart.engineers.indices {
      let engineer = chart.engineers[index]
      let duties = engineer.shifts.map(Duty.shift) + engineer.standsIn.map(Duty.cover)
      let dutyRows = packed(duties.map { $0.days(in: chart) })
      let bars = TimelineLayout.bars(of: engineer.engineer, in: chart)
      let barRows = packed(bars.map(\.days))
      let height =
        2 * TimelineLayout.space + max(1, rowCount(dutyRows)) * TimelineLayout.dutyHeight
        + rowCount(barRows) * TimelineLayout.barHeight
      lanes.append(
        Lane(
          index: index, top: top, height: height,
          duties: Array(zip(duties, dutyRows)).map { ($0, $1) },
          bars: Array(zip(bars, barRows)).map { ($0, $1) }))
      top += height
    }
    self.lanes = lanes
    let loose = TimelineLayout.unownedBars(in: chart)
    if loose.isEmpty {
      unowned = nil
    } else {
      let rows = packed(loose.map(\.days))
      let height = 2 * TimelineLayout.space + rowCount(rows) * TimelineLayout.barHeight
      unowned = Strip(top: top, height: height, rows: rows)
      top += height
    }
    if sessions.isEmpty || span == nil {
      self.sessions = nil
    } else {
      // A mark is as wide as a day and a half.
      let days = sessions.map { chart.columns.nearest(to: $0.session.day) ?? $0.session.day }
      let rows = packed(days.map { $0..<$0 + 2 })
      let height = 2 * TimelineLayout.space + rowCount(rows) * TimelineLayout.barHeight
      self.sessions = Strip(top: top, height: height, rows: rows)
      top += height
    }
    height = top + 1
  }

  /// Where some days stand across; nil where the chart shows none of them.
  func across(_ days: Range<Day>) -> Range<Int>? {
    guard let span = chart.columns.span, days.overlaps(span) else { return nil }
    let shown = days.clamped(to: span)
    return across(shown.lowerBound, span)..<across(shown.upperBound, span)
  }

  private func across(_ day: Day, _ span: Range<Day>) -> Int {
    let total = span.lowerBound.distance(to: span.upperBound)
    return left + (TimelineLayout.whole - left) * span.lowerBound.distance(to: day) / total
  }

  /// Where a row of duties begins in a lane, and where one of projects.
  func top(ofDutyRow row: Int, in lane: Lane) -> Int {
    lane.top + TimelineLayout.space + row * TimelineLayout.dutyHeight
  }

  func top(ofBarRow row: Int, in lane: Lane) -> Int {
    let rows = max(1, rowCount(lane.duties.map(\.row)))
    return top(ofDutyRow: rows, in: lane) + row * TimelineLayout.barHeight
  }

  func top(ofRow row: Int, in strip: Strip) -> Int {
    strip.top + TimelineLayout.space + row * TimelineLayout.barHeight
  }

  /// The projects that an engineer owns on days of the chart.
  private static func bars(of engineer: EngineerID, in chart: RotaChart) -> [Bar] {
    guard let span = chart.columns.span else { return [] }
    return chart.projects.projects.flatMap { lane in
      lane.owners.filter { $0.engineer == engineer }.flatMap(\.days).filter { $0.overlaps(span) }
        .map { Bar(lane: lane, owner: engineer, days: $0.clamped(to: span)) }
    }
  }

  /// Those without an owner, on the days of their life that the chart shows.
  static func unownedBars(in chart: RotaChart) -> [Bar] {
    guard let span = chart.columns.span else { return [] }
    return chart.projects.projects.filter { lane in
      lane.owners.allSatisfy(\.days.isEmpty) && lane.project.life.overlaps(span)
    }.map { Bar(lane: $0, owner: nil, days: $0.project.life.clamped(to: span)) }
  }
}

extension TimelineLayout.Duty {
  func days(in chart: RotaChart) -> Range<Day> {
    switch self {
    case .shift(let shift): chart.rota.days(of: shift.week)
    case .cover(let cover): cover.days
    }
  }
}

/// The first row for each stretch in which it overlaps no earlier one. O(stretches × rows).
func packed(_ stretches: [Range<Day>]) -> [Int] {
  var taken: [[Range<Day>]] = []
  return stretches.map { stretch in
    let row = taken.firstIndex { !$0.contains { $0.overlaps(stretch) } } ?? taken.count
    if row == taken.count { taken.append([]) }
    taken[row].append(stretch)
    return row
  }
}

func rowCount(_ rows: [Int]) -> Int { (rows.max() ?? -1) + 1 }
