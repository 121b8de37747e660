/// What a command came to, as its exit status says it.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Done, nothing wrong.
  case done = 0
  /// The answer is bad news: conflicts, differences, nobody on duty.
  case badNews = 1
  /// The input could not be used: bad arguments, a broken file, a file in the way.
  case unusable = 2
  /// No rota exists that keeps every hard rule, or none was found within the work limit.
  case noRota = 3
  /// A mistake of Rota itself.
  case internalError = 4
  case interrupted = 130

  /// One line for the help text.
  var meaning: String {
    switch self {
    case .done: "done, nothing wrong"
    case .badNews: "the answer is bad news: conflicts, differences, nobody on duty"
    case .unusable: "the input could not be used: arguments, a broken file, a file in the way"
    case .noRota: "no rota: none exists, or none was found within the work limit"
    case .internalError: "a mistake of Rota itself"
    case .interrupted: "interrupted, nothing written"
    }
  }
}
