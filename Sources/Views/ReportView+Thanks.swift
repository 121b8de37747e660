import Dates
import Diagnostics
import Planning
import RotaModel

extension ReportView {
  /// For everybody, in public.
  var thanks: [Section] {
    var finished = Section(
      key: "finished", title: "Projects finished", none: "no project ended")
    for (customer, projects) in report.thanks.finished {
      for entry in projects { finished.lines.append(line(entry, for: customer)) }
    }
    var held = Section(key: "shifts", title: "Shifts done", none: "no shift was held")
    for entry in report.thanks.held {
      held.lines.append(
        (
          "\(name(entry.engineer)): \(entry.weeks.count) of \(name(entry.rotation))",
          [
            "engineer": json(entry.engineer), "rotation": .string(entry.rotation.text),
            "weeks": .array(entry.weeks.map { json($0) }),
          ]
        ))
    }
    var standIns = Section(
      key: "stood_in", title: "Who stood in", none: "nobody had to stand in")
    for entry in report.thanks.standIns {
      let cover = entry.cover
      standIns.lines.append(
        (
          """
          \(name(cover.engineer)) for \(name(entry.holder)), \
          \(cover.days.text)\(duty(cover.rotation))
          """, json(cover, holder: entry.holder)
        ))
    }
    return [finished, held, standIns]
  }

  private func line(
    _ entry: ReportThanks.Finished, for customer: String?
  ) -> (text: String, json: JSON) {
    let project = entry.project
    var words = ["\(project.name), ended \(project.lastDay): \(names(entry.owners))"]
    if let customer { words.append("for \(customer)") }
    if let introduces = project.introduces {
      words.append("introduced \(introduces)")
      words.append(entry.sharing.map { "session on \($0)" } ?? "no session yet")
    }
    if case .written(let link) = project.docs { words.append("documentation: \(link)") }
    return (
      words.joined(separator: "; "),
      [
        "project": .string(project.id.text), "customer": customer.map { .string($0) } ?? .null,
        "ended": json(project.lastDay), "owners": .array(entry.owners.map { json($0) }),
        "documentation": documentation(project),
        "introduces": project.introduces.map { .string($0) } ?? .null,
        "session": entry.sharing.map { json($0) } ?? .null,
      ]
    )
  }

  private func documentation(_ project: Project) -> JSON {
    if case .written(let link) = project.docs { return .string(link) }
    return .null
  }

  func json(_ cover: Cover, holder: EngineerID?) -> JSON {
    .object(cover.jsonMembers + [.init("holder", json(holder))])
  }

  /// What comes: shown with either part.
  var next: [Section] {
    let next = report.next
    var shifts = Section(
      key: "shifts", title: "First and last shifts", none: "no following rota is on file")
    for shift in next.first + next.last.filter({ !next.first.contains($0) }) {
      shifts.lines.append(
        (
          "\(shift.week): \(name(shift.engineer))\(duty(shift.rotation))",
          [
            "week": json(shift.week), "rotation": .string(shift.rotation.text),
            "engineer": json(shift.engineer),
          ]
        ))
    }
    var starting = Section(key: "starting", title: "Projects starting", none: "none")
    for project in next.starting {
      starting.lines.append(
        (
          "\(project.name), \(project.life.text)"
            + (project.customer.map { ", for \($0)" } ?? ""),
          [
            "project": .string(project.id.text), "start": json(project.firstDay),
            "end": json(project.lastDay),
          ]
        ))
    }
    var feedback = Section(key: "feedback", title: "Feedback meetings", none: "none is planned")
    for meeting in next.feedback { feedback.lines.append(("\(meeting.day)", json(meeting.day))) }
    var agenda = Section(key: "agenda", title: "Agenda", none: "none is given")
    for line in (next.agenda ?? "").split(separator: "\n") {
      agenda.lines.append((String(line), .string(String(line))))
    }
    return [shifts, starting, feedback, agenda]
  }
}
