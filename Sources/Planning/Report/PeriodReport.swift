package import Dates
package import RotaModel
package import Rules

/// A period in facts for its retrospective and the feedback meeting: `rota report`.
/// "In the period" is in its shift weeks.
package struct PeriodReport: Sendable {
  package let period: Period
  package let thanks: ReportThanks
  package let improvements: ReportImprovements
  package let next: ReportNext

  /// - Parameters:
  ///   - rota: one on file.
  ///   - added: the rota and the team file as they were when the rota was added; nil where that
  ///     is not known.
  package init(_ rota: Rota, in situation: Situation, added: (rota: Rota, team: Team)? = nil) {
    period = rota.period
    let frame = situation.frame(of: rota)
    let facts = ReportFacts(
      roster: Roster(rota, in: frame), situation: situation,
      sessions: Sessions(of: situation.team, situation.availability, rotas: situation.rotas))
    thanks = ReportThanks(facts)
    improvements = ReportImprovements(facts, added: added)
    next = ReportNext(facts)
  }
}

/// What every part of a report is made from.
struct ReportFacts {
  let roster: Roster
  let situation: Situation
  let sessions: Sessions

  var frame: Frame { roster.frame }
  var rota: Rota { roster.rota }
  var team: Team { situation.team }

  /// The dates of the shift weeks; empty where the period has none.
  var days: Range<Day> {
    guard let first = frame.weeks.first, let last = frame.weeks.last else {
      return rota.period.first..<rota.period.first
    }
    return first.start..<last.start + 7
  }

  /// Projects whose last day is in the period, in the team file's order.
  var ended: [Project] { team.projects.filter { days.contains($0.lastDay) } }
}

/// For everybody: what was done, and by whom.
package struct ReportThanks: Sendable {
  package struct Finished: Sendable {
    package let project: Project
    package let owners: [EngineerID]
    /// The day of its knowledge-sharing session; nil where it has none.
    package let sharing: Day?
  }

  package struct Held: Sendable {
    package let engineer: EngineerID
    package let rotation: RotationID
    package let weeks: [ShiftWeek]
  }

  package struct StandIn: Sendable {
    package let cover: Cover
    /// The shift's holder; nil where nobody holds it.
    package let holder: EngineerID?
  }

  /// By customer in the order of their first project, those without one last.
  package let finished: [(customer: String?, projects: [Finished])]
  /// In the team file's order, those it does not have last.
  package let held: [Held]
  package let standIns: [StandIn]

  init(_ facts: ReportFacts) {
    let projects = facts.ended.map { project in
      Finished(
        project: project, owners: facts.sessions.owners.all(of: project),
        sharing: facts.sessions.knowledgeSharing(after: project)?.day)
    }
    var customers: [String] = []
    for customer in projects.compactMap(\.project.customer) where !customers.contains(customer) {
      customers.append(customer)
    }
    let groups = customers.map { customer in
      (
        customer: String?.some(customer),
        projects: projects.filter { $0.project.customer == customer }
      )
    }
    let others = projects.filter { $0.project.customer == nil }
    finished = groups + (others.isEmpty ? [] : [(nil, others)])

    let rota = facts.rota
    var people = facts.team.engineers.map(\.id)
    for shift in rota.shifts where !people.contains(shift.engineer) {
      people.append(shift.engineer)
    }
    var duties = facts.team.rotations.map(\.id)
    for shift in rota.shifts where !duties.contains(shift.rotation) {
      duties.append(shift.rotation)
    }
    held = people.flatMap { engineer in
      duties.compactMap { rotation in
        let weeks = rota.shifts.filter { $0.engineer == engineer && $0.rotation == rotation }
          .map(\.week).sorted()
        return weeks.isEmpty ? nil : Held(engineer: engineer, rotation: rotation, weeks: weeks)
      }
    }
    standIns = rota.covers.sorted { $0.days.lowerBound < $1.days.lowerBound }.map { cover in
      StandIn(
        cover: cover,
        holder: rota.shifts.first {
          $0.rotation == cover.rotation && $0.week.days.overlaps(cover.days)
        }?.engineer)
    }
  }
}

/// What comes after the period.
package struct ReportNext: Sendable {
  /// The first and the last shift week of the following rota on file, all rotations; empty where
  /// there is none.
  package let first: [Shift]
  package let last: [Shift]
  /// Projects that begin in the following rota's days, or else within 13 weeks after the period.
  package let starting: [Project]
  package let feedback: [FeedbackMeeting]
  /// The questions of the agenda; nil where none is given.
  package let agenda: String?

  /// A quarter of a year, where no following rota says how far to look.
  private static let ahead = 7 * 13

  init(_ facts: ReportFacts) {
    let following = facts.frame.later.first
    let weeks = following.map { Set($0.shifts.map(\.week)).sorted() } ?? []
    func shifts(_ week: ShiftWeek?) -> [Shift] {
      following?.shifts.filter { $0.week == week } ?? []
    }
    first = shifts(weeks.first)
    last = shifts(weeks.last)
    let start = facts.days.upperBound
    let days = start..<max(start + 1, weeks.last.map { $0.start + 7 } ?? start + ReportNext.ahead)
    starting = facts.team.projects.filter { days.contains($0.firstDay) }
    feedback = facts.sessions.feedback(in: days)
    agenda = facts.team.feedback?.agenda
  }
}
