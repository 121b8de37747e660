internal import ConfigText
import Dates
internal import Diagnostics
internal import RotaModel

/// By a date, or the Monday of an ISO week; what is neither comes last.
private func dayNumber(of key: String) -> Int {
  if let day = Day(key) { return day.number }
  let parts = key.utf8.split(separator: 0x2D).map { String(decoding: $0, as: UTF8.self) }
  guard parts.count == 2, parts[1].uppercased().hasPrefix("W"), let year = digits(parts[0]),
    let week = digits(parts[1].dropFirst())
  else { return .max }
  return ISOWeek(year: year, week: week)?.monday.number ?? .max
}

/// What the schema says of the order of keys.
extension Schema {
  /// The alternative that describes a value of this shape.
  func branch(for node: ConfigNode) -> Schema {
    guard case .array(let schemas)? = self["anyOf"] else { return self }
    let type = node.isMap ? "object" : node.isList ? "array" : "string"
    let branches = schemas.compactMap { schema -> Schema? in
      guard case .object(let members) = schema else { return nil }
      return Schema(members).branch(for: node)
    }
    return branches.first { $0["type"] == .string(type) } ?? Schema([])
  }

  /// What a key's value is described by; nothing where the key is not known.
  func value(of key: String) -> Schema {
    Schema(properties.first { $0.key == key }?.value ?? self["additionalProperties"])
  }

  /// What the items of a list are described by.
  var item: Schema { Schema(self["items"]) }

  /// The indices of keys in the order they should stand in: fixed keys in that of the table, weeks
  /// by date, others as they are. Unknown keys come last.
  func order(of keys: [String]) -> [Int] {
    let known = properties.map(\.key)
    let ranks = keys.map { key in
      isByWeek ? dayNumber(of: key) : known.firstIndex(of: key) ?? known.count
    }
    return keys.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
  }

  private init(_ json: JSON?) {
    if case .object(let members)? = json { self.init(members) } else { self.init([]) }
  }

  private subscript(key: String) -> JSON? { members.first { $0.key == key }?.value }

  private var properties: [JSON.Member] {
    if case .object(let members)? = self["properties"] { return members }
    return []
  }

  private var isByWeek: Bool {
    self["propertyNames"] == Schema.map(keys: weekKeyPattern, values: Schema([]))["propertyNames"]
  }
}
