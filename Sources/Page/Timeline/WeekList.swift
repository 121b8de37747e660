import Planning
import RotaModel
import Rules
import Views

/// The chart as a list by week, for screens that are too narrow for the drawing.
extension TimelineDrawing {
  var weekList: Markup {
    .element(
      .ol, [.classed("weeks")],
      chart.columns.weeks.indices.map { column in
        .element(
          .li, .element(.h3, name(of: column)),
          .element(
            .ul, [],
            duties(in: column) + gaps(in: column) + absences(in: column) + sessions(in: column)))
      })
  }

  private func name(of column: Int) -> Markup {
    let columns = chart.columns
    return .element(
      .time, [Attribute(.datetime, columns.weeks[column].description)],
      Markup("\(columns.numbers[column]), \(DayWords.short(columns.days[column]))"))
  }

  private func duties(in column: Int) -> [Markup] {
    chart.engineers.compactMap { lane in
      let duties = words.duties(column, of: lane)
      return duties.isEmpty
        ? nil
        : .element(
          .li, .element(.strong, .name(team.name(of: lane.engineer))),
          .sentence(" " + duties.joined(separator: "; "), of: team))
    }
  }

  /// The rotations that nobody holds.
  private func gaps(in column: Int) -> [Markup] {
    let held = chart.engineers.flatMap(\.shifts).filter { $0.week == chart.columns.weeks[column] }
    return team.rotations.filter { rotation in !held.contains { $0.rotation == rotation.id } }
      .map { rotation in
        let state = chart.closed[column].contains(rotation.id) ? "closed" : "nobody"
        return .element(.li, .name(rotation.name), Markup(": \(state)"))
      }
  }

  private func absences(in column: Int) -> [Markup] {
    chart.engineers.compactMap { lane in
      let absences = words.absences(column, of: lane)
      return absences.isEmpty
        ? nil
        : .element(
          .li, [.classed("dim")], .name(team.name(of: lane.engineer)),
          Markup(" " + absences.joined(separator: "; ")))
    }
  }

  private func sessions(in column: Int) -> [Markup] {
    let week = chart.columns.days[column]
    return sessions.filter { planned in
      chart.columns.nearest(to: planned.session.day).map(week.contains) ?? false
    }.map { planned in
      let day = planned.session.day
      let words = week.contains(day) ? "\(day.dayOfMonth)" : DayWords.short(day..<day + 1)
      return .element(
        .li, [.classed("dim")],
        Markup("\(day.weekday.shortName) \(words), \(planned.session.time): "),
        .name(planned.title))
    }
  }
}
