import Calendars
import Dates
import Diagnostics
import ICalendar
import RotaModel
import Rules
import Views

/// What the browser works out who is on duty from: each rotation's stretches as moments, from the
/// first week of the rota shown to the last on file.
struct DutyTimes {
  /// A time without a gap in who is on duty.
  struct Stretch {
    enum Kind {
      case duty(Duty)
      case open, closed
    }

    let span: Range<Instant>
    let kind: Kind
  }

  let rotations: [(rotation: Rotation, stretches: [Stretch])]
  /// The last date that a rota on file holds.
  let last: Day?
  private let facts: SiteFacts

  init(_ facts: SiteFacts) {
    self.facts = facts
    let standard = facts.team.handover.weekday
    let rotas = facts.rotas.filter { $0.period.first >= facts.shown.period.first }
    let roster = DutyRoster(handover: facts.team.handover.time, zone: facts.zone)
    let availability = facts.situation.availability
    rotations = facts.team.rotations.enumerated().map { index, rotation in
      let stretches = rotas.flatMap { rota in
        rota.weeks(handover: standard).flatMap { week -> [Stretch] in
          let shifts = rota.shifts.filter { $0.week == week && $0.rotation == rotation.id }
          if let shift = shifts.first {
            return roster.duties(of: shift, in: rota).map {
              Stretch(span: $0.span, kind: .duty($0))
            }
          }
          let isClosed = availability.isClosed(index, in: week)
          return [
            Stretch(span: roster.span(rota.days(of: week)), kind: isClosed ? .closed : .open)
          ]
        }
      }
      return (rotation, stretches.sorted { $0.span.lowerBound < $1.span.lowerBound })
    }
    last = rotas.flatMap { rota in rota.weeks(handover: standard).map { rota.days(of: $0) } }
      .map { $0.upperBound - 1 }.max()
  }

  /// For `now.js`: moments in seconds since 1970, and what the team's clock shows then.
  var data: ScriptData {
    let moments = Set(
      rotations.flatMap { $0.stretches.flatMap { [$0.span.lowerBound, $0.span.upperBound] } })
    return ScriptData([
      "zone": .string(facts.team.zone),
      "until": last.map { .string(DayWords.dated($0)) } ?? .null,
      "clock": .object(
        moments.sorted().map {
          .init("\($0.secondsSince1970)", .string(WallTime($0, in: facts.zone).text))
        }),
      "rotations": .array(
        rotations.map { entry in
          [
            "rotation": .string(entry.rotation.id.text),
            "name": .string(entry.rotation.name.safeForTerminal),
            "stretches": .array(entry.stretches.map(json)),
          ]
        }),
    ])
  }

  private func json(_ stretch: Stretch) -> JSON {
    var members: [JSON.Member] = [
      .init("from", .number(stretch.span.lowerBound.secondsSince1970)),
      .init("to", .number(stretch.span.upperBound.secondsSince1970)),
    ]
    switch stretch.kind {
    case .duty(let duty):
      members.append(.init("name", .string(name(duty.engineer))))
      if let holder = duty.standsInFor { members.append(.init("for", .string(name(holder)))) }
    case .closed: members.append(.init("closed", true))
    case .open: break
    }
    return .object(members)
  }

  private func name(_ engineer: EngineerID) -> String {
    facts.team.name(of: engineer).safeForTerminal
  }
}

/// What the clock on the team's wall shows: `Mon 4 Jan 2027, 09:30`.
struct WallTime {
  let text: String

  init(_ moment: Instant, in zone: Zone) {
    let local = zone.local(at: moment)
    let day = local.date
    text =
      "\(day.weekday.shortName) \(day.dayOfMonth) \(MonthNames.short[day.month - 1]) \(day.year), "
      + String(local.description.dropFirst(11).prefix(5))
  }
}
