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
    "{ " + members.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", ") + " }"
  }
}
