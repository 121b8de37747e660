/// How far a search has come.
package enum SearchProgress: Sendable {
  /// The search for the best rota: no rota has fewer points than the bound, the best one found has
  /// so many; nil where there is none yet.
  case best(bound: Int, points: Int?)
  /// Of all that is to be tried, so much has been.
  case tried(Int, of: Int)

  /// Told how a search goes, many times a second, and asked whether to go on: false ends it with
  /// what it has found so far.
  package typealias Watch = (SearchProgress) -> Bool
}
