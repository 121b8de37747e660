/// A branch about to be divided.
struct BranchNode {
  let problem: Problem
  /// The prices settled for it, and their bound in points without the problem's constant.
  let prices: Prices
  let bound: Double
  /// Points that its best rota may be below the best one known.
  let gap: Int
  let slack: Int
  /// Points of the best rota known.
  let enough: Int
  let isNearRoot: Bool
}

/// Chooses the question whose answers both raise the bound most (strong branching): the answers of
/// the most promising ones are tried for a few rounds of column generation.
///
/// What the known plans say of a question is little, for the plans that make up for an answer are
/// mostly not known yet. So questions that did well elsewhere in the tree are tried first.
struct BranchChoice {
  /// By question: what its answers raised the bound by, multiplied.
  private var history: [Question: Double] = [:]

  /// The question, and the answer to look at first; nil where nothing is open. Plans that were
  /// found on the way join the master.
  mutating func question(_ node: BranchNode, _ master: inout RestrictedMaster, work: inout Int)
    -> (Question, Bool)?
  {
    let open = OpenQuestions(
      master.shares, node.problem, numbersFirst: master.pricesNumbers)
    let known = open.all().filter { history[$0] != nil }
      .sorted { (history[$0] ?? 0) > (history[$1] ?? 0) }.prefix(Tuning.Branching.remembered)
    let estimated = open.all(ofEach: Tuning.Branching.ofEachKind).filter { !known.contains($0) }
      .map { (question: $0, score: estimate($0, node, master, &work)) }
      .sorted { $0.score > $1.score }.prefix(
        node.isNearRoot ? Tuning.Branching.triedNear : Tuning.Branching.triedFar)
    var best: (score: Double, question: Question, answer: Bool)?
    for question in known + estimated.map(\.question) {
      let no = gain(question, false, node, &master, &work)
      let yes = gain(question, true, node, &master, &work)
      history[question] = max(no * yes, (history[question] ?? 0) / 2)
      if no * yes > best?.score ?? 0 { best = (no * yes, question, yes < no) }
    }
    return best.map { ($0.question, $0.answer) }
  }

  /// What both answers raise the cost of the known plans by, multiplied.
  private func estimate(
    _ question: Question, _ node: BranchNode, _ master: RestrictedMaster, _ work: inout Int
  ) -> Double {
    [false, true].reduce(1) { product, answer in
      let cost = master.estimate(
        question, answer, in: node.problem, pivots: Tuning.Branching.pivots, work: &work)
      let rise = cost - master.cost
      return product * min(max(rise, Tuning.Branching.leastGain), Double(node.gap))
    }
  }

  /// What an answer raises the bound by in a few rounds, in points; as much as is asked for at the
  /// most.
  private func gain(
    _ question: Question, _ answer: Bool, _ node: BranchNode, _ master: inout RestrictedMaster,
    _ work: inout Int
  ) -> Double {
    let market = Market(
      node.problem.answering(question, answer, gap: node.gap), slack: node.slack)
    var generation = ColumnGeneration(
      market, from: node.prices, enough: node.enough, rounds: Tuning.Branching.rounds)
    generation.run(&master)
    work -= generation.work
    let rise = generation.boundInPoints - node.bound
    return min(max(rise, Tuning.Branching.leastGain), Double(node.gap))
  }
}
