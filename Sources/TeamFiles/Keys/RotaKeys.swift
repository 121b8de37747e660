internal import ConfigText
import Dates
internal import Diagnostics
internal import RotaModel

/// What the keys of a rota file are read into.
struct RotaFields: Sendable {
  var period: Located<Period>?
  var shifts: [Shift] = []
  var owners: [Ownership] = []
  var covers: [CoverFields] = []
}

/// What the keys of a cover are read into.
struct CoverFields: Sendable {
  let place: Place
  var from: Located<Day>?
  var to: Located<Day>?
  var rotation: Located<RotationID>?
  var engineer: Located<EngineerID>?
}

/// The keys of a rota file.
let rotaKeys = Section<RotaFields>([
  Field(
    "period", .period, .required, example: "2027-Q1",
    "The quarter or the range of dates the rota is for; the file is named by it.", to: \.period),
  Field(
    "shifts", .assignments(in: .shifts), example: ["2027-01-04": ["service": "ada"]],
    "Who holds each shift, one line a week, by the date the week starts on.", to: \.shifts),
  Field(
    "owners", .ownerships, example: ["vault-migration": ["ada"]],
    "Who owns each project, perhaps for some dates only.", to: \.owners),
  Field(
    "covers", .covers,
    example: [
      ["from": "2027-02-10", "to": "2027-02-12", "rotation": "service", "engineer": "grace"]
    ],
    "Who stands in for some days of a shift.", to: \.covers),
])

/// The keys of a cover.
let coverKeys = Section<CoverFields>([
  Field(
    "from", .day, .required, example: "2027-02-10",
    "The first covered day, from the handover time on.", to: \.from),
  Field(
    "to", .day, .required, example: "2027-02-12",
    "The last covered day: the cover ends at the handover time of the day after.", to: \.to),
  Field(
    "rotation", .rotationName, .required, example: "service", "The rotation of the shift.",
    to: \.rotation),
  Field(
    "engineer", .engineerName, .required, example: "grace", "Who stands in.", to: \.engineer),
])

extension Kind where Value == Period {
  /// A quarter or a range of dates.
  static let period = written(
    "a quarter or a range of dates",
    .pattern(#"\d{4}-[Qq][1-4]|\d{4}-\d{2}-\d{2}( to |_)\d{4}-\d{2}-\d{2}"#)
  ) { $1.period($0) }
}

extension Kind where Value == Located<RotationID> {
  static let rotationName = text("a rotation", .pattern(idPattern)) { $1.rotation($0) }
}

extension Kind where Value == Located<EngineerID> {
  static let engineerName = text("an engineer", .pattern(idPattern)) { $1.engineer($0) }
}

extension Kind where Value == [Ownership] {
  /// Entries by project. An empty list stands for no projects as well.
  static let ownerships = Kind(
    words: "lists of engineers by project",
    schema: .map(keys: idPattern, values: Kind<[EngineerSpan]>.spans.schema.optional)
  ) { node, reading in
    if node.isList, node.items.isEmpty { return [] }
    guard let entries = reading.map(node) else { return nil }
    return entries.map { entry in
      let spans =
        !entry.value.isSet
        ? [] : Kind<[EngineerSpan]>.spans.read(entry.value, &reading) ?? []
      return Ownership(project: ProjectID(entry.key), entries: spans, place: entry.keyPlace)
    }
  }
}

extension Kind where Value == [CoverFields] {
  static let covers = Kind<CoverFields>(words: "a cover", schema: coverKeys.schema) {
    node, reading in
    var fields = CoverFields(place: node.place)
    coverKeys.read(node, into: &fields, &reading)
    return fields
  }.list(words: "a list of covers")
}
