/// Every number that was chosen by trying, with its reason and what shows it. Another one gives the
/// same answers where they are proved; it takes other work, or proves fewer of them.
///
/// Numbers in brackets are seconds of
///
///     rota-bench --sizes 8x13x1+6,12x13x1+8,10x13x2+8,12x26x2+10,plain-6x13x3 --seeds 5001-5010
///
/// with half of the constant and with twice as much, on one core. As it is the fifty teams take 4.2,
/// half a second more or less is noise, and status, points and bound were the same in each of these
/// runs. Two of the seconds are the clash of one team (12x26x2+10, seed 5005) and one and a half the
/// branching of another (seed 5007): a bracket far from 4.2 mostly tells how these two fare. Where
/// both numbers are near 4.2 these teams do not hang on the constant, be it that they are too small.
/// Constants without a bracket were not tried. The brackets are older than exchanges of stretches and
/// short searches first, by which ten of the fifty teams (plain-6x13x3) are solved before all else.
enum Tuning {
  /// What an engineer's tables tell apart.
  enum Tables {
    /// Counts of one engineer's shifts, about, for each shift of slack: tables of a quarter stay below
    /// 200 kB. (4.7 | 4.5)
    static let counts = 400
    /// Small teams may have more counts: so many rows of everyone's tables together. (4.1 | 4.3)
    static let rows = 200_000
    /// Rows of one table in which a limit of shifts is counted on its own: `tight-` teams.
    /// (4.7 | 4.6)
    static let rowsWithLimit = 500_000
    /// Sets of projects that run at a time: all sets of seven. (4.1 | 4.2)
    static let runningSets = 200
    /// Where rotas are met that hold more than is told apart, so many times as much slack is given.
    /// (4.0 | 4.2)
    static let slackGrowth = 4
    /// Units of a point, a power of two: steps of a fiftieth point are still many units.
    /// (4.2 | 4.2)
    static let finestPoint = 4096
    /// Slopes are not cut while a point has more units than this; it is for weights of 1000 over
    /// years. (4.3 | 4.8)
    static let coarsestPoint = 16
  }

  /// How prices move.
  enum Prices {
    /// Passes of a round for the root of engineers × weeks × rotations: 50 for 8x13x1, 441 for
    /// 50x52x3, which need more of them the larger they are. (2.5 | 1.9)
    static let passesPerRoot = 5.0
    /// But so many in any case, and of large teams no more than so many cells of tables.
    /// (4.5 | 4.5), (4.2 | 4.2)
    static let fewestPasses = 20
    static let cells = 800_000_000
    /// Steps in points, first and last: wide at first, for nothing is known. (2.2 | 1.7) for the
    /// first, (4.7 | 2.4) for the last. They are for prices up to so many points, and as many times as
    /// wide as those of heavy weights are as high.
    static let firstSteps = Steps(first: 80, last: 0.02)
    static let usualPrice = 500
    /// The second round starts near; its steps are noise of their own size in the bound.
    /// (4.0 | 4.1), (4.2 | 4.7)
    static let secondSteps = Steps(first: 4, last: 0.01)
    /// After a similar problem's prices a part of the passes and of the nodes is enough, and steps
    /// need not get as small: `why` and `stress`.
    static let warmSteps = Steps(first: secondSteps.first, last: 0.1)
    static let warmPasses = 4
    static let warmNodes = 30
    /// Settled prices have about this part of the gap to go, and a point at the least. (3.3 | 3.6)
    static let gapsPerStep = 8.0
    /// What prices drifted over about ten passes is carried on: less than all of it, or they run away.
    /// (2.5 | 12.6)
    static let driftKept = 0.9
    /// Sets of projects of an engineer looked at for a step, where the cheapest one will do, and for
    /// a bound, where all are needed. (4.3 | 4.2), (4.0 | 4.7)
    static let setsInSteps = 30
    static let setsInBounds = 2_000
    /// Sets with a table of their own when shifts are ruled out, beyond which projects charge
    /// nothing. (4.0 | 4.4)
    static let setsInFixing = 60
    /// What goes with a table, however small it is, in cells filled meanwhile.
    static let cellsPerTable = 1_000
    /// Of so many shifts the prices are moved one by one: absences of a few weeks.
    /// (4.0 | 4.2)
    static let fewUndecided = 8
  }

