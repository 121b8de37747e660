package import Diagnostics
package import RotaModel

/// A warning for every account whose system is nearly one that Rota asks for: other systems are
/// allowed, and a slip would be found only when its account is missed.
package func warningsOfNearSystems(in team: Team) -> [Diagnostic] {
  var systems = ["slack"]
  for system in ExportFormat.all.compactMap(\.people.system) where !systems.contains(system) {
    systems.append(system)
  }
  return team.engineers.flatMap { engineer in
    engineer.accounts.sorted { $0.key < $1.key }.compactMap { system, account in
      guard !systems.contains(system), let near = nearest(to: system, among: systems) else {
        return nil
      }
      return Diagnostic(
        "near-system", .warning,
        "`\(engineer.id)` has an account `\(system)`, which no command asks for", at: account.place,
        help: ["did you mean `\(near)`?", "other systems are allowed, and kept"])
    }
  }
}
