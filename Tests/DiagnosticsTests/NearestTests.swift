import Diagnostics
import Testing

@Suite struct NearestTests {
  @Test(arguments: [
    ("bop", ["ada", "bob"], "bob"), ("servce", ["service", "backup"], "service"),
    ("Moonday", ["Monday", "Tuesday"], "Monday"), ("True", ["true", "false"], "true"),
    ("engineres", ["rotations", "engineers"], "engineers"), ("teh", ["the"], "the"),
    ("ann", ["anna", "anne"], "anna"), ("Jul", ["Jun", "Jul"], "Jul"),
  ])
  func near(name: String, candidates: [String], meant: String) {
    #expect(nearest(to: name, among: candidates) == meant)
  }

  @Test(arguments: [
    ("x", ["y", "z"]), ("", ["a"]), ("ada", []), ("ada", ["grace", ""]), ("yes", ["no"]),
    (String(repeating: "a", count: 101), [String(repeating: "a", count: 101)]),
  ])
  func nothingNear(name: String, candidates: [String]) {
    #expect(nearest(to: name, among: candidates) == nil)
  }
}
