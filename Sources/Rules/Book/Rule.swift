package import Dates
package import Diagnostics
package import RotaModel

/// One rule of what makes a rota valid or good: a value of a few shapes.
///
/// The generator compiles the shapes into tables, the checker replays them on a rota, and the
/// reference is made from the words: there is no other definition of a rule.
package struct Rule: Sendable {
  package enum Kind: String, Sendable {
    /// A broken one is a conflict; `generate` never breaks it.
    case hard
    /// Costs points.
    case soft
    /// Worth knowing; never part of the points.
    case warning
  }

  /// Stands in findings, in JSON and in `weights:`.
  package let id: String
  package let kind: Kind
  /// What it asks for, one sentence.
  package let summary: String
  /// Why teams want it, one or two sentences.
  package let why: String
  package let examples: Examples
  let shapes: [Shape]
  /// A charge of a soft rule in a sentence that a colleague understands.
  let tell: @Sendable (Frame, Charge) -> String

  init(
    _ id: String, _ kind: Kind, _ summary: String, why: String, examples: Examples,
    shapes: Shape..., tell: @escaping @Sendable (Frame, Charge) -> String = { _, _ in "" }
  ) {
    self.id = id
    self.kind = kind
    self.summary = summary
    self.why = why
    self.examples = examples
    self.shapes = shapes
    self.tell = tell
  }
}

/// One case that breaks the rule (or costs points) and one that keeps it. They are its tests, too.
package struct Examples: Sendable {
  package let breaking: Case
  package let keeping: Case

  /// Texts of files: a team file and its rotas.
  package struct Case: Sendable {
    package let team: String
    /// A rota of 2027-Q1 without its `period`, or empty.
    package let rota: String
    /// A rota of an earlier period, or empty.
    package let earlier: String
    /// An earlier plan of 2027-Q1 without its `period`, or empty.
    package let base: String
  }

  /// One rota after two earlier ones.
  init(team: String, breakingAfter: String, keepingAfter: String, rota: String = "") {
    breaking = Case(team: team, rota: rota, earlier: breakingAfter, base: "")
    keeping = Case(team: team, rota: rota, earlier: keepingAfter, base: "")
  }

  /// Two rotas of one team.
  init(team: String, earlier: String = "", base: String = "", breaking: String, keeping: String) {
    self.breaking = Case(team: team, rota: breaking, earlier: earlier, base: base)
    self.keeping = Case(team: team, rota: keeping, earlier: earlier, base: base)
  }

  /// One rota of two teams.
  init(breakingTeam: String, keepingTeam: String, earlier: String = "", rota: String = "") {
    breaking = Case(team: breakingTeam, rota: rota, earlier: earlier, base: "")
    keeping = Case(team: keepingTeam, rota: rota, earlier: earlier, base: "")
  }
}

