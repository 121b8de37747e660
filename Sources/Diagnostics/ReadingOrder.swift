extension [Diagnostic] {
  /// The diagnostics in the order in which people read: file by file as `files` were read, in each
  /// file by place; other files after them in the order they come up, and what has no place last.
  /// Diagnostics of one place keep their order. O(n log n).
  package func inReadingOrder(of files: [SourceText]) -> [Diagnostic] {
    guard count > 1 else { return self }
    var ranks: [ObjectIdentifier: Int] = [:]
    for source in files + compactMap(\.place?.source) where ranks[ObjectIdentifier(source)] == nil {
      ranks[ObjectIdentifier(source)] = ranks.count
    }
    func rank(_ place: Place?) -> Int {
      place.flatMap { ranks[ObjectIdentifier($0.source)] } ?? ranks.count
    }
    let ordered = enumerated().sorted { a, b in
      let keyOfA = (rank(a.element.place), a.element.place?.range.lowerBound ?? 0, a.offset)
      let keyOfB = (rank(b.element.place), b.element.place?.range.lowerBound ?? 0, b.offset)
      return keyOfA < keyOfB
    }
    return ordered.map(\.element)
  }
}
