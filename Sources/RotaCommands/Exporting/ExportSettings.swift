import Diagnostics
import Exchange

/// What `--set` gives a format.
struct ExportSettings {
  private(set) var values: [String: [String]] = [:]
  /// What becomes of the body for want of keys, a line each.
  let remarks: [String]

  /// Throws `Unusable` with every text that is no `KEY=VALUE` of the format's keys.
  init(_ texts: [String], of format: ExportFormat) throws {
    var mistakes: [Diagnostic] = []
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let key = format.keys.first(where: { $0.name == name }) else {
        mistakes.append(.unknownKey(name, of: format))
        continue
      }
      guard parts.count == 2, !parts[1].isEmpty else {
        mistakes.append(
          .usage(
            "missing-value", "`--set \(text)` has no value", help: ["write `--set \(name)=ID`"]))
        continue
      }
      if values[name] != nil, !key.isList {
        mistakes.append(.usage("repeated-key", "`--set \(name)=…` stands twice"))
      }
      values[name, default: []].append(String(parts[1]))
    }
    guard mistakes.isEmpty else { throw Unusable(mistakes) }
    let given = values
    remarks = format.keys.filter { given[$0.name] == nil }.map {
      "`\($0.name)` is not set: \($0.ifUnset)"
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownKey(_ name: String, of format: ExportFormat) -> Diagnostic {
    let names = format.keys.map(\.name)
    return usage(
      "unknown-key", "`\(format.name)` has no key `\(name)` to set",
      help: [
        names.isEmpty
          ? "it has none: leave `--set` out"
          : nearest(to: name, among: names).map { "did you mean `\($0)`?" }
            ?? "it has " + names.map { "`\($0)`" }.joined(separator: ", ")
      ])
  }
}
