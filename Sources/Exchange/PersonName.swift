import Dates
package import Diagnostics
package import RotaModel

/// By what a format names engineers.
package enum PersonName: Sendable {
  /// All that is known, or the id alone: everybody has one.
  case id
  case email
  /// The account of a system.
  case account(String)
  /// The account of a system, which is a number.
  case number(String)
  /// The account of a system, else the e-mail address.
  case accountElseEmail(String)

  /// The system whose accounts it takes; nil for none.
  package var system: String? {
    switch self {
    case .id, .email: nil
    case .account(let system), .number(let system), .accountElseEmail(let system): system
    }
  }

  /// As a person reads it: `the account `pagerduty``.
  var words: String {
    switch self {
    case .id: "the id"
    case .email: "the e-mail address (`email`)"
    case .account(let system): "the account `\(system)`"
    case .number(let system): "the account `\(system)`, a number"
    case .accountElseEmail(let system): "the account `\(system)`, else the e-mail address"
    }
  }

  /// The names of everybody on duty, or why there are some without, one finding a person.
  package func names(
    of stretches: [DutyStretch], in team: Team
  ) -> (names: [EngineerID: String], missing: [Diagnostic]) {
    var names: [EngineerID: String] = [:]
    var missing: [Diagnostic] = []
    let onDuty = Set(stretches.map(\.engineer))
    let known = team.engineers.filter { onDuty.contains($0.id) }
    for engineer in known {
      if let name = name(of: engineer) {
        names[engineer.id] = name
      } else {
        missing.append(lack(of: engineer))
      }
    }
    for stranger in onDuty.subtracting(known.map(\.id)).sorted() {
      if case .id = self {
        names[stranger] = stranger.text
      } else {
        missing.append(
          Diagnostic(
            "missing-account", "`\(stranger)` is on duty and is not in the team file", at: nil,
            help: ["`rota check` shows where; add the engineer with \(words)"]))
      }
    }
    return (names, missing)
  }

  private func name(of engineer: Engineer) -> String? {
    switch self {
    case .id: engineer.id.text
    case .email: engineer.email
    case .account(let system): engineer.account(system)
    case .number(let system): engineer.account(system).flatMap { Int(digits: $0) }.map(String.init)
    case .accountElseEmail(let system): engineer.account(system) ?? engineer.email
    }
  }

  private func lack(of engineer: Engineer) -> Diagnostic {
    if case .number(let system) = self, let account = engineer.accounts[system] {
      return Diagnostic(
        "bad-account", "the account `\(system)` of `\(engineer.id)` is not a number",
        at: account.place, help: ["write its digits alone"])
    }
    let key =
      switch self {
      case .id, .email: "`email: …`"
      case .account(let system), .number(let system): "`accounts: { \(system): … }`"
      case .accountElseEmail(let system): "`accounts: { \(system): … }` or `email: …`"
      }
    return Diagnostic(
      "missing-account", "`\(engineer.id)` is on duty and lacks \(words)", at: engineer.place,
      help: ["add \(key) to `\(engineer.id)`"])
  }
}

extension Engineer {
  /// nil for none, and for an empty one.
  fileprivate func account(_ system: String) -> String? {
    accounts[system].flatMap { $0.value.isEmpty ? nil : $0.value }
  }
}

extension Int {
  /// ASCII digits alone, no sign; nil for other text and for numbers that are too large.
  init?(digits: String) {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    self.init(digits)
  }
}
