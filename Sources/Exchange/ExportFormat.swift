package import Dates
package import ICalendar

/// A format in which rotas go to another system. Each stands in a file of its own under `Formats`;
/// `ExportFormat.all` lists them, and help, the words of `--format` and completions are made from it.
package struct ExportFormat: Sendable {
  /// A key that `--set` takes.
  package struct Key: Sendable {
    package let name: String
    /// What becomes of the body without it, a clause: `it is left out of the body`.
    package let ifUnset: String
    /// Whether it may be given more than once.
    package var isList = false
  }

  /// What a user has to know who sends the body.
  package struct Facts: Sendable {
    /// Where the ids are found.
    let ids: String
    /// Whether sending twice makes copies.
    package let copies: String
    /// What the format cannot say.
    package var cannotSay: [String] = []
    /// Pages of the system's maker; none for formats of Rota's own.
    let sources: [String]
    /// The call as a shell line, without a secret.
    let call: String
  }

  /// What of the time it takes.
  package enum Reach: Sendable {
    /// Everything on file.
    case everything
    /// From today's midnight of the team on, and nothing that is about to end.
    case fromToday
    /// Likewise, and nothing that begins before today's midnight in UTC.
    case fromTodayInUTC
  }

  /// The word after `--format`.
  package let name: String
  /// One line.
  package let summary: String
  package let people: PersonName
  package var reach = Reach.fromToday
  /// Whether what is sent replaces all that the system has: what is left out would be gone.
  package var isWholeState = false
  package var keys: [Key] = []
  package let facts: Facts
  /// What there is to say of one export beyond `facts`, a line each.
  package var remarks: @Sendable (Export) -> [String] = { _ in [] }
  package let body: @Sendable (Export) -> [UInt8]

  /// Whether it knows one schedule, so that one rotation goes into it.
  package var takesOneRotation: Bool { reach != .everything }

  /// The formats, in the order of the help text.
  package static let all: [ExportFormat] = [
    .json, .csv, .pagerDuty, .pagerDutyShifts, .incidentIO, .jsm, .rootly, .betterStack, .goAlert,
    .grafanaCalendar, .betterStackCalendar,
  ]

  package static func named(_ name: String) -> ExportFormat? { all.first { $0.name == name } }
}

extension ExportFormat {
  /// Before this moment nothing begins; nil for none.
  package func start(now: Instant, in zone: Zone) -> Instant? {
    let midnight = zone.midnight(zone.local(at: now).date)
    switch reach {
    case .everything: return nil
    case .fromToday: return midnight
    case .fromTodayInUTC: return max(midnight, Zone.utc.midnight(now.utc.date))
    }
  }

  /// Stretches that end before this moment are left out; nil for none.
  package func firstEnd(now: Instant) -> Instant? {
    reach == .everything ? nil : now + ExportFormat.secondsToSend
  }

  /// Who reads and sends a body takes a while, and systems refuse what is over.
  private static let secondsToSend = 300
}

extension Zone {
  /// The moment at which a date begins.
  package func midnight(_ date: Day) -> Instant { instant(of: LocalDateTime(date)) }
}
