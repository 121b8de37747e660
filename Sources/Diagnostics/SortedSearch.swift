extension RandomAccessCollection {
  /// The first index whose element is beyond a point; the end where none is. All beyond it come
  /// last. O(log n).
  @inlinable package func partitioningIndex(where isBeyond: (Element) -> Bool) -> Index {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = index(low, offsetBy: distance(from: low, to: high) / 2)
      if isBeyond(self[middle]) { high = middle } else { low = index(after: middle) }
    }
    return low
  }
}
