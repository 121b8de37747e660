import Dates
import ICalendar
import Planning
import RotaModel
import Rules
import Views

/// The chart as a list by week, for screens that are too narrow for the drawing.
extension TimelineDrawing {
  /// A week an entry: who is on duty, who is elsewhere, sessions.
  ///
  /// - Parameter spans: by column, from handover to handover: `now.js` marks the one that is now.
  func weekList(spans: [Range<Instant>]) -> Markup {
    .element(
      .ol, [.classed("weeks")],
      chart.columns.weeks.indices.map { column in
        .element(
          .li,
          [
            Attribute(.from, spans[column].lowerBound.description),
            Attribute(.to, spans[column].upperBound.description),
          ], .element(.h3, name(of: column)),
          .element(
            .ul, [],
            duties(in: column) + gaps(in: column) + absences(in: column) + holidays(in: column)
              + sessions(in: column)))
      })
  }

  private func name(of column: Int) -> Markup {
    let columns = chart.columns
    return .element(
      .time, [Attribute(.datetime, columns.weeks[column].description)],
      Markup("\(columns.numbers[column]), \(DayWords.short(columns.days[column]))"))
  }

  /// By rotation, as the rows of a table are, and who stands in behind them.
  private func duties(in column: Int) -> [Markup] {
    let week = chart.columns.weeks[column]
    func holds(_ rotation: RotationID?, _ lane: RotaChart.Lane) -> Bool {
      lane.shifts.first { $0.week == week }?.rotation == rotation
    }
    let lanes = (chart.rotations.map(Optional.some) + [nil]).flatMap { rotation in
      chart.engineers.filter { holds(rotation, $0) }
    }
    return lanes.compactMap { lane in
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
      let absences = words.away(column, of: lane) + words.notOnTeam(column, of: lane)
      return absences.isEmpty
        ? nil
        : .element(
          .li, [.classed("dim")], .name(team.name(of: lane.engineer)),
          Markup(" " + absences.joined(separator: "; ")))
    }
  }

  /// Each public holiday once, with the names of those who have it where not everybody has.
  private func holidays(in column: Int) -> [Markup] {
    let onTeam = chart.engineers.filter { $0.cells[column].week.isOnTeam }
    var holidays: [(days: Range<Day>, engineers: [EngineerID])] = []
    for lane in onTeam {
      for days in lane.cells[column].holidays {
        if let index = holidays.firstIndex(where: { $0.days == days }) {
          holidays[index].engineers.append(lane.engineer)
        } else {
          holidays.append((days, [lane.engineer]))
        }
      }
    }
    return holidays.map { days, engineers in
      let names = engineers.map { Markup.name(team.name(of: $0)) }
      let isForAll = engineers.count == onTeam.count
      return .element(
        .li, [.classed("dim")], Markup("Public holiday, \(DayWords.short(days))"),
        isForAll ? .none : Markup(": ") + .joined(names, by: ", "))
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
