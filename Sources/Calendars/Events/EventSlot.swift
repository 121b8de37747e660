package import Dates
package import RotaModel

/// What an event is about, whoever does it: the part of its UID that stays the same over swaps,
/// regenerations and removals, so that clients update the event they have.
package enum EventSlot: Hashable {
  package enum FeedbackPart: String, CaseIterable {
    case thanks, improvements
  }

  case shift(week: Day, RotationID)
  case cover(from: Day, RotationID, EngineerID)
  case project(ProjectID)
  case sharing(ProjectID)
  case pairing(ProjectID, Day)
  /// The month as `2027-01`.
  case feedback(month: String, FeedbackPart)

  /// Joined by dots, which no id holds.
  fileprivate var parts: [String] {
    switch self {
    case .shift(let week, let rotation): ["shift", week.description, rotation.text]
    case .cover(let from, let rotation, let engineer):
      ["cover", from.description, rotation.text, engineer.text]
    case .project(let project): ["project", project.text]
    case .sharing(let project): ["sharing", project.text]
    case .pairing(let project, let day): ["pairing", project.text, day.description]
    case .feedback(let month, let part): ["feedback", month, part.rawValue]
    }
  }

  /// Reads the parts and takes them away; nil for those of no slot.
  fileprivate init?(takingFrom parts: inout ArraySlice<Substring>) {
    func id<Kind>(_ part: Substring?) -> Identifier<Kind>? {
      part.flatMap { Identifier<Kind>.allows(String($0)) ? Identifier(String($0)) : nil }
    }
    switch parts.popFirst() {
    case "shift":
      guard let week = parts.popFirst().flatMap({ Day($0) }),
        let rotation: RotationID = id(parts.popFirst())
      else { return nil }
      self = .shift(week: week, rotation)
    case "cover":
      guard let from = parts.popFirst().flatMap({ Day($0) }),
        let rotation: RotationID = id(parts.popFirst()),
        let engineer: EngineerID = id(parts.popFirst())
      else { return nil }
      self = .cover(from: from, rotation, engineer)
    case "project":
      guard let project: ProjectID = id(parts.popFirst()) else { return nil }
      self = .project(project)
    case "sharing":
      guard let project: ProjectID = id(parts.popFirst()) else { return nil }
      self = .sharing(project)
    case "pairing":
      guard let project: ProjectID = id(parts.popFirst()),
        let day = parts.popFirst().flatMap({ Day($0) })
      else { return nil }
      self = .pairing(project, day)
    case "feedback":
      guard let month = parts.popFirst(), Day(month + "-01") != nil,
        let part = parts.popFirst().flatMap({ FeedbackPart(rawValue: String($0)) })
      else { return nil }
      self = .feedback(month: String(month), part)
    default: return nil
    }
  }
}

/// The UID of an event: its slot and the calendar it stands in, never the run that wrote it.
package struct EventUID: Hashable {
  package let slot: EventSlot
  /// The engineer whose own calendar it stands in; nil in those of the team.
  ///
  /// A shift that went to somebody else stays in the calendar of the one who had it, cancelled,
  /// and who imports both calendars sees both events.
  package let calendar: EngineerID?

  init(_ slot: EventSlot, in calendar: EngineerID? = nil) {
    self.slot = slot
    self.calendar = calendar
  }

  /// `shift.2027-01-04.service.ada@platform.rota`. At most 260 octets, as no part is longer than
  /// an id and `domain` no longer than 40.
  func text(domain: String) -> String {
    (slot.parts + [calendar?.text].compactMap(\.self)).joined(separator: ".")
      + "@" + domain + EventUID.suffix
  }

  /// nil for a UID of somebody else's events.
  package init?(_ text: String) {
    guard text.hasSuffix(EventUID.suffix), let at = text.utf8.firstIndex(of: UInt8(ascii: "@"))
    else { return nil }
    var parts = text[..<at].split(separator: ".", omittingEmptySubsequences: false)[...]
    guard let slot = EventSlot(takingFrom: &parts), parts.count <= 1 else { return nil }
    let calendar = parts.first.map(String.init)
    guard calendar.map(EngineerID.allows) ?? true else { return nil }
    self.init(slot, in: calendar.map { EngineerID($0) })
  }

  private static let suffix = ".rota"
}

extension Team {
  /// The team's name in `a-z`, `0-9` and `-`, at most 40 of them; `team` where nothing is left.
  var domain: String {
    var bytes: [UInt8] = []
    for byte in name.lowercased().utf8 {
      let isKept = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      if isKept {
        bytes.append(byte)
      } else if let last = bytes.last, last != UInt8(ascii: "-") {
        bytes.append(UInt8(ascii: "-"))
      }
    }
    bytes = Array(bytes.prefix(40))
    while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return bytes.isEmpty ? "team" : String(decoding: bytes, as: UTF8.self)
  }
}