  /// The search at fixed prices, in nodes.
  enum Search {
    /// Nodes of a round for each pass and engineer, and at the most. (4.3 | 4.5), (4.3 | 4.3)
    static let nodesPerPass = 10
    static let nodes = 30_000
    /// At prices that settled for a similar problem: it ends soon, or not at all. (4.4 | 4.1)
    static let warmNodes = 1_000
    /// Where no rota is known and any will do, times the effort. (4.6 | 4.6)
    static let nodesForAny = 3_000_000
    /// All rotas of a tiny team are soon looked at, and those equal to the best: nodes times cells
    /// (engineers × weeks × rotations). (3.9 | 4.3) for the first, (4.2 | 3.6) for the second.
    static let cells = 3_000_000
    /// No more for the order of equal rotas: it is a nicety. (5.5 | 5.0)
    static let nodesForOrder = 20_000
    /// Where counts alone make the bound it takes some dozens or is not found: plain-6x13x3 takes
    /// 0.05 s with 10,000 of them.
    static let nodesByCounts = 400
    /// A search there, before local searches go on.
    static let nodesBesideMoves = 2_000
    /// Whether there is any rota at all, nodes times the effort: teams like `tight-10x26x1`.
    /// (4.6 | 4.3)
    static let nodesForFeasibility = 300_000
    /// Ways to fill a week, and choices of owners, after which a search is given up.
    /// (4.2 | 4.3), (4.4 | 4.3)
    static let waysPerWeek = 20_000
    static let ownerChoices = 20_000
    /// More rotations than this can't be searched week by week, unless engineers are few, too.
    /// (4.5 | 4.4) for the second.
    static let rotations = 3
    static let engineersTimesRotations = 64
    /// Sets of projects looked at in about the time of a node. (4.4 | 4.2)
    static let setsPerNode = 8
    /// Engineers that a node of feasibility looks at in the time of one.
    static let engineersPerNode = 64
    /// States remembered, so that they stay within hundreds of megabytes.
    static let remembered = 1_000_000
    /// Open shifts that are decided by branch and bound without prices, and nodes of it.
    static let fewShifts = 8
    static let nodesOfFewShifts = 3_000
  }

  /// Good rotas without a proof.
  enum Improving {
    /// More engineers than this are improved by exchanges and not by small moves: 20x26x2+20.
    /// (2.8 | 5.3)
    static let manyEngineers = 16
    /// Exchanges for each engineer of a large team, and for a small one at the least.
    /// (4.2 | 4.3), (5.2 | 4.8)
    static let exchangesPerEngineer = 4
    static let exchanges = 100
    /// But no more than so many cells of a small team. (4.4 | 4.0)
    static let cells = 1_000_000_000
    /// Engineers of an exchange, by turns: few are soon exchanged, many may find more. (4.2 | 4.1)
    static let sizes = [4, 8, 6, 10]
    static let meanSize = sizes.reduce(0, +) / sizes.count
    /// Solved side by side, exchanges and local searches alike, whatever the number of cores: the
    /// result must not hang on it. (4.2 | 4.0) for local searches, (4.4 | 4.3) for exchanges.
    static let together = 2
    /// An exchange settles its prices, which were settled for all, by so many passes, and is
    /// searched by so many nodes. (4.0 | 3.9), (4.0 | 4.1)
    static let passes = 20
    static let steps = Steps(first: 4, last: 0.2)
    static let nodes = 2_000
    /// Of a team that is too large to branch: exchanges in vain after which another start gains more are
    /// this part of its engineers and twice its projects. 200x52x10 seed 4 is proved from one of four
    /// starts and not from the first; with 200 projects, whose exchanges take longer to find, the first
    /// seed is 1.8 % above its bound if projects do not count, 0.3 % so, and 0.7 % with twice as much.
    static let partOfPatience = 4
    /// Passes and steps by which the prices of another start differ.
    static let restartPasses = 2
    static let restartSteps = Steps(first: 2, last: 0.5)
    /// Rounds of giving projects to others; a few are enough.
    static let ownerRounds = 100

    /// Moves of a local search for each shift, and for a period of several years: its search would
    /// take longer than its prices. (2.2 | 3.9), (4.5 | 5.0)
    static let movesPerShift = 500
    static let moves = 100_000
    /// In the second round, so many times as many. (4.3 | 4.0)
    static let secondMoves = 8
    /// Where counts may decide, the moves of the shortest searches, and how many searches, longer ones
    /// each time, the first round has. Six engineers over a quarter need some hundred moves,
    /// plain-12x52x2 needs a hundred thousand.
    static let fewestMoves = 1_000
    static let searchesOfFirst = 3 * together
    /// Those before the prices, but for the shortest, take this part of the prices' time each at the
    /// most: they are in vain where prices decide.
    static let openingPart = 8
    /// One of so many moves exchanges a stretch of weeks. (without: plain-12x52x2 is not proved)
    static let movesPerStretch = 9
    /// A move takes about as long as so many cells: where tables are large, moves come before prices.
    /// (4.2 | 4.2)
    static let cellsPerMove = 1_000
    /// At first moves are tried where the gap is wider than so many points, and than a tenth of them:
    /// the next round closes a small one. (3.9 | 4.3) for the points.
    static let gap = 20
    static let gapPart = 10
    /// Points of a threshold at which most moves that help later are taken; and at which none is that
    /// does not help at once. (3.5 | 3.8), (4.4 | 3.0)
    static let firstThreshold = 20.0
    static let lastThreshold = 0.4
    /// What the threshold shrinks by, step for step. (4.3 | none: it would grow)
    static let thresholdKept = 0.95
    /// Moves at random that tell what one costs about, and the least threshold to begin with.
    static let sampledMoves = 60
    static let leastThreshold = 4
  }

  /// Who else could hold a shift.
  enum Explaining {
    /// Cells of all searches together in a large team, most of a second.
    static let cells = 200_000_000
    /// Engineers whose shifts move in turn.
    static let longestChain = 4
  }

