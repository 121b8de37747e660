internal import ConfigText
internal import Diagnostics

/// One key of a file: the row of the table that reading, checks, reference and schema come from.
struct Field<Owner>: Sendable {
  enum Presence: Sendable, Equatable {
    case required
    case optional
    /// What holds where the key is left out, in words.
    case defaults(String)
  }

  let name: String
  let presence: Presence
  /// What the value may be, in words.
  let words: String
  /// What it means: one or two sentences.
  let doc: String
  /// What people write who don't remember the name: for "did you mean".
  private(set) var otherNames: [String] = []
  private let makeSchema: @Sendable () -> Schema
  private let makeExample: @Sendable () -> JSON
  /// Reads the value into its owner, or reports why it can't.
  let read: @Sendable (ConfigNode, inout Owner, inout Reading) -> Void

  init<Value>(
    _ name: String, _ kind: Kind<Value>, _ presence: Presence = .optional,
    example: @autoclosure @escaping @Sendable () -> JSON, _ doc: String,
    set: @escaping @Sendable (inout Owner, Located<Value>) -> Void
  ) {
    self.name = name
    self.presence = presence
    words = kind.words
    self.doc = doc
    makeSchema = { kind.schema }
    makeExample = example
    read = { node, owner, reading in
      if let value = kind.read(node, &reading) { set(&owner, Located(value, at: node.place)) }
    }
  }

  init<Value>(
    _ name: String, _ kind: Kind<Value>, _ presence: Presence = .optional,
    example: @autoclosure @escaping @Sendable () -> JSON, _ doc: String,
    to path: any WritableKeyPath<Owner, Value> & Sendable
  ) {
    self.init(name, kind, presence, example: example(), doc) { $0[keyPath: path] = $1.value }
  }

  init<Value>(
    _ name: String, _ kind: Kind<Value>, _ presence: Presence = .optional,
    example: @autoclosure @escaping @Sendable () -> JSON, _ doc: String,
    to path: any WritableKeyPath<Owner, Value?> & Sendable
  ) {
    self.init(name, kind, presence, example: example(), doc) { $0[keyPath: path] = $1.value }
  }

  init<Value>(
    _ name: String, _ kind: Kind<Value>, _ presence: Presence = .optional,
    example: @autoclosure @escaping @Sendable () -> JSON, _ doc: String,
    to path: any WritableKeyPath<Owner, Located<Value>?> & Sendable
  ) {
    self.init(name, kind, presence, example: example(), doc) { $0[keyPath: path] = $1 }
  }
}

extension Field {
  var schema: Schema { makeSchema() }
  var example: JSON { makeExample() }

  func alsoCalled(_ names: String...) -> Field {
    var field = self
    field.otherNames = names
    return field
  }
}
