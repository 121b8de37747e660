import Diagnostics
import RotaModel
import TeamFiles

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
    if path == FilePath.normal(context.arguments.teamFile) {
      return NamedRota(
        rota: nil,
        findings: [
          .usage("not-a-rota", "`\(name)` is the team file, not a rota", help: rotaNames())
        ])
    }
    if let source = rotaSources.first(where: { FilePath.normal($0.path) == path }) {
      // Read with the rotas folder; if it is broken, that was said there.
      return NamedRota(rota: rotas.first { $0.source === source }, findings: [])
    }
    guard let draft else { return NamedRota(rota: nil, findings: []) }
    if let findings = mistakes(inPeriod: name) { return NamedRota(rota: nil, findings: findings) }
    let file = readRotaFile(
      name, of: draft, help: ["name a rota by its period or by its file"] + rotaNames())
    return NamedRota(rota: file.rota, findings: file.findings)
  }

  /// What is wrong with a name that is no file's and begins as periods do; nil for others.
  private func mistakes(inPeriod name: String) -> [Diagnostic]? {
    let isName = !name.contains("/") && !name.hasSuffix(".yaml") && OneText(name).isNearPeriod
    guard isName, !context.environment.has(name) else { return nil }
    do throws(OneText.Mistakes) {
      _ = try OneText(name).period()
      return nil
    } catch {
      return error.findings
    }
  }

  private func rota(of period: Period) -> NamedRota {
    let file = period.fileStem + ".yaml"
    if let rota = rotas.first(where: { $0.period.fileStem == period.fileStem }) {
      return NamedRota(rota: rota, findings: [])
    }
    if rotaSources.contains(where: { FilePath.name(of: $0.path) == file }) {
      return NamedRota(rota: nil, findings: [])
    }
    return NamedRota(
      rota: nil,
      findings: [
        .usage("unknown-rota", "no rota of \(period.name) is on file", help: rotaNames())
      ])
  }

  /// Which rotas may be named.
  func rotaNames() -> [String] {
    let names = rotas.map { "`\($0.period.fileStem)`" }
    return [
      names.isEmpty
        ? "`rota generate` makes one" : "on file are " + names.joined(separator: ", ")
    ]
  }
}
