/// A calendar component: everything between a `BEGIN` and its `END` (RFC 5545 3.6).
package struct Component: Sendable, Hashable {
  /// In capitals: `VEVENT`.
  package let name: String
  package var properties: [Property]
  package var components: [Component]
  /// The bytes of the file it was read from, its `BEGIN` to the line end after its `END`; empty
  /// where it was made by the program.
  package let range: Range<Int>

  package init(
    _ name: String, properties: [Property] = [], components: [Component] = [],
    range: Range<Int> = 0..<0
  ) {
    self.name = name
    self.properties = properties
    self.components = components
    self.range = range
  }

  /// The first property of that name, which is in capitals. O(properties).
  package subscript(_ name: String) -> Property? {
    properties.first { $0.isNamed(name) }
  }

  package func all(_ name: String) -> [Property] {
    properties.filter { $0.isNamed(name) }
  }

  /// Components are equal that say the same; where they were read does not count.
  package static func == (a: Component, b: Component) -> Bool {
    a.name == b.name && a.properties == b.properties && a.components == b.components
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(properties)
    hasher.combine(components)
  }
}
