import Dates
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
    let stems = Set(changed.map(\.rota.period.fileStem))
    let rotas = onFile.rotas(with: files)
    let judged = rotas.filter { stems.contains($0.period.fileStem) }
    let before = ImportConflicts.conflicts(of: changed.compactMap(\.existing), in: onFile.situation)
    let after = ImportConflicts.conflicts(
      of: judged, in: Situation(team: onFile.team, rotas: rotas, today: onFile.today))
    let now = Dictionary(
      judged.map { ($0.period.fileStem, $0) }, uniquingKeysWith: { first, _ in first })
    for file in changed {
      let stem = file.rota.period.fileStem
      guard let rota = now[stem], let conflicts = after[stem] else { continue }
      let known = file.existing.flatMap { before[$0.period.fileStem] } ?? []
      let new = FindingChanges(from: known, to: conflicts).new
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

  /// By the name of the rota's file.
  private static func conflicts(
    of rotas: [Rota], in situation: Situation
  ) -> [String: [Diagnostic]] {
    Dictionary(
      zip(rotas, judge(rotas, in: situation)).map { rota, judgement in
        (rota.period.fileStem, judgement.findings.filter { $0.severity == .conflict })
      }, uniquingKeysWith: { first, _ in first })
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
