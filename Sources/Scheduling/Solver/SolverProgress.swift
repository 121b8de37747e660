/// How a search for the best rota goes.
public struct SolverProgress: Sendable {
  /// No rota has fewer points.
  public let bound: Int
  /// The points of the best rota found; nil where there is none yet.
  public let points: Int?

  /// Told how a search goes, many times a second, and asked whether to go on: false ends it with
  /// the best rota found so far.
  public typealias Watch = (SolverProgress) -> Bool
}
