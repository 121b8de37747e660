import ConfigText
import Dates
import Diagnostics
import RotaModel
import TeamFiles

extension FuzzTarget {
  static let configText = FuzzTarget(name: "text", base: 4) { bytes in
    let reading = readConfig(SourceText(path: "t.yaml", bytes: bytes))
    show(reading.diagnostics)
    guard reading.root != nil, reading.diagnostics.isEmpty else { return }
    let printed = reading.canonicalText
    let again = readConfig(SourceText(path: "t.yaml", text: printed))
    must(again.diagnostics.isEmpty && again.canonicalText == printed, "what is printed reads back")
  }

  static let teamFile = FuzzTarget(name: "team", base: 8) { bytes in
    let source = SourceText(path: "team.yaml", bytes: bytes)
    let reading = readTeam(source, zones: zones)
    show(reading.diagnostics)
    must((reading.team == nil) != reading.diagnostics.isEmpty, "a team, or why there is none")
    if case .text(let tidy) = tidied(source, as: .team) {
      must(
        (readTeam(SourceText(path: "team.yaml", bytes: tidy), zones: zones).team == nil)
          == (reading.team == nil), "a tidy file is as good as it was")
    }
    let pin = TeamEdit.pin(week, RotationID("service"), EngineerID("ada"))
    if case .text(let edited) = edit(source, [pin], zones: zones) {
      must(
        readTeam(SourceText(path: "team.yaml", bytes: edited), zones: zones).team != nil,
        "an edit leaves a file that can be read")
    }
  }

  static let rotaFile = FuzzTarget(name: "rota", base: 8) { bytes in
    let source = SourceText(path: "2027-Q1.yaml", bytes: bytes)
    let reading = readRota(source, of: sampleTeam)
    show(reading.diagnostics)
    must((reading.rota == nil) != reading.diagnostics.isEmpty, "a rota, or why there is none")
    if let rota = reading.rota {
      let written = rotaText(rota)
      let again = readRota(SourceText(path: "2027-Q1.yaml", text: written), of: sampleTeam)
      must(again.rota.map { rotaText($0) } == written, "what is written reads back")
    }
    _ = tidied(source, as: .rota)
    let hold = RotaEdit.hold(week, RotationID("service"), EngineerID("ada"))
    if case .text(let edited) = edit(source, [hold], of: sampleTeam) {
      must(
        readRota(SourceText(path: "2027-Q1.yaml", bytes: edited), of: sampleTeam).rota != nil,
        "an edit leaves a file that can be read")
    }
  }

  private static let zones = ZoneNames(isKnown: { $0.contains("/") }, all: { ["Europe/Berlin"] })
  private static let week = Day("2027-01-04").map(ShiftWeek.init(startingOn:))!

  /// Ada, Bo and Cy with two rotations.
  static let sampleTeam: Team = {
    let text = """
      zone: Europe/Berlin
      rotations: { service: {}, backup: {} }
      engineers:
        ada: { name: Ada Lovelace, email: ada@example.org }
        bo: { name: Bo Stone, aliases: [Lucky] }
        cy: { name: Søren Ångström }
      """
    return readTeam(SourceText(path: "team.yaml", text: text + "\n"), zones: zones).draft
  }()
}