  /// Branch and price.
  enum Branching {
    /// In cells of tables: half a minute; nearly all teams take a hundredth of it. (3.6 | 4.1)
    static let cells = 4_000_000_000
    /// Before the second round so much of it: most is soon closed, or not before better rotas are known.
    static let partBetweenRounds = 100
    /// Of an answer that is one of several so much of it is enough: it is proved nearly as often.
    static let partOfSeveral = 8
    /// Up to so many engineers that closes nearly everything; of more, nothing. (4.0 | 4.0)
    static let fewEngineers = 32
    /// A node of a search takes about as long as so many cells. (4.4 | 4.7)
    static let cellsPerNode = 500
    /// Passes at the root, which gather plans, and their last step as a part of the first. Near the
    /// end single steps are noise of their own size in the bound. (2.6 | 2.3), (2.4 | 3.5)
    static let rootPasses = 160
    static let rootShrinking = 0.001
    /// A thorough search of a branch whose bound is so near the best rota, else a look.
    /// (4.7 | 4.6) for the gap, (4.2 | 5.0) and (4.5 | 4.0) for the nodes.
    static let nearGap = 4
    static let nodesNear = 3_000
    static let nodesFar = 500
    /// Whether a branch has a rota at all. (4.1 | 4.3)
    static let nodesForFeasibility = 20_000

    /// No tree is deeper: questions that decide nothing would go on until the stack is full. Teams of
    /// 12 engineers over half a year go down some dozens of levels.
    static let deepest = 200
    /// So many levels from the root a good question halves the whole tree, and more are tried there.
    /// (4.1 | 4.4); (3.6 | 2.6) near the root, (3.4 | 3.9) elsewhere.
    static let depthNearRoot = 4
    static let triedNear = 8
    static let triedFar = 4
    /// Questions of each kind, the most open ones. (3.5 | 3.5)
    static let ofEachKind = 3
    /// Questions that did well elsewhere in the tree. (4.9 | 4.8)
    static let remembered = 4
    /// Pivots of an estimate, rounds of a trial. (3.8 | 4.5), (4.9 | 3.3)
    static let pivots = 100
    static let rounds = 4
    /// The least gain in points that a product of two is made of. (4.3 | 3.7)
    static let leastGain = 0.001
    /// What is nearer to a whole number is no question. (3.9 | 4.0)
    static let leastOpenness = 0.02
    /// A share that counts as a whole plan: half as far from one.
    static let wholeShare = 1 - leastOpenness / 2
  }

  /// Column generation.
  enum Columns {
    /// Rounds after which prices are as good as they are. (4.1 | 5.2)
    static let rounds = 80
    /// Prices stay by so much where they were (Wentges). (2.8 | 3.3)
    static let smoothing = 0.6
    /// Points that duals may go from the best prices, where there is no more than that to spare, and
    /// what that grows by where it holds them back. (4.5 | 5.3), (4.7 | 4.4)
    static let leastReach = 20.0
    static let reachGrowth = 4.0
    /// Points of a plan that the problem forbids: more than any rota is worth, so duals need not go
    /// further than that, either. No less than so many times the best rota known: at weights of 1000
    /// an engineer without a plan would be cheaper than one with a plan, and the bound too low.
    static let forbidden = 100_000.0
    static let forbiddenOverBest = 10.0
    /// Points that the bound may be below the master's cost at the end: the nearer, the more a search
    /// at these prices rules out. (3.3 | 3.4)
    static let closeness = 0.1
    /// A minimum takes some dozens where a few plans are new, some hundreds from nothing.
    static let pivots = 5_000
    /// After so many pivots the inverse is worked out anew, which ends its rounding.
    /// (5.3 | 4.1)
    static let pivotsPerInversion = 200
    /// Pivots nearer to zero than this are noise, reduced costs nearer to it than that are none.
    static let noise = 1e-9
    static let tolerance = 1e-7
    /// What the right-hand side is moved by, at the least; twice that at the most.
    static let shift = 1e-7
    /// Levels up to this come of those shifts: a basis may add up several.
    static let nothing = 10 * shift
  }

  /// Block coordinate ascent of a large team's prices. On 200x52x10 (seeds 1 to 6) it takes the bound 3
  /// or 4 points further than settling does, and 3 further than ten times as many passes do (seeds 1, 2).
  enum Blocks {
    /// Passes before it that gather plans, and their last step as a part of the first.
    static let passes = 40
    static let shrinking = 0.01
    /// A pivot reads the square of it; a larger block is left as settling left it (one of many priced
    /// numbers of shifts, or of more than some 350 engineers).
    static let rows = 400
    /// Rounds of column generation of a block.
    static let rounds = 40
    /// Sweeps over all blocks at the most, and the points that the last one raised the bound by for
    /// another to be worth its time.
    static let sweeps = 3
    static let leastRise = 0.1
  }

  /// Steps that shrink geometrically, in points.
  struct Steps {
    let first: Double
    let last: Double

    static func * (steps: Steps, times: Double) -> Steps {
      Steps(first: steps.first * times, last: steps.last * times)
    }
  }
}
