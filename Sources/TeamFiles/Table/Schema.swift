internal import Diagnostics

/// A schema of JSON Schema, draft 7, as far as the files need it.
struct Schema: Sendable {
  /// In the order they are printed.
  var members: [JSON.Member]

  init(_ members: [JSON.Member]) { self.members = members }

  private init(type: String, _ members: [JSON.Member] = []) {
    self.init([.init("type", .string(type))] + members)
  }

  var json: JSON { .object(members) }

  static let text = Schema(type: "string", [.init("minLength", 1)])

  static func pattern(_ pattern: String) -> Schema {
    Schema(type: "string", [.init("pattern", .string("^(?:\(pattern))$"))])
  }

  static func wholeNumber(_ range: ClosedRange<Int>) -> Schema {
    Schema(
      type: "integer",
      [
        .init("minimum", .number(range.lowerBound)), .init("maximum", .number(range.upperBound)),
      ])
  }

  static func choice(_ words: [String]) -> Schema {
    Schema([.init("enum", .array(words.map(JSON.string)))])
  }

  static func any(_ schemas: [Schema]) -> Schema {
    Schema([.init("anyOf", .array(schemas.map(\.json)))])
  }

  static func list(of item: Schema) -> Schema {
    Schema(type: "array", [.init("items", item.json)])
  }

  /// A map whose keys are free within a pattern.
  static func map(keys pattern: String, values: Schema) -> Schema {
    Schema(
      type: "object",
      [
        .init("propertyNames", Schema([.init("pattern", .string("^(?:\(pattern))$"))]).json),
        .init("additionalProperties", values.json),
      ])
  }

  /// A map with fixed keys.
  static func map(properties: [JSON.Member], required: [String]) -> Schema {
    Schema(
      type: "object",
      [.init("properties", .object(properties))]
        + (required.isEmpty ? [] : [.init("required", .array(required.map(JSON.string)))])
        + [.init("additionalProperties", false)])
  }

  /// The same list or map with at least one item or entry.
  var notEmpty: Schema {
    let isList = members.contains(.init("type", "array"))
    return with([.init(isList ? "minItems" : "minProperties", 1)])
  }

  /// Also an empty value, which counts as not set.
  var optional: Schema { .any([self, Schema(type: "null")]) }

  func with(_ more: [JSON.Member]) -> Schema { Schema(members + more) }
}
