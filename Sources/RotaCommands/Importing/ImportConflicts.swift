import Diagnostics
import Planning
import RotaModel
import Rules

/// The conflicts that imported weeks bring to weeks to come.
struct ImportConflicts {
  /// But for what nobody has yet.
  private(set) var findings: [Diagnostic] = []
  /// What is open, and what mends the conflicts.
  private(set) var lines: [String] = []

  /// Rules about shifts and projects that nobody has.
  private static let open: Set<String> = ["unfilled", "unowned"]

  init(_ files: [ImportMerge.File], _ onFile: OnFile) {
    let changed = files.filter { $0.text != nil && $0.rota.period.last >= onFile.today }
    guard !changed.isEmpty else { return }
    let team = onFile.team
    let rotas = onFile.rotas(with: files)
    let before = onFile.situation
    let after = Situation(team: team, rotas: rotas, today: onFile.today)
    for file in changed {
      guard let rota = rotas.first(where: { $0.period.fileStem == file.rota.period.fileStem })
      else { continue }
      let known = file.existing.map { ImportConflicts.conflicts(of: $0, in: before) } ?? []
      let new = FindingChanges(from: known, to: ImportConflicts.conflicts(of: rota, in: after)).new
        .filter { ImportConflicts.isToCome($0, in: rota, today: onFile.today) }
      let isOpen: (Diagnostic) -> Bool = { ImportConflicts.open.contains($0.id) }
      let open = new.count(where: isOpen)
      findings += new.filter { !isOpen($0) }
      if open > 0 {
        lines.append(
          "\(rota.period.name): nobody has \(open) of the shifts and projects to come; "
            + "`rota check` lists them")
      }
      if !new.isEmpty {
        let from = max(rota.period.first, onFile.today + 1)
        lines.append("`rota replan --from \(from)` mends \(rota.period.name)")
      }
    }
  }

  private static func conflicts(of rota: Rota, in situation: Situation) -> [Diagnostic] {
    judge(rota, in: situation).findings.filter { $0.severity == .conflict }
  }

  /// Whether a finding is about no shift that is over.
  private static func isToCome(_ finding: Diagnostic, in rota: Rota, today: Day) -> Bool {
    let shift = rota.shifts.first { shift in
      guard let place = shift.place ?? shift.weekPlace else { return false }
      return place.file == finding.place?.file && place.line == finding.place?.line
    }
    return shift.map { $0.week.last >= today } ?? true
  }
}

extension OnFile {
  /// The rotas as they are once files are written.
  func rotas(with files: [ImportMerge.File]) -> [Rota] {
    let names = Set(files.map(\.rota.period.fileStem))
    return (rotas.filter { !names.contains($0.period.fileStem) } + files.map(\.rota))
      .following(handover: team.handover.weekday)
  }
}
