/// The soft rules' weights in points, each 0 to 1000, as the team file may replace them.
package struct Weights: Sendable, Hashable {
  package enum Key: String, Sendable, CaseIterable {
    case fair
    case unpopular
    case spacing
    case avoid
    case prefer
    /// Protected weeks of a project that needs one owner, and of one that needs more.
    case protectSole = "protect_sole"
    case protectShared = "protect_shared"
    case want
    case balance
    case change
    case changeOwner = "change_owner"

    package var standard: Int {
      switch self {
      case .fair: 2
      case .unpopular: 2
      case .spacing: 4
      case .avoid: 30
      case .prefer: 15
      case .protectSole: 60
      case .protectShared: 25
      case .want: 10
      case .balance: 1
      case .change: 25
      case .changeOwner: 40
      }
    }
  }

  private var replaced: [Key: Int] = [:]

  package init() {}

  package subscript(key: Key) -> Int {
    get { replaced[key] ?? key.standard }
    set { replaced[key] = newValue }
  }
}
