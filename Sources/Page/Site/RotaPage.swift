import Calendars
import Dates
import ICalendar
import Planning
import RotaModel
import Rules
import Views

/// A rota with its timeline and its tables.
struct RotaPage {
  let facts: SiteFacts
  let rota: Rota

  static func path(_ period: Period) -> String { "rota/\(period.fileStem).html" }

  init(_ facts: SiteFacts, _ rota: Rota) {
    self.facts = facts
    self.rota = rota
  }

  var page: SitePage {
    let path = RotaPage.path(rota.period)
    let title = "Rota of \(rota.period.name)"
    let parts = RotaParts(facts, rota, page: path)
    return SitePage(
      path: path, heading: Markup(title), title: "\(title), \(facts.title)",
      main: parts.all)
  }
}

/// The parts of a page that are about one rota.
struct RotaParts {
  let facts: SiteFacts
  let rota: Rota
  /// The path of the page on which they stand.
  let page: String
  private let sheet: RotaSheet

  init(_ facts: SiteFacts, _ rota: Rota, page: String) {
    self.facts = facts
    self.rota = rota
    self.page = page
    sheet = RotaSheet(
      rota, of: facts.team, availability: facts.situation.availability,
      sessions: facts.sessions(of: rota))
  }

  /// In print the first two stand on one sheet.
  var all: [Markup] {
    [facts.timeline(of: rota), shifts, .element(.div, [.classed("beside")], projects, sessions)]
  }

  private var shifts: Markup {
    let alternatives = facts.alternatives.map { all in
      Dictionary(
        grouping: all.filter { rota.holds($0.week.start, handover: facts.team.handover.weekday) }
      ) { $0.week }
    }.flatMap { $0.isEmpty ? nil : $0 }
    let head =
      ["week", "ISO", "dates"] + sheet.rotations.map(\.name) + ["notes"]
      + (alternatives == nil ? [] : ["the best alternative"])
    let rows = sheet.rows.map { row -> [Markup] in
      let holders = row.holders.map { $0.map { facts.person($0, from: page) } ?? Markup("–") }
      return [
        .date(row.week.start), Markup(row.isoWeek.number),
        Markup(shortText(rota.days(of: row.week))),
      ] + holders + [.joined(row.notes.map(Markup.name), by: ", ")]
        + (alternatives.map { [words(of: $0[row.week] ?? [])] } ?? [])
    }
    return .part(
      "shifts", "Shifts", classes: "shifts-part",
      [
        .table(
          "Who holds each shift of \(rota.period.name)", head: head,
          classes: ["date", "iso", "dates"], rows: rows)
      ])
  }

  private func words(of alternatives: [SiteFacts.Alternative]) -> Markup {
    let isAlone = sheet.rotations.count == 1
    return .joined(
      alternatives.map { one in
        isAlone
          ? .name(one.words)
          : .name("\(facts.team.rotation(one.rotation)?.name ?? one.rotation.text): \(one.words)")
      }, by: "; ")
  }

  private var projects: Markup {
    let rows = sheet.lines.map { line -> [Markup] in
      [
        .name(line.name), line.life.map(days) ?? .none,
        line.owners.isEmpty
          ? Markup("–")
          : .joined(
            line.owners.map { span in
              facts.person(span.engineer, from: page) + Markup(span.text(named: ""))
            }, by: ", "),
      ]
    }
    return .part(
      "projects", "Projects",
      rows.isEmpty
        ? [.element(.p, Markup("No project has an owner in this rota."))]
        : [
          .table(
            "Who owns each project in \(rota.period.name)", head: ["project", "life", "owners"],
            rows: rows)
        ])
  }

  private var sessions: Markup {
    let sessions = sheet.sessions ?? []
    return .part(
      "sessions", "Sessions",
      sessions.isEmpty
        ? [.element(.p, Markup("No session falls into this rota."))]
        : [facts.table(of: sessions, "Sessions in \(rota.period.name)", from: page)])
  }

  private func days(_ life: Range<Day>) -> Markup {
    .date(life.lowerBound) + Markup(" to ") + .date(life.upperBound - 1)
  }
}

extension TimelineDrawing {
  /// The chart, what its signs mean, and the same as a list.
  func part(in zone: Zone) -> Markup {
    let roster = DutyRoster(handover: team.handover.time, zone: zone)
    return .part(
      "timeline", "Timeline", classes: "timeline-part",
      [
        .element(.div, [.classed("drawn")], figure(in: zone), Legend(self).list),
        weekList(spans: chart.columns.days.map(roster.span)),
      ])
  }
}

extension SiteFacts {
  /// Sessions, a row each. Whom they are with names guests and addresses only where they may be.
  func table(of sessions: [PlannedSession], _ caption: String, from page: String) -> Markup {
    let lines = SessionsTable(sessions, of: team, contacts: contacts)
    return .table(
      caption, head: ["date", "time", "length", "session", "with"],
      classes: ["date", "time", "number"],
      rows: sessions.map { planned in
        let day = planned.session.day
        return [
          .date(day), Markup("\(day.weekday.shortName) \(planned.session.time)"),
          Markup("\(planned.session.minutes) min"), .name(planned.title),
          .joined(lines.audience(of: planned).map(Markup.name), by: ", "),
        ]
      })
  }
}
