package import Diagnostics

/// A value of a file with its place: a light view into the tree, made on the way.
package struct ConfigNode: Sendable {
  let tree: ConfigTree
  let index: Int

  package enum Content: Sendable {
    /// The text, whatever it looks like; empty where there is no value.
    case scalar(String)
    case list([ConfigNode])
    /// In the order of the file; the keys differ, compared as NFC text.
    case map([ConfigEntry])
  }

  package enum Style: Sendable, Equatable {
    case plain, quoted
    /// Text behind `|` or `>`; a list or a map of lines.
    case block
    /// No value.
    case empty
    /// A list or a map in brackets.
    case brackets
  }

  var record: ConfigRecord { tree.records[index] }

  /// Where the value stands, with its quotes or brackets. A missing value is the point after its
  /// key's colon, a list or map of lines goes from its first to its last character.
  package var place: Place { Place(tree.source, record.range) }

  package var style: Style {
    switch record.form {
    case .plain: .plain
    case .single, .singleDoubled, .double, .doubleEscaped: .quoted
    case .block, .list, .map: .block
    case .empty: .empty
    case .bracketList, .bracketMap: .brackets
    }
  }

  /// The value with its direct children. O(children), or O(length of the text).
  package var content: Content {
    switch record.form {
    case .list, .bracketList: .list(items)
    case .map, .bracketMap: .map(entries)
    default: .scalar(scalar ?? "")
    }
  }

  /// The text of a scalar, nil of a list or a map. O(length).
  package var scalar: String? {
    isList || isMap ? nil : decodedText(of: record.form, record.range, in: tree.source.bytes)
  }

  package var isList: Bool { record.form == .list || record.form == .bracketList }
  package var isMap: Bool { record.form == .map || record.form == .bracketMap }

  /// The items of a list; none of anything else. O(items).
  package var items: [ConfigNode] { isList ? children : [] }

  /// The entries of a map; none of anything else. O(entries).
  package var entries: [ConfigEntry] { isMap ? children.map(ConfigEntry.init) : [] }

  /// The entry of a map with this key; nil where there is none, and of anything else. O(entries).
  package func entry(of key: String) -> ConfigEntry? {
    guard isMap else { return nil }
    var child = index + 1
    let end = Int(record.next)
    while child < end {
      let entry = ConfigEntry(ConfigNode(tree: tree, index: child))
      if entry.isNamed(key) { return entry }
      child = Int(tree.records[child].next)
    }
    return nil
  }

  private var children: [ConfigNode] {
    var nodes: [ConfigNode] = []
    var child = index + 1
    let end = Int(record.next)
    while child < end {
      nodes.append(ConfigNode(tree: tree, index: child))
      child = Int(tree.records[child].next)
    }
    return nodes
  }
}

/// A key of a map with its value.
package struct ConfigEntry: Sendable {
  package let value: ConfigNode

  init(_ value: ConfigNode) { self.value = value }

  /// The key's text. O(length).
  package var key: String {
    decodedText(of: value.record.keyForm, value.record.keyRange, in: value.tree.source.bytes)
  }

  /// Whether this is the key; its text is made only where bytes cannot tell.
  fileprivate func isNamed(_ name: String) -> Bool {
    let record = value.record
    guard record.keyForm == .plain else { return key == name }
    let bytes = value.tree.source.bytes[record.keyRange]
    if bytes.elementsEqual(name.utf8) { return true }
    return bytes.contains { $0 >= 0x80 } && key == name
  }

  /// Where the key stands, with its quotes.
  package var keyPlace: Place { Place(value.tree.source, value.record.keyRange) }
}
