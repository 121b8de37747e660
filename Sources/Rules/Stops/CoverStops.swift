import Dates
package import RotaModel

/// Why a cover cannot stand.
package struct CoverStop: Sendable {
  package let message: String
  /// Another shift or cover of the stand-in excludes it.
  package let hangsOnOthers: Bool
}

extension Roster {
  /// What stops a cover: `stops(cover)`. Names and closed weeks come first, then the rules in the
  /// rule book's order.
  package func stops(_ cover: Cover) -> [CoverStop] {
    func alone(_ message: String) -> [CoverStop] {
      [CoverStop(message: message, hangsOnOthers: false)]
    }
    guard let rotation = frame.availability.index(of: cover.rotation) else {
      return alone(cover.rotation.unknown)
    }
    if let week = frame.weeks.firstIndex(where: { $0.days.contains(cover.days.lowerBound) }),
      frame.isClosed(rotation, week)
    {
      return alone("the week of \(frame.weeks[week]) is closed for `\(cover.rotation)`")
    }
    guard let standIn = frame.availability.index(of: cover.engineer) else {
      return alone(cover.engineer.unknown)
    }
    return RuleBook.shapes.compactMap { shape in
      guard case .cover(let hangsOnOthers, let judge) = shape,
        let reason = judge(self, cover, standIn)
      else { return nil }
      return CoverStop(message: reason.message, hangsOnOthers: hangsOnOthers)
    }
  }
}
