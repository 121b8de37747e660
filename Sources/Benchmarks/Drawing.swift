import SeededNumbers

extension SeededNumbers {
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of some things, of which there is at least one.
  mutating func pick<Thing>(_ things: [Thing]) -> Thing { things[number(0...things.count - 1)] }

  /// So many of some things (all where there are fewer), in their order.
  mutating func pick<Thing>(_ count: Int, of things: [Thing]) -> [Thing] {
    things.indices.shuffled(using: &self).prefix(count).sorted().map { things[$0] }
  }
}
