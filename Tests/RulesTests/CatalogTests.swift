import CommittedSample
import Foundation
import Testing

@testable import Rules

/// The catalog of the model, `Rules.docc`, names what the code has.
struct CatalogTests {
  private func page(_ name: String) throws -> String {
    try String(
      contentsOf: CommittedSample.checkout.appending(path: "Sources/Rules/Rules.docc/\(name).md"),
      encoding: .utf8)
  }

  @Test func everyRuleStandsOnThePageOfItsKind() throws {
    let pages: [Rule.Kind: String] = [
      .hard: try page("HardRules"), .soft: try page("SoftRules"), .warning: try page("Warnings"),
    ]
    for rule in RuleBook.rules {
      #expect(pages[rule.kind]?.contains("`\(rule.id)`") == true, "\(rule.id)")
    }
  }
}
