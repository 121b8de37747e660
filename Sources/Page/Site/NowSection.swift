import Calendars
import Dates
import ICalendar
import RotaModel
import Views

/// Who is on duty now, until when, and who is next: `now.js` fills the lines whose height is kept for
/// it; without a script there is the list of handovers.
struct NowSection {
  private let facts: SiteFacts
  private let times: DutyTimes

  init(_ facts: SiteFacts) {
    self.facts = facts
    times = DutyTimes(facts)
  }

  var markup: Markup {
    let duties = facts.team.rotations.map { rotation in
      Markup.element(
        .div, [.classed("duty"), Attribute(.rotation, rotation.id.text)],
        .element(.p, [.classed("who")]), .element(.p, [.classed("until")]),
        .element(.p, [.classed("next")]))
    }
    return Markup.data("duties-data", times.data)
      + .part(
        "now-heading", "On duty now", classes: "now-part",
        [
          .element(.div, [Attribute(.id, "now")], duties),
          .element(.noscript, [], times.rotations.map(handovers)),
        ])
  }

  private func handovers(_ entry: (rotation: Rotation, stretches: [DutyTimes.Stretch])) -> Markup {
    .element(.h3, .name("Handovers of \(entry.rotation.name)"))
      + .element(
        .ul, [],
        entry.stretches.map { stretch in
          let words: Markup =
            switch stretch.kind {
            case .duty(let duty):
              .name(facts.team.name(of: duty.engineer))
                + (duty.standsInFor.map { Markup(" for ") + .name(facts.team.name(of: $0)) }
                  ?? .none)
            case .open: Markup("nobody")
            case .closed: Markup("closed")
            }
          let from = stretch.span.lowerBound
          return .element(
            .li,
            .element(
              .time, [Attribute(.datetime, from.description)],
              Markup(WallTime(from, in: facts.zone).text)), Markup(": "), words)
        })
  }
}
