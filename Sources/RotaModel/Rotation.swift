public import Diagnostics

/// A duty that goes round the team week by week.
public struct Rotation: Sendable {
  public let id: RotationID
  public var name: String
  /// The members; nil for all engineers of the team.
  public var members: [EngineerSpan]?
  /// Each holder has all of them.
  public var skills: [Located<String>] = []
  /// Where it is declared; nil for the rotation of a team file that declares none.
  public let place: Place?

  public init(id: RotationID, name: String, place: Place?) {
    self.id = id
    self.name = name
    self.place = place
  }
}
