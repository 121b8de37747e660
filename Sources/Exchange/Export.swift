package import Dates
internal import Diagnostics
package import ICalendar
package import RotaModel

/// Everything that a format makes its body from.
package struct Export: Sendable {
  package let team: Team
  /// The team's.
  package let zone: Zone
  package let today: Day
  /// The rotation of a format that knows one schedule; nil for all of the team's.
  package let rotation: Rotation?
  /// Before this moment nothing of the format begins; nil for none.
  package let formatStart: Instant?
  /// Never empty; see `DutyStretches`.
  package let stretches: [DutyStretch]
  /// The rota files, as seen from the team file.
  package let sources: [String]
  /// What `--set` gave, by key; keys and counts are checked.
  package let settings: [String: [String]]
  /// How the format names the engineers on duty, all of them.
  package let people: [EngineerID: String]

  package init(
    team: Team, zone: Zone, today: Day, rotation: Rotation?, formatStart: Instant?,
    stretches: [DutyStretch],
    sources: [String], settings: [String: [String]], people: [EngineerID: String]
  ) {
    self.team = team
    self.zone = zone
    self.today = today
    self.rotation = rotation
    self.formatStart = formatStart
    self.stretches = stretches
    self.sources = sources
    self.settings = settings
    self.people = people
  }

  /// How the format names who is on duty.
  func person(_ stretch: DutyStretch) -> String {
    guard let person = people[stretch.engineer] else {
      preconditionFailure("everybody on duty has been asked for their account")
    }
    return person
  }

  func start(_ stretch: DutyStretch) -> JSON { .string(zone.text(of: stretch.span.lowerBound)) }
  func end(_ stretch: DutyStretch) -> JSON { .string(zone.text(of: stretch.span.upperBound)) }
}

extension Zone {
  /// A moment with the zone's offset then (RFC 3339): `2027-01-04T09:00:00+01:00`, in UTC with `Z`.
  package func text(of instant: Instant) -> String {
    let seconds = offset(at: instant).seconds
    // The offsets of the nineteenth century have seconds, which the format cannot say.
    guard !isUTC, seconds % 60 == 0 else { return instant.description }
    let minutes = abs(seconds) / 60
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(local(at: instant))\(seconds < 0 ? "-" : "+")\(padded(minutes / 60)):"
      + padded(minutes % 60)
  }
}

/// How a body is laid out.
enum Body {
  /// One JSON value.
  static func json(_ value: JSON) -> [UInt8] { Array((value.rendered() + "\n").utf8) }

  /// JSON Lines: a value a line.
  static func lines(_ values: [JSON]) -> [UInt8] {
    Array(values.map { $0.rendered(.compact) + "\n" }.joined().utf8)
  }
}
