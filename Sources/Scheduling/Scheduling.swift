public import Diagnostics
public import RotaModel

/// The best rota of a period.
///
/// - Parameters:
///   - base: an earlier plan of the period against which changes are weighed (`generate --base`).
///   - effort: multiplies the work limit, at least 1.
public func plan(_ period: Period, in situation: Situation, base: Rota? = nil, effort: Int = 1)
  -> Outcome
{
  .unknown(bound: 0)
}

/// Judges a rota as it is against every rule; the other rotas of the situation are its history.
public func judge(_ rota: Rota, in situation: Situation) -> Judgement {
  Judgement(points: Points(), shares: [], findings: [])
}

/// What there is to say of the team file alone: documentation, and pins of coming weeks that are
/// on no rota.
public func judgeTeam(in situation: Situation) -> [Diagnostic] { [] }
