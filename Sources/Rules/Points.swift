/// A soft rule's part of the points, named as in JSON and tables, in their order.
package enum Term: String, Sendable, CaseIterable {
  case fair, unpopular, spacing, avoid, prefer, protect, want, balance, change
  case changeOwner = "change_owner"
}

/// The points of a rota by term; fewer are better.
package struct Points: Sendable, Hashable {
  private var values = [Int](repeating: 0, count: Term.allCases.count)

  package init() {}

  package subscript(term: Term) -> Int {
    get { values[Points.index(of: term)] }
    set { values[Points.index(of: term)] = newValue }
  }

  package var total: Int { values.reduce(0, +) }

  private static func index(of term: Term) -> Int {
    Term.allCases.firstIndex(of: term) ?? 0
  }
}
