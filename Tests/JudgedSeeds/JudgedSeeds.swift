import Synchronization
package import Testing

/// Says that a law judged the seed of this case: its team had what the law is about.
///
/// A law that looks only at teams that have a rota, say, would pass if none had one. Counted by the
/// trait `.judges(atLeast:)`, without which it is a mistake of the test.
package func judged(sourceLocation: SourceLocation = #_sourceLocation) {
  guard let tally = JudgedSeeds.tally else {
    Issue.record("the law lacks `.judges(atLeast:)`", sourceLocation: sourceLocation)
    return
  }
  tally.count.add(1, ordering: .relaxed)
}

/// Has the files of a seed's team printed with whatever goes wrong in its case from here on.
package func atHand(_ files: String) {
  JudgedSeeds.files?.text.withLock { $0 = files }
}

extension Trait where Self == JudgedSeeds {
  /// Fails the law where it judged fewer of its seeds; prints the team of a seed that fails.
  package static func judges(
    atLeast least: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) -> JudgedSeeds {
    JudgedSeeds(least: least, sourceLocation: sourceLocation)
  }
}

/// Counts, over all cases of a law, the seeds that were judged.
package struct JudgedSeeds: TestTrait, TestScoping {
  fileprivate let least: Int
  fileprivate let sourceLocation: SourceLocation

  @TaskLocal fileprivate static var tally: Tally?
  @TaskLocal fileprivate static var files: Files?

  fileprivate final class Tally: Sendable {
    let count = Atomic(0)
  }

  fileprivate final class Files: Sendable {
    let text = Mutex("")
  }

  /// Around the law as a whole, and around each of its cases.
  package func scopeProvider(for test: Test, testCase: Test.Case?) -> JudgedSeeds? { self }

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    guard testCase == nil else {
      let files = Files()
      let printing: IssueHandlingTrait = .compactMapIssues { issue in
        var issue = issue
        let text = files.text.withLock(\.self)
        if !text.isEmpty { issue.comments.append(Comment(rawValue: text)) }
        return issue
      }
      return try await JudgedSeeds.$files.withValue(files) {
        try await printing.provideScope(for: test, testCase: testCase, performing: function)
      }
    }
    let tally = Tally()
    try await JudgedSeeds.$tally.withValue(tally) { try await function() }
    let count = tally.count.load(ordering: .relaxed)
    if count < least {
      Issue.record(
        "\(count) seeds were judged, \(least) should be", sourceLocation: sourceLocation)
    }
  }
}
