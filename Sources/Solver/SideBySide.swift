import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// Maps on all cores, with the result of one: order and results do not depend on how many there
  /// are.
  ///
  /// - Parameter watch: told from time to time how many are done.
  package func mapSideBySide<Result: Sendable>(
    watch: (SearchProgress) -> Void = { _ in }, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    mapSideBySide(
      while: {
        watch($0)
        return true
      }, transform)
  }

  /// The same as far as it is to go on, each result told in its order as soon as may be.
  ///
  /// - Parameters:
  ///   - batch: how many are worked out between two stops, at least 1.
  ///   - goesOn: told at every stop how many are done; false ends it with those.
  package func mapSideBySide<Result: Sendable>(
    batch: Int = 8, while goesOn: SearchProgress.Watch, each tell: (Result) -> Void = { _ in },
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    // Nobody is told from other threads: there is a stop after every few.
    var done: [Result] = []
    while done.count < count {
      guard goesOn(.tried(done.count, of: count)) else { break }
      let next = self[done.count..<Swift.min(done.count + batch, count)]
      let results = Mutex([Result?](repeating: nil, count: next.count))
      DispatchQueue.concurrentPerform(iterations: next.count) { index in
        let result = transform(next[next.startIndex + index])
        results.withLock { $0[index] = result }
      }
      let found = results.withLock { $0.compactMap(\.self) }
      for result in found { tell(result) }
      done += found
    }
    return done
  }
}
