internal import ConfigText
internal import Diagnostics

/// What the value of a key may be: how it is read, what it is called, and how an editor checks it.
struct Kind<Value>: Sendable {
  /// What it is called in the reference: `a date`.
  let words: String
  /// Reading asks for none, so it is made for those who do.
  private let makeSchema: @Sendable () -> Schema
  /// The value, or nil after reporting why there is none.
  let read: @Sendable (ConfigNode, inout Reading) -> Value?

  init(
    words: String, schema: @autoclosure @escaping @Sendable () -> Schema,
    read: @escaping @Sendable (ConfigNode, inout Reading) -> Value?
  ) {
    self.words = words
    makeSchema = schema
    self.read = read
  }

  /// JSON Schema, draft 7.
  var schema: Schema { makeSchema() }

  /// The same, with the value seen as something else.
  func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Kind<Other> {
    Kind<Other>(words: words, schema: schema) { node, reading in
      read(node, &reading).map(transform)
    }
  }

  /// The same, with a further check of the value.
  func checked(_ check: @escaping @Sendable (Value, inout Reading) -> Void) -> Self {
    Kind(words: words, schema: schema) { node, reading in
      let value = read(node, &reading)
      if let value { check(value, &reading) }
      return value
    }
  }

  /// The same, reported where the list or map is empty.
  func notEmpty(_ message: String, help: String) -> Self {
    Kind(words: words, schema: schema.notEmpty) { node, reading in
      guard !node.items.isEmpty || !node.entries.isEmpty || node.scalar != nil else {
        reading.report("no-value", message, at: node.place, help: [help])
        return nil
      }
      return read(node, &reading)
    }
  }

  /// A list of such values; one that is wrong does not hide the others.
  func list(words: String) -> Kind<[Value]> {
    Kind<[Value]>(words: words, schema: .list(of: schema)) { node, reading in
      guard let items = reading.list(node) else { return nil }
      return items.compactMap { read($0, &reading) }
    }
  }
}

extension Kind {
  /// A text of a fixed form, such as a date, however YAML would type it.
  static func written(
    _ words: String, _ schema: @autoclosure @escaping @Sendable () -> Schema,
    _ read: @escaping @Sendable (Written, inout Reading) -> Value?
  ) -> Kind {
    Kind(words: words, schema: schema()) { node, reading in
      guard let text = reading.scalar(node) else { return nil }
      return read(text, &reading)
    }
  }

  /// A text that stands for something, such as a name.
  static func text(
    _ words: String, _ schema: @autoclosure @escaping @Sendable () -> Schema = .text,
    _ read: @escaping @Sendable (Written, inout Reading) -> Value?
  ) -> Kind {
    Kind(words: words, schema: schema()) { node, reading in
      guard let text = reading.text(node) else { return nil }
      return read(text, &reading)
    }
  }

  /// One of a few words, or where neither fits something else: another text, or a list.
  static func choice(
    _ choices: [(word: String, value: Value)], orText: Kind? = nil, orList: Kind? = nil
  ) -> Kind where Value: Sendable {
    let names = choices.map(\.word)
    let others = [orText, orList].compactMap(\.self)
    return Kind(
      words: (names.map { "`\($0)`" } + others.map(\.words)).joined(separator: ", "),
      schema: others.isEmpty
        ? .choice(names) : .any([.choice(names)] + others.map(\.schema))
    ) { node, reading in
      if let orList, node.isList { return orList.read(node, &reading) }
      guard let text = reading.scalar(node) else { return nil }
      if let choice = choices.first(where: { $0.word == text.text }) { return choice.value }
      if let orText { return orText.read(node, &reading) }
      let guess = nearest(to: text.text, among: names)
      let allowed = [listing(names)] + (orList.map { [$0.words] } ?? [])
      reading.report(
        "bad-choice", "`\(text.text)` is not allowed here", at: text.place,
        help: (guess.map { ["did you mean `\($0)`?"] } ?? [])
          + ["allowed: " + allowed.joined(separator: ", or ")])
      return nil
    }
  }
}

extension Kind where Value == String {
  /// Any text, but an empty one.
  static let text = text("a text") { text, reading in
    if !text.text.isEmpty { return text.text }
    reading.report(
      "empty-text", "this text is empty", at: text.place,
      help: ["write a text, or leave the key out"])
    return nil
  }

  /// A path relative to the team file.
  static let path = text("a path", .pattern("[^/].*")) { $1.path($0) }
  static let calendarPath = text("a path", .pattern("[^/].*")) { $1.calendarPath($0) }
}

extension Kind where Value == Int {
  /// A whole number in a range.
  static func wholeNumber(_ range: ClosedRange<Int>) -> Kind {
    Kind(
      words: "\(range.lowerBound) to \(range.upperBound)", schema: .wholeNumber(range)
    ) { node, reading in
      reading.wholeNumber(node, in: range)
    }
  }

  /// A whole number with a least value; what is above `limit` no file means.
  static func wholeNumber(from least: Int, limit: Int = 1_000_000) -> Kind {
    Kind(
      words: "\(least) or more", schema: .wholeNumber(least...limit)
    ) { node, reading in
      reading.wholeNumber(node, in: least...limit)
    }
  }
}
