/// A stretch of a file: where something was written.
///
/// Everything in the model remembers its place, so that every message can point at it.
public struct Place: Sendable, Hashable {
  public let source: SourceText
  /// Half-open byte offsets into the file; empty for a point.
  public let range: Range<Int>
  /// Whether the file as a whole is meant, which is not quoted: what is not the kind of file it was
  /// taken for may hold what is nobody's business.
  package let isWholeFile: Bool

  public init(_ source: SourceText, _ range: Range<Int>) {
    self.source = source
    self.range = range
    isWholeFile = false
  }

  /// The file as a whole.
  package init(wholeOf source: SourceText) {
    self.source = source
    range = 0..<0
    isWholeFile = true
  }

  public var file: String { source.path }
  /// 1-based.
  public var line: Int { source.line(at: range.lowerBound) }
  /// 1-based, in Unicode scalars.
  public var column: Int { source.column(at: range.lowerBound) }

  public static func == (a: Place, b: Place) -> Bool {
    a.source === b.source && a.range == b.range
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(source))
    hasher.combine(range)
  }
}

/// A value with the place it was written at.
public struct Located<Value> {
  public let value: Value
  public let place: Place

  public init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }

  public func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: place)
  }
}

extension Located: Sendable where Value: Sendable {}
