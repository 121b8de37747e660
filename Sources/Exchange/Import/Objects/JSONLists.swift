internal import Diagnostics

/// A list of entries somewhere in a JSON file: an array of objects, or an object of dates to names.
struct JSONList {
  /// Keys joined by `.`; empty for the outermost.
  let path: String
  var entries: [JSONEntry]

  /// As `--list` takes it: `.` is the outermost.
  var shownPath: String { path.isEmpty ? "." : path }
}

/// What an entry of a list says, before it is known what of it can be read.
struct JSONEntry {
  let range: Range<Int>
  /// A value with its key as it is compared.
  let members: [(key: String, value: JSONValue)]
}

extension JSONList {
  /// All lists of a file, in its order; lists at the same path are one. O(values).
  static func all(in value: JSONValue, _ source: SourceText) -> [JSONList] {
    var lists: [JSONList] = []
    var index: [String: Int] = [:]
    var keys: [String: String] = [:]
    func folded(_ key: String) -> String {
      if let known = keys[key] { return known }
      let made = ImportKeys.folded(key)
      if keys.count < 10_000 { keys[key] = made }
      return made
    }
    func add(_ entry: JSONEntry, _ path: String) {
      if let known = index[path] {
        lists[known].entries.append(entry)
      } else {
        index[path] = lists.count
        lists.append(JSONList(path: path, entries: [entry]))
      }
    }
    func visit(_ value: JSONValue, _ path: String) {
      switch value.kind {
      case .array(let items):
        for item in items {
          if case .object(let members) = item.kind {
            add(
              JSONEntry(
                range: item.range, members: members.map { (folded($0.key), $0.value) }), path)
          }
          visit(item, path)
        }
      case .object(let members):
        let dates = members.count { DateCell(Array($0.key.utf8)[...]).isReadable }
        if dates > 0, 2 * dates >= members.count {
          for member in members { add(dated(member, source), path) }
          return
        }
        for member in members {
          visit(member.value, path.isEmpty ? member.key : path + "." + member.key)
        }
      case .null, .bool, .number, .string: break
      }
    }
    visit(value, "")
    return lists
  }

  /// `"2026-10-05": "Ada"` is an entry of a start and a person.
  private static func dated(_ member: JSONMember, _ source: SourceText) -> JSONEntry {
    var members: [(key: String, value: JSONValue)] = [
      ("start", JSONValue(kind: .string, range: member.keyRange))
    ]
    if case .object(let others) = member.value.kind {
      members += others.map { (ImportKeys.folded($0.key), $0.value) }
    } else {
      members.append(("user", member.value))
    }
    return JSONEntry(
      range: member.keyRange.lowerBound..<member.value.range.upperBound, members: members)
  }
}

extension JSONEntry {
  /// The values of the keys of a list, in its order.
  func values(of keys: [String]) -> [JSONValue] {
    keys.flatMap { key in members.filter { $0.key == key }.map(\.value) }
  }
}
