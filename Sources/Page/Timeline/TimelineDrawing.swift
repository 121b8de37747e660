import Dates
import Diagnostics
import Planning
import RotaModel
import Rules
import Views

/// The marks of a rota's chart as SVG: the same for the page and for the picture that stands alone.
struct TimelineDrawing {
  let layout: TimelineLayout
  let words: CellWords
  let marks: RotationMarks
  let sessions: [PlannedSession]

  var chart: RotaChart { layout.chart }
  var team: Team { words.team }

  init(_ chart: RotaChart, team: Team, sessions: [PlannedSession]) {
    self.sessions = chart.columns.span == nil ? [] : sessions
    layout = TimelineLayout(chart, sessions: self.sessions)
    words = CellWords(chart: chart, team: team)
    let words = words
    marks = RotationMarks(chart.rotations, names: chart.rotations.map(words.name))
  }

  /// Everything but the root. Marks that the chart has no column for are left out.
  var content: Markup {
    Markup.joined(
      [Pattern.definitions, grid, head] + layout.lanes.map(drawn) + [unowned, sessionStrip])
  }

  // MARK: Frame

  private var grid: Markup {
    let lines = chart.columns.days.compactMap(layout.across).map { column in
      Markup.element(
        .line,
        [
          .classed("grid"), Attribute(.x1, percent(column.lowerBound)),
          Attribute(.x2, percent(column.lowerBound)), Attribute(.y1, 4),
          Attribute(.y2, layout.height),
        ])
    }
    let tops =
      layout.lanes.map(\.top) + [layout.unowned?.top, layout.sessions?.top].compactMap(\.self)
    let rules = (tops + [layout.height - 1]).map { top in
      Markup.element(
        .line,
        [
          .classed("grid"), Attribute(.x1, "0"), Attribute(.x2, "100%"), Attribute(.y1, top),
          Attribute(.y2, top),
        ])
    }
    return Markup.element(.g, [Attribute(.hidden, "true")], lines + rules)
  }

  private var head: Markup {
    let columns = chart.columns
    return .element(
      .g, [.classed("head")],
      columns.days.indices.flatMap { index -> [Markup] in
        guard let place = layout.across(columns.days[index]) else { return [] }
        let x = Attribute(.x, percent(place.lowerBound))
        let start = columns.weeks[index].start
        let month = columns.beginsMonth(index) ? " " + MonthNames.short[start.month - 1] : ""
        return [
          .element(
            .text, [.classed("day"), x, Attribute(.dx, 4), Attribute(.y, 14)],
            Markup("\(start.dayOfMonth)\(month)")),
          .element(
            .text, [.classed("dim"), x, Attribute(.dx, 4), Attribute(.y, 29)],
            Markup(columns.numbers[index])),
        ]
      })
  }

  private func label(_ name: String, _ top: Int, classes: String = "name") -> Markup {
    let columns = (layout.left * layout.width / TimelineLayout.whole - 10) * 10 / 75
    let shown = name.shortened(toColumns: columns)
    return .element(
      .text, [.classed(classes), Attribute(.x, "0"), Attribute(.dx, 2), Attribute(.y, top)],
      .element(.title, Markup(name)), Markup(shown))
  }

  // MARK: Engineers

  private func drawn(_ lane: TimelineLayout.Lane) -> Markup {
    let engineer = chart.engineers[lane.index]
    let name = team.name(of: engineer.engineer)
    var parts = [label(name, lane.top + 16)]
    for (index, cell) in engineer.cells.enumerated() {
      parts += absences(cell, index, of: engineer, lane)
    }
    parts += lane.bars.map { drawn($0.bar, top: layout.top(ofBarRow: $0.row, in: lane)) }
    parts += lane.duties.map {
      drawn($0.duty, of: engineer, top: layout.top(ofDutyRow: $0.row, in: lane))
    }
    return .element(.g, [], parts)
  }

  private func absences(
    _ cell: RotaChart.Cell, _ index: Int, of engineer: RotaChart.Lane, _ lane: TimelineLayout.Lane
  ) -> [Markup] {
    func boxes(_ days: [Range<Day>], _ classes: String, fill: String?) -> [Markup] {
      days.compactMap { days in
        layout.across(days).map {
          box($0, lane.top + 1, lane.height - 1, classes, fill: fill)
        }
      }
    }
    var parts = boxes(cell.notOnTeam, "gone", fill: nil)
    parts += boxes(cell.holidays, "holiday", fill: "url(#holiday)")
    let away = boxes(cell.away, "off", fill: "url(#off)")
    if !away.isEmpty {
      let name = team.name(of: engineer.engineer)
      parts.append(
        .element(
          .g,
          [
            Attribute(.kind, "off"), Attribute(.week, chart.columns.weeks[index].description),
            Attribute(.engineer, engineer.engineer.text),
          ],
          [
            .element(
              .title,
              Markup("\(name): away \(cell.away.map(DayWords.short).joined(separator: ", "))"))
          ] + away))
    }
    return parts
  }

