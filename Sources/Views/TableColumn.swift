/// A column of a table, and what may become of it where a terminal is too narrow.
package struct TableColumn: Sendable {
  enum Alignment: Sendable { case left, right }

  enum Room: Sendable {
    /// As wide as it is, or the rows are stacked.
    case whole
    /// Cut with an ellipsis.
    case name
    /// Goes on below itself.
    case words
    /// Left out first.
    case spare
  }

  let head: String
  let alignment: Alignment
  let room: Room

  private init(_ head: String, _ room: Room, _ alignment: Alignment = .left) {
    self.head = head
    self.room = room
    self.alignment = alignment
  }

  /// Weeks, moments, ids: nothing of them can be missed.
  package static func whole(_ head: String) -> TableColumn { TableColumn(head, .whole) }
  /// Numbers, to the right.
  package static func number(_ head: String) -> TableColumn { TableColumn(head, .whole, .right) }
  /// Names, by whose beginning everybody is known.
  package static func name(_ head: String) -> TableColumn { TableColumn(head, .name) }
  /// Sentences and lists.
  package static func words(_ head: String) -> TableColumn { TableColumn(head, .words) }
  /// What another column says in other words.
  package static func spare(_ head: String) -> TableColumn { TableColumn(head, .spare) }

  /// The columns that names keep at least.
  static let leastName = 12
  /// The columns that words keep at least while there is another way, and at the last.
  static let (goodWords, leastWords) = (24, 16)
}
