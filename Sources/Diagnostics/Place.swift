/// A stretch of a file: where something was written.
///
/// Everything in the model remembers its place, so that every message can point at it.
package struct Place: Sendable, Hashable {
  package let source: SourceText
  /// Half-open byte offsets into the file; empty for a point.
  package let range: Range<Int>
  /// Whether messages show the line. They don't where it may hold what is nobody's business: the
  /// reason for somebody's time off, or what is not the kind of file it was taken for.
  package let isQuoted: Bool

  package init(_ source: SourceText, _ range: Range<Int>) {
    self.init(source, range, isQuoted: true)
  }

  private init(_ source: SourceText, _ range: Range<Int>, isQuoted: Bool) {
    self.source = source
    self.range = range
    self.isQuoted = isQuoted
  }

  /// The file as a whole, which is not quoted.
  package init(wholeOf source: SourceText) {
    self.init(source, 0..<0, isQuoted: false)
  }

  /// The same, without its line in messages.
  package var unquoted: Place { Place(source, range, isQuoted: false) }

  package var file: String { source.path }
  /// 1-based.
  package var line: Int { source.line(at: range.lowerBound) }
  /// 1-based, in Unicode scalars.
  package var column: Int { source.column(at: range.lowerBound) }

  package static func == (a: Place, b: Place) -> Bool {
    a.source === b.source && a.range == b.range
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(source))
    hasher.combine(range)
  }
}

/// A value with the place it was written at.
package struct Located<Value> {
  package let value: Value
  package let place: Place

  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }

  package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: place)
  }
}

extension Located: Sendable where Value: Sendable {}
