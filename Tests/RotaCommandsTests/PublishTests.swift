import Testing

/// A site is published over an older one of which a page is no longer made.
struct PublishTests {
  private static let rota = "config/rotas/2027-Q1.yaml"
  private static let page = "site/rota/2027-Q1.html"

  /// With a site of two rotas, of which one is gone by now.
  private func world() -> FakeEnvironment {
    let world = FakeEnvironment(texts: ["config/team.yaml": "engineers:\n  ada:\n  bob:\n"])
    _ = run("generate 2026-Q4", world)
    _ = run("generate 2027-Q1", world)
    _ = run("publish --out site", world)
    #expect(world.files.removeValue(forKey: PublishTests.rota) != nil)
    #expect(world.files[PublishTests.page] != nil)
    return world
  }

  private func run(_ words: String, _ world: FakeEnvironment) -> FakeEnvironment.Outcome {
    world.run(line: "\(words) --today 2026-09-01")
  }

  @Test func aPageThatIsNoLongerMadeIsRemoved() {
    let world = world()
    #expect(run("publish --out site", world).errors.contains("removed \(PublishTests.page)"))
    #expect(world.files[PublishTests.page] == nil)
  }

  /// It may be one that is no longer made, and would stay.
  @Test func aPageThatCannotBeReadIsTold() {
    let world = world()
    world.refusals[PublishTests.page] = "Input/output error"
    let outcome = run("publish --out site --title Anew", world)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("`\(PublishTests.page)` cannot be read: Input/output error"))
    #expect(!outcome.errors.contains("wrote"))
  }

  @Test func whatWasRemovedIsToldWhereNoMoreCanBeSaid() {
    let world = world()
    world.isOutputFull = true
    let outcome = run("publish --out site --format json", world)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("removed before: `\(PublishTests.page)`"))
  }
}
