package import Diagnostics

/// A duty that goes round the team week by week.
package struct Rotation: Sendable {
  package let id: RotationID
  package var name: String
  /// The members; nil for all engineers of the team.
  package var members: [EngineerSpan]?
  /// Each holder has all of them.
  package var skills: [Located<String>] = []
  /// Where it is declared; nil for the rotation of a team file that declares none.
  package let place: Place?

  package init(id: RotationID, name: String, place: Place?) {
    self.id = id
    self.name = name
    self.place = place
  }
}
