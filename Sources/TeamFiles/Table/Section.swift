internal import ConfigText
internal import Diagnostics

/// A map with fixed keys: the table of them, in the order in which they are read and documented.
struct Section<Owner>: Sendable {
  let fields: [Field<Owner>]
  private let names: [String]
  private let otherNames: [String]

  init(_ fields: [Field<Owner>]) {
    self.fields = fields
    names = fields.map(\.name)
    otherNames = fields.flatMap(\.otherNames)
  }

  /// Reads a map into its owner. An empty value has no keys.
  ///
  /// - Parameter place: where the owner is declared, which is where a missing key is missed.
  func read(
    _ node: ConfigNode, into owner: inout Owner, declaredAt place: Place? = nil,
    _ reading: inout Reading
  ) {
    guard let entries = !node.isSet ? [] : reading.map(node) else { return }
    var given = [ConfigEntry?](repeating: nil, count: names.count)
    var unknown: [ConfigEntry] = []
    for entry in entries {
      let key = entry.key
      // The table's keys are ASCII; of others Unicode makes comparing dear.
      if key.utf8.allSatisfy({ $0 < 0x80 }), let index = names.firstIndex(of: key) {
        given[index] = given[index] ?? entry
      } else {
        unknown.append(entry)
      }
    }
    let misspelt = reportUnknownKeys(unknown, beside: given, &reading)
    for (index, entry) in given.enumerated() {
      if let entry, entry.value.isSet {
        fields[index].read(entry.value, &owner, &reading)
      } else if fields[index].presence == .required, !misspelt.contains(names[index]) {
        reportMissing(fields[index], entry, at: place ?? node.place, &reading)
      }
    }
  }

  var schema: Schema {
    let properties = fields.map { field in
      let schema = field.presence == .required ? field.schema : field.schema.optional
      var notes: [JSON.Member] = [.init("description", .string(field.doc))]
      if case .defaults(let words) = field.presence {
        notes = [.init("description", .string("\(field.doc) Default: \(words)."))]
      }
      return JSON.Member(
        field.name, schema.with(notes + [.init("examples", .array([field.example]))]).json)
    }
    return .map(
      properties: properties,
      required: fields.filter { $0.presence == .required }.map(\.name))
  }

  /// The keys that were probably meant, which are not missed as well.
  private func reportUnknownKeys(
    _ unknown: [ConfigEntry], beside given: [ConfigEntry?], _ reading: inout Reading
  ) -> [String] {
    guard !unknown.isEmpty else { return [] }
    let free = zip(names, given).filter { $0.1 == nil }.map(\.0)
    let allowed = free.isEmpty ? [] : ["allowed: \(listing(free))"]
    var guesses: [String] = []
    for entry in unknown {
      let guess = reading.mayGuess(among: fields.count) ? meant(by: entry.key) : nil
      reading.report(
        "unknown-key", "`\(entry.key)` is not a key here", at: entry.keyPlace,
        help: (guess.map { ["did you mean `\($0)`?"] } ?? []) + allowed)
      if let guess { guesses.append(guess) }
    }
    return guesses
  }

  /// The key that somebody who wrote another probably meant.
  func meant(by key: String) -> String? {
    if let name = nearest(to: key, among: names) { return name }
    let other = nearest(to: key, among: otherNames)
    return fields.first { $0.otherNames.contains { $0 == other } }?.name
  }

  private func reportMissing(
    _ field: Field<Owner>, _ entry: ConfigEntry?, at place: Place, _ reading: inout Reading
  ) {
    let example = "write `\(field.name): \(flow(field.example))`, for example"
    if let entry {
      reading.report(
        "no-value", "`\(field.name)` has no value", at: entry.keyPlace, help: [example])
    } else {
      reading.report(
        "missing-key", "`\(field.name)` is missing", at: place, help: [example])
    }
  }
}

extension Kind where Value: Sendable {
  /// A map with fixed keys, read into a value that starts as `new`.
  static func section(_ words: String, _ section: Section<Value>, new: Value) -> Kind {
    Kind(words: words, schema: section.schema) { node, reading in
      var value = new
      section.read(node, into: &value, &reading)
      return value
    }
  }
}
