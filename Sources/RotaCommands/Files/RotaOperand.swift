import Diagnostics
import RotaModel

extension FilesRead {
  /// What an operand that names a rota came to.
  struct NamedRota {
    let rota: Rota?
    let findings: [Diagnostic]
  }

  /// The rota of a period on file, or of a file: one on file where the path leads there.
  func rota(named name: String) -> NamedRota {
    if let period = Period(named: name) { return rota(of: period) }
    let path = FilePath.normal(name)
    if let source = sources.first(where: { FilePath.normal($0.path) == path }) {
      // Read with the rotas folder; if it is broken, that was said there.
      return NamedRota(rota: rotas.first { $0.source === source }, findings: [])
    }
    guard let draft else { return NamedRota(rota: nil, findings: []) }
    let file = readRotaFile(name, of: draft)
    return NamedRota(rota: file.rota, findings: file.findings)
  }

  private func rota(of period: Period) -> NamedRota {
    let file = period.fileStem + ".yaml"
    if let rota = rotas.first(where: { $0.period.fileStem == period.fileStem }) {
      return NamedRota(rota: rota, findings: [])
    }
    if sources.contains(where: { FilePath.name(of: $0.path) == file }) {
      return NamedRota(rota: nil, findings: [])
    }
    let names = rotas.map { "`\($0.period.fileStem)`" }
    return NamedRota(
      rota: nil,
      findings: [
        .usage(
          "unknown-rota", "no rota of \(period.name) is on file",
          help: [
            names.isEmpty
              ? "`rota generate` makes one" : "on file are " + names.joined(separator: ", ")
          ])
      ])
  }
}
