import Dates
import Diagnostics
import RotaModel
import TeamFiles

/// The rotas that a command's operands name, each among those on file; all of them where none is
/// named.
struct ChosenRotas {
  /// By the first date of their period, as they follow each other. A rota that is named by a file
  /// elsewhere stands in for the one on file.
  let all: [Rota]
  let chosen: [Rota]
  var others: [Rota] {
    let names = Set(chosen.map(\.period.fileStem))
    return all.filter { !names.contains($0.period.fileStem) }
  }

  /// Throws `Unusable` where there is no rota at all.
  init(_ onFile: OnFile) throws {
    let named = try onFile.context.arguments.operands.map { try onFile.rota(named: $0) }
    let others = onFile.rotas.filter { rota in !named.contains { $0.period == rota.period } }
    var kept: [Rota] = []
    for rota in named where !kept.contains(where: { $0.period == rota.period }) {
      kept.append(rota)
    }
    all = (others + kept).following(handover: onFile.team.handover.weekday)
    guard !all.isEmpty else { throw Unusable(.noRotaOnFile) }
    let names = Set(named.map(\.period.fileStem))
    chosen = named.isEmpty ? all : all.filter { names.contains($0.period.fileStem) }
  }
}
