package import ICalendar
package import RotaModel

/// Whom an event is about: decided once, for the team's time off and for
/// shifts that are imported.
package struct EventPeople: Equatable {
  /// Why somebody who may be meant does not count.
  package enum Doubt: Equatable {
    /// A name fits several, and nothing else says who is meant.
    case ambiguous([EngineerID])
    /// The description alone names people, and more than one of them.
    case several([EngineerID])

    package var engineers: [EngineerID] {
      switch self {
      case .ambiguous(let engineers), .several(let engineers): engineers
      }
    }
  }

  /// In the order of the team file; with no doubt either, the event names nobody.
  package let engineers: [EngineerID]
  package let doubt: Doubt?

  package init(_ engineers: [EngineerID], _ doubt: Doubt? = nil) {
    self.engineers = engineers
    self.doubt = doubt
  }
}

extension EngineerNames {
  /// Those whom the title names; else the one engineer among those invited; else the organizer,
  /// where an engineer; else the one whom the description names.
  package func people(in event: Event) -> EventPeople {
    let titled = engineers(namedInTitle: event.summary)
    let invited = engineers(namedIn: event.attendees.flatMap(\.names))
    let inviting = engineers(namedIn: event.organizer?.names ?? [])
    let others = [invited, inviting].filter { $0.engineers.count == 1 }.flatMap(\.engineers)
    if titled.isEmpty, let other = others.first { return EventPeople([other]) }
    if !titled.ambiguous.isEmpty {
      guard let meant = others.first(where: titled.ambiguous.contains) else {
        return EventPeople(titled.engineers, .ambiguous(titled.ambiguous))
      }
      return EventPeople(inOrder(titled.engineers + [meant]))
    }
    if !titled.isEmpty { return EventPeople(titled.engineers) }
    // The description of one of our own events names those before and after.
    let described =
      EventUID(event.uid) == nil ? engineers(namedIn: [event.description]) : Found()
    if described.engineers.count == 1 { return EventPeople(described.engineers) }
    if described.engineers.count > 1 { return EventPeople([], .several(described.engineers)) }
    let ambiguous = [invited, inviting, described].map(\.ambiguous).first { !$0.isEmpty }
    return EventPeople([], ambiguous.map { .ambiguous($0) })
  }
}

extension Attendee {
  /// What may say who it is.
  var names: [String] { [address, name] }
}
