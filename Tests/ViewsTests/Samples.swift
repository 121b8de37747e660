import Dates
import Diagnostics
import RotaModel

/// A team of engineers and rotations that are called by their ids.
func team(_ engineers: [String], rotations: [String] = []) -> Team {
  let source = SourceText(path: "team.yaml", text: "engineers:\n")
  var team = Team(source: source)
  team.engineers = engineers.map {
    Engineer(
      id: EngineerID($0), name: $0, workdays: .mondayToFriday, place: Place(source, 0..<9))
  }
  team.rotations = rotations.map { Rotation(id: RotationID($0), name: $0, place: nil) }
  return team
}