  private func drawn(
    _ duty: TimelineLayout.Duty, of engineer: RotaChart.Lane, top: Int
  ) -> Markup {
    let days = duty.days(in: chart)
    guard let place = layout.across(days) else { return .none }
    let name = team.name(of: engineer.engineer)
    let height = TimelineLayout.dutyHeight - 2
    switch duty {
    case .shift(let shift):
      let covered = engineer.covered.filter {
        $0.rotation == shift.rotation && $0.days.overlaps(days)
      }
      return .element(
        .g, attributes("shift", shift.week, shift.rotation, engineer.engineer),
        [
          .element(
            .title,
            Markup("\(name): \(words.name(of: shift.rotation)), \(DayWords.dated(days))")),
          box(place, top, height, "shift " + marks.classes(of: shift.rotation)),
        ]
          + covered.compactMap { cover in
            layout.across(cover.days).map { box($0, top, height, "covered", fill: "url(#covered)") }
          } + [letter(of: shift.rotation, place.lowerBound, top)])
    case .cover(let cover):
      let week = chart.columns.days.firstIndex { $0.overlaps(cover.days) }
      return .element(
        .g,
        attributes(
          "cover", week.map { chart.columns.weeks[$0] }, cover.rotation, engineer.engineer),
        .element(.title, Markup("\(name) \(words.words(of: cover))")),
        box(place, top, height, "cover " + marks.classes(of: cover.rotation)),
        letter(of: cover.rotation, place.lowerBound, top, classes: "letter outlined"))
    }
  }

  private func letter(
    of rotation: RotationID, _ left: Int, _ top: Int, classes: String = "letter"
  ) -> Markup {
    .element(
      .text,
      [
        .classed("\(classes) \(marks.classes(of: rotation))"), Attribute(.x, percent(left)),
        Attribute(.dx, 5), Attribute(.y, top + 12),
      ], Markup(marks.letter(of: rotation)))
  }

  private func attributes(
    _ kind: String, _ week: ShiftWeek?, _ rotation: RotationID, _ engineer: EngineerID
  ) -> [Attribute] {
    [Attribute(.kind, kind)] + (week.map { [Attribute(.week, $0.description)] } ?? [])
      + [Attribute(.rotation, rotation.text), Attribute(.engineer, engineer.text)]
  }

  // MARK: Projects and sessions

  private func drawn(_ bar: TimelineLayout.Bar, top: Int) -> Markup {
    guard let place = layout.across(bar.days) else { return .none }
    let project = bar.lane.project
    let height = TimelineLayout.barHeight - 3
    let owner = bar.owner.map { team.name(of: $0) } ?? "nobody"
    let protected = bar.lane.protected.sorted().compactMap { week -> Markup? in
      let days = chart.columns.days[week].clamped(to: bar.days)
      return days.isEmpty ? nil : layout.across(days).map { box($0, top, height, "protected") }
    }
    let columns =
      ((place.upperBound - place.lowerBound) * layout.width / TimelineLayout.whole - 8)
      * 10 / 62
    let shown = columns < 3 ? "" : project.name.shortened(toColumns: columns)
    let week = chart.columns.days.firstIndex { $0.contains(bar.days.lowerBound) }
    return .element(
      .g,
      [Attribute(.kind, "project")]
        + (week.map { [Attribute(.week, chart.columns.weeks[$0].description)] } ?? [])
        + (bar.owner.map { [Attribute(.engineer, $0.text)] } ?? [])
        + [Attribute(.project, project.id.text)],
      [
        .element(
          .title,
          Markup("\(project.name), \(DayWords.dated(project.life)): \(owner)")),
        box(place, top, height, "project"),
      ] + protected
        + [
          .element(
            .text,
            [
              .classed("bar"), Attribute(.x, percent(place.lowerBound)), Attribute(.dx, 4),
              Attribute(.y, top + 10),
            ], Markup(shown))
        ])
  }

  private var unowned: Markup {
    guard let strip = layout.unowned else { return .none }
    let bars = zip(TimelineLayout.unownedBars(in: chart), strip.rows).map { bar, row in
      drawn(bar, top: layout.top(ofRow: row, in: strip))
    }
    return .element(.g, [], [label("Not owned", strip.top + 13, classes: "name dim")] + bars)
  }

  private var sessionStrip: Markup {
    guard let strip = layout.sessions else { return .none }
    let drawn = zip(sessions, strip.rows).compactMap { planned, row -> Markup? in
      let day = planned.session.day
      guard let shown = chart.columns.nearest(to: day),
        let place = layout.across(shown..<shown + 1)
      else { return nil }
      let week = chart.columns.days.firstIndex { $0.contains(day) }
      let middle = (place.lowerBound + place.upperBound) / 2
      return .element(
        .g,
        [Attribute(.kind, "session")]
          + (week.map { [Attribute(.week, chart.columns.weeks[$0].description)] } ?? [])
          + [
            Attribute(.engineer, planned.engineers.map(\.text).joined(separator: " ")),
            Attribute(.session, planned.kind),
          ],
        .element(
          .title,
          Markup(
            "\(planned.title), \(day.weekday.name) \(DayWords.dated(day)), \(planned.session.time)")
        ),
        SessionShape(planned).drawn(
          at: percent(middle), layout.top(ofRow: row, in: strip) + TimelineLayout.barHeight / 2))
    }
    return .element(.g, [], [label("Sessions", strip.top + 13, classes: "name dim")] + drawn)
  }
}

extension TimelineDrawing {
  private func box(
    _ place: Range<Int>, _ top: Int, _ height: Int, _ classes: String, fill: String? = nil
  ) -> Markup {
    .element(
      .rect,
      [
        .classed(classes), Attribute(.x, percent(place.lowerBound)), Attribute(.y, top),
        Attribute(.width, percent(place.upperBound - place.lowerBound)), Attribute(.height, height),
      ] + (fill.map { [Attribute(.fill, $0)] } ?? []))
  }
}

/// Hundredths of a percent as `12.5%`.
func percent(_ hundredths: Int) -> String {
  let rest = hundredths % 100
  let digits =
    rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
  return "\(hundredths / 100)\(digits)%"
}

extension Attribute {
  static func classed(_ classes: String) -> Attribute { Attribute(.classes, classes) }
}
