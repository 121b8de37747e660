internal import ConfigText
internal import Diagnostics
internal import RotaModel

extension Rotation {
  /// The only one of a team whose file names none.
  static let usual = Rotation(id: RotationID("service"), name: "Service tasks", place: nil)
}

/// The keys of a rotation.
let rotationKeys = Section<Rotation>([
  Field(
    "name", .text, .defaults("the id"), example: "Service tasks", "The rotation's name.",
    to: \.name),
  Field(
    "members", .members, .defaults("all"), example: ["ada", "grace from 2026-10-01"],
    "Who takes turns: everyone, or a list of engineers, each perhaps for some dates only.",
    to: \.members),
  Field(
    "skills", .neededSkills, .defaults("none"), example: ["terraform"],
    "Skills each holder of a shift has, all of them.", to: \.skills),
])

extension Kind where Value == [Rotation] {
  static let rotations = declared(
    "a rotation", words: "rotations by id", example: "service", rotationKeys
  ) {
    Rotation(id: RotationID($0), name: $0, place: $1)
  }
}

extension Kind where Value == [EngineerSpan]? {
  /// nil for everyone.
  static let members = choice(
    [("all", nil)], orList: Kind<[EngineerSpan]>.spans.map(Optional.some))
}

extension Kind where Value == [EngineerSpan] {
  /// Engineers with their dates; the spans of one engineer must not overlap.
  static let spans = Kind<EngineerSpan>.text(
    "an engineer, perhaps with dates", .pattern(spanPattern)
  ) { text, reading in
    reading.span(text)
  }.list(words: "a list of engineers").checked { spans, reading in
    reading.checkOverlaps(spans)
  }
}

extension Kind where Value == [Located<String>] {
  /// Skills asked for, which somebody must have.
  static let neededSkills = Kind<Located<String>>.text("a skill") { text, reading in
    reading.neededSkill(text)
  }.list(words: "a list of skills")
}