/// What a rule sees and what it gives: the shapes of the solver's tables.
enum Shape: Sendable {
  /// One engineer holding one shift: forbidden with a reason, and the facts of files behind it.
  case cell(
    breaks: @Sendable (Frame, Cell) -> Bool, explain: @Sendable (Frame, Cell) -> Reason,
    facts: @Sendable (Reason, Frame, Cell) -> Blockers)
  /// One engineer holding one shift: points.
  case cellPoints(@Sendable (Frame, Cell) -> Int)
  /// An engineer's week, with or without a shift: points.
  case weekPoints(@Sendable (Frame, _ engineer: Int, _ week: Int, _ holds: Bool) -> Int)
  /// The fewest weeks from one shift of an engineer to the next, explained for a given pair; the
  /// fact that asks for it, and that of a shift on one side which stays as it is (of weeks before
  /// `frozen` or of another rota).
  case chain(
    least: @Sendable (Team) -> Int, explain: @Sendable (Frame, ChainPair) -> Reason,
    asked: @Sendable (Frame) -> BlockingFact?,
    held: @Sendable (Frame, _ engineer: Int, Shift, ChainSide, _ frozen: Int) -> BlockingFact)
  /// Two consecutive shifts of an engineer, so many weeks apart: points.
  case chainPoints(@Sendable (Frame, _ engineer: Int, _ distance: Int) -> Int)
  /// Two shifts of an engineer in one week, of different rotations: why not both.
  case twice(@Sendable (Frame, _ first: Shift, _ second: Shift) -> Reason)
  /// The most shifts of an engineer in the period; nil for no limit.
  case limit(
    most: @Sendable (Frame, _ engineer: Int) -> Int?, explain: @Sendable (Frame, Int) -> Reason,
    fact: @Sendable (Frame, _ engineer: Int) -> BlockingFact)
  /// A convex table by the number of shifts held of one rotation: points.
  case shiftCountPoints(
    @Sendable (Frame, _ engineer: Int, _ rotation: Int, _ held: Int) -> Int)
  /// A convex table by the number of shifts held in unpopular weeks: points.
  case unpopularCountPoints(@Sendable (Frame, _ engineer: Int, _ held: Int) -> Int)
  /// A convex table by the number of (project, week) pairs owned: points.
  case ownerWeekPoints(@Sendable (Frame, _ engineer: Int, _ owned: Int) -> Int)
  /// An engineer owning a project on some days: forbidden with a reason.
  case owner(
    breaks: @Sendable (Situation, Owning) -> Bool,
    explain: @Sendable (Situation, Owning) -> Reason,
    fact: @Sendable (Reason, Situation, Owning) -> BlockingFact)
  /// The most projects an engineer may own on one day.
  case ownedAtOnce(
    most: @Sendable (Situation, _ engineer: Int) -> Int,
    explain: @Sendable (Situation, _ engineer: Int, _ owned: [Owning], _ day: Day) -> Reason,
    fact: @Sendable (Situation, _ engineer: Int) -> BlockingFact)
  /// An engineer who owns a project, or does not: points.
  case ownerPoints(@Sendable (Frame, _ engineer: Int, _ project: Int, _ owned: Owned) -> Int)
  /// A project whoever owns it: points.
  case projectPoints(@Sendable (Frame, _ project: Int) -> Int)
  /// A project's owner in one of its weeks, with or without a shift: points.
  case linkPoints(
    @Sendable (Frame, _ engineer: Int, _ project: Int, _ week: Int, _ holds: Bool) -> Int)
  /// Somebody who stands in for some days of a shift: nil, or why they can't; perhaps because of
  /// another shift or cover of theirs.
  case cover(
    hangsOnOthers: Bool = false, @Sendable (Roster, Cover, _ standIn: Int) -> Reason?)
  /// A whole rota: findings only. A hard rule finds nothing new where a shift of the period goes from
  /// one of the team's engineers to another (`conflicts(ofShiftsAndCoversOf:)` relies on it).
  case rota(@Sendable (Roster) -> [Diagnostic])
  /// The team file alone: findings only.
  case team(@Sendable (Situation) -> [Diagnostic])
}

/// One engineer, one rotation, one week of the period.
package struct Cell: Sendable, Hashable {
  package let engineer: Int
  package let rotation: Int
  package let week: Int
  /// Days of the week that covers take from the engineer, bit 0 the first.
  package var covered: UInt8 = 0

  package init(engineer: Int, rotation: Int, week: Int, covered: UInt8 = 0) {
    self.engineer = engineer
    self.rotation = rotation
    self.week = week
    self.covered = covered
  }
}

/// Two shifts of an engineer that follow each other.
struct ChainPair: Sendable {
  let engineer: Int
  let first: Shift
  let second: Shift

  var distance: Int { first.week.weeks(to: second.week) }
}

/// An engineer who owns a project on some days.
package struct Owning: Sendable {
  package let engineer: Int
  package let project: Project
  package var days: Range<Day>
  /// Where the owner is named; nil for a plan.
  package var place: Place?

  package init(engineer: Int, project: Project, days: Range<Day>, place: Place? = nil) {
    self.engineer = engineer
    self.project = project
    self.days = days
    self.place = place
  }
}

/// How much of a project an engineer owns.
struct Owned: Sendable {
  /// On some day of its life.
  let ever: Bool
  /// On some of its days to decide.
  let ahead: Bool
}

/// Why a rule is broken, without the place at which it is.
package struct Reason: Sendable {
  package let message: String
  let label: String
  package let related: [Located<String>]
  let help: [String]

  package init(
    _ message: String, label: String = "", related: [Located<String>?] = [], help: [String] = []
  ) {
    self.message = message
    self.label = label
    self.related = related.compactMap(\.self)
    self.help = help
  }

  package func diagnostic(_ rule: Rule, at place: Place?, about: Subject? = nil) -> Diagnostic {
    var finding = Diagnostic(
      rule.id, rule.kind == .warning ? .warning : .conflict, message, at: place, label: label,
      related: related, help: help)
    finding.about = about
    return finding
  }
}

extension Located<String> {
  /// A related place, where there is one.
  init?(_ text: String, at place: Place?) {
    guard let place else { return nil }
    self.init(text, at: place)
  }
}
