import Calendars
import Dates
package import ICalendar
import Planning
package import RotaModel
package import Rules
import Views

/// What a site is made of: nothing of it depends on the day it is made.
package struct SiteFacts: Sendable {
  package let situation: Situation
  package let zone: Zone
  /// The rotas that get a page, by the first date of their period.
  package let rotas: [Rota]
  /// The one among them that the first page shows.
  package let shown: Rota
  package let title: String
  package let base: BaseURL?
  /// Whether addresses and guests may be shown.
  package let contacts: Bool
  /// The calendars beside the pages, by their path in the site.
  package let calendars: Set<String>
  /// For each coming shift the best alternative; nil where that was not asked.
  package let alternatives: [Alternative]?
  let sessions: Sessions
  /// By rota, in their order.
  private let planned: [[PlannedSession]]
  /// By rota: the first page has one of them, too.
  private let timelines: [Markup]
  /// By engineer: those of the rota shown and of later ones, by their start.
  private let duties: [EngineerID: [Duty]]
  /// Who did how much against their share; nil where no week is on file.
  let fairness: FairnessView?

  /// What else could be, in words.
  package struct Alternative: Sendable {
    package let week: ShiftWeek
    package let rotation: RotationID
    package let words: String

    package init(week: ShiftWeek, rotation: RotationID, words: String) {
      self.week = week
      self.rotation = rotation
      self.words = words
    }
  }

  package init(
    _ situation: Situation, zone: Zone, rotas: [Rota], shown: Rota, title: String, base: BaseURL?,
    contacts: Bool, calendars: Set<String>, alternatives: [Alternative]?
  ) {
    self.situation = situation
    self.zone = zone
    self.rotas = rotas.following(handover: situation.team.handover.weekday)
    self.shown = self.rotas.first { $0.period == shown.period } ?? shown
    self.title = title
    self.base = base
    self.contacts = contacts
    self.calendars = calendars
    self.alternatives = alternatives
    let sessions = Sessions(of: situation.team, situation.availability, rotas: self.rotas)
    self.sessions = sessions
    let planned = self.rotas.map { sessions.planned(in: $0.period.first..<$0.period.last + 1) }
    self.planned = planned
    timelines = zip(self.rotas, planned).map { rota, sessions in
      TimelineDrawing(RotaChart(of: rota, in: situation), team: situation.team, sessions: sessions)
        .part(in: zone)
    }
    let roster = DutyRoster(handover: situation.team.handover.time, zone: zone)
    let first = self.shown.period.first
    let coming = self.rotas.filter { $0.period.first >= first }
    let ordered = situation.team.rotations.flatMap { roster.duties(of: $0.id, in: coming) }
      .enumerated().sorted {
        ($0.element.span.lowerBound, $0.offset) < ($1.element.span.lowerBound, $1.offset)
      }
    duties = Dictionary(grouping: ordered.map(\.element), by: \.engineer)
    fairness = FairnessSpan(from: nil, to: nil, in: situation).map { span in
      FairnessView(ShareAccounts(span, in: situation), in: situation)
    }
  }

  var team: Team { situation.team }

  /// Those of one of the rotas.
  func sessions(of rota: Rota) -> [PlannedSession] { index(of: rota).map { planned[$0] } ?? [] }

  func duties(of engineer: EngineerID) -> [Duty] { duties[engineer] ?? [] }

  /// The chart of one of the rotas, as it stands on a page.
  func timeline(of rota: Rota) -> Markup { index(of: rota).map { timelines[$0] } ?? .none }

  private func index(of rota: Rota) -> Int? { rotas.firstIndex { $0.period == rota.period } }
}

/// A file of the site.
package struct SiteFile: Sendable {
  /// Relative to the site's folder.
  package let path: String
  package let bytes: [UInt8]
}

/// The whole site but its calendars: pages, style sheet and script, in a fixed order.
package func site(_ facts: SiteFacts) -> [SiteFile] {
  let pages =
    [IndexPage(facts).page]
    + facts.rotas.map { RotaPage(facts, $0).page }
    + facts.team.engineers.map { EngineerPage(facts, $0).page }
    + [ProjectsPage(facts).page, FairnessPage(facts).page].compactMap(\.self)
  return pages.map { SiteFile(path: $0.path, bytes: $0.bytes(facts)) }
    + [
      SiteFile(path: StyleSheet.path, bytes: Array(StyleSheet.source.utf8)),
      SiteFile(path: NowScript.path, bytes: Array(NowScript.source.utf8)),
    ]
}

/// How files that Rota made are known again.
package enum SiteMark {
  static let page = Markup.element(
    .meta, [Attribute(.name, "generator"), Attribute(.content, "rota")])
  static let comment = "/* Made by `rota publish`: it is written anew. */\n"

  /// Whether the bytes that stand at a path of the site are Rota's own.
  package static func isOurs(_ bytes: [UInt8], path: String) -> Bool {
    // The mark of a page stands in its head, before any text of a file.
    let start = String(decoding: bytes.prefix(1024), as: UTF8.self)
    if path.hasSuffix(".html") {
      return start.contains(page.picture)
    }
    if path.hasSuffix(".ics") {
      return start.contains("\r\nPRODID:-//Rota//Rota//EN\r\n")
    }
    return start.hasPrefix(comment)
  }
}
