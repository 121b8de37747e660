internal import Diagnostics
internal import RotaModel

extension Reading {
  /// Reports aliases, and ids of one system, that two engineers have: whoever is named by it could
  /// be either. O(names).
  mutating func checkSharedNames(of engineers: [Engineer]) {
    var aliases = Holders()
    var accounts: [String: Holders] = [:]
    for engineer in engineers {
      for alias in engineer.aliases {
        let earlier = aliases.add(Words(alias.value).words, at: alias.place, of: engineer.id)
        if let earlier { reportShared("the alias", alias, with: earlier) }
      }
      for (system, id) in engineer.accounts.sorted(by: { $0.key < $1.key }) {
        let earlier = accounts[system, default: Holders()].add(
          [id.value], at: id.place, of: engineer.id)
        if let earlier { reportShared("the id of `\(system)`", id, with: earlier) }
      }
    }
  }

  private mutating func reportShared(
    _ what: String, _ name: Located<String>, with earlier: Located<EngineerID>
  ) {
    report(
      "shared-name", "\(what) `\(name.value)` is that of `\(earlier.value)` too", at: name.place,
      related: [Located("first here", at: earlier.place)],
      help: ["leave it to the one whom it means, or make it longer"])
  }
}

/// Who has which name.
private struct Holders {
  private var holders: [[String]: Located<EngineerID>] = [:]

  /// The other engineer who has the name already; nil where nobody has.
  mutating func add(_ name: [String], at place: Place, of engineer: EngineerID)
    -> Located<EngineerID>?
  {
    guard let holder = holders[name] else {
      holders[name] = Located(engineer, at: place)
      return nil
    }
    return holder.value == engineer ? nil : holder
  }
}
