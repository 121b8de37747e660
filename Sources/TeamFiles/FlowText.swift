internal import ConfigText
internal import Diagnostics

/// A value as it is written on one line of a file: `{ at: Tuesday 14:00, for: 90 minutes }`.
func flow(_ value: JSON) -> String {
  switch value {
  case .null: "null"
  case .bool(let value): value ? "true" : "false"
  case .number(let value): String(value)
  case .string(let text): writtenScalar(text)
  case .array(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
  case .object(let members):
    "{ " + members.map(flow).joined(separator: ", ") + " }"
  }
}

/// An entry of a map on one line. A key such as `true` or `010` is an id, too, and has to be quoted.
func flow(_ member: JSON.Member) -> String { "\(writtenScalar(member.key)): \(flow(member.value))" }
