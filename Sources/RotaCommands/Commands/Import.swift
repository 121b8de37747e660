import Calendars
import Diagnostics
import RotaModel
import Scheduling
import TeamFiles
import Views

extension Command {
  static let importShifts = Command(
    "import", operands: "FILE [PERIOD]", .file, .period, count: 1...2,
    summary: "make rota files from a calendar (.ics) or a table (.csv) of shifts",
    details: """
      Reads who has which shift week from a calendar, of Rota or of another tool, or from a table
      with the columns of `show --format csv`, and writes a rota to the rotas folder for each
      quarter that has shifts. PERIOD, or `--from` and `--weeks`, takes the shifts of one period
      alone. Engineers are found by name, e-mail address or id; what could not be matched is listed
      and left out. Shifts say nothing of owners: those of a rota that is replaced stay.
      """,
    options: [.from, .weeks, .importRotation, .dryRun, .replace, .format(["text", "json"])],
    examples: [
      Example("import on-call.ics --dry-run", "look at it first; nothing is written"),
      Example("import on-call.ics 2026-Q4", "the shifts of one quarter, into config/rotas/"),
      Example("import shifts.csv --rotation service", "a table whose lines name no rotation"),
    ],
    run: { try Importing($0).run() })
}

/// One run of `import`.
private struct Importing {
  /// Ten years; a date far off is a slip.
  private static let mostRotas = 40

  let context: Context
  let onFile: OnFile
  /// The file to import.
  let path: String
  /// The period whose shifts to take; nil for all.
  let period: Period?

  init(_ context: Context) throws {
    self.context = context
    path = context.arguments.operands[0]
    period = try Period.named(in: context.arguments, operand: 1)
    onFile = try OnFile(context)
  }

  func run() throws -> ExitStatus {
    let imported = try imported()
    try refuse(imported)
    let rotas = imported.rotas.map(keepingOwners)
    let filings = rotas.map { Filing($0, onFile: onFile) }
    let isDry = context.arguments.has(.dryRun)
    let obstacles = isDry ? [] : filings.compactMap { $0.obstacle(context.arguments) }
    let texts = rotas.map { rotaText($0, madeBy: "rota import \(FilePath.name(of: path))") }
    let losses = zip(filings, texts).flatMap { $0.losses($1) }
    var done: [String] = []
    if !isDry, obstacles.isEmpty {
      for (index, rota) in rotas.enumerated() {
        done.append(try write(rota, texts[index], filings[index]))
      }
    }
    try print(rotas, imported, imported.diagnostics + losses, obstacles)
    for line in done { try context.reply.say(line) }
    let leftOut = imported.leftOut
    if leftOut > 0 {
      try context.reply.say(
        "\(leftOut) \(leftOut == 1 ? "event or line is" : "events or lines are") left out, "
          + "\(imported.matched) gave the shifts")
    }
    return obstacles.isEmpty ? .done : .unusable
  }

  private func imported() throws -> ShiftImport {
    let isTable = path.lowercased().hasSuffix(".csv")
    let rotation = try context.arguments.has(.rotation) ? onFile.rotation(context.arguments) : nil
    let file: SourceText
    do throws(FileProblem) {
      file = try context.environment.source(path, limit: .calendar)
    } catch {
      throw Unusable(.unreadable(error, isTable ? "table" : "calendar"))
    }
    if isTable {
      return Calendars.importShifts(
        fromTable: file, to: onFile.team, rotation: rotation, period: period,
        onFile: onFile.rotas)
    }
    return Calendars.importShifts(
      from: file, to: onFile.team, rotation: rotation, period: period, zone: try onFile.zone(),
      zones: context.environment.zones, onFile: onFile.rotas)
  }

  private func refuse(_ imported: ShiftImport) throws {
    let findings = imported.diagnostics
    if findings.contains(where: { $0.severity == .error }) { throw Unusable(findings) }
    guard let first = imported.rotas.first else {
      let span = period.map { " of \($0.name)" } ?? ""
      throw Unusable(
        findings + [
          .usage("no-shifts", "`\(path)` has no shift\(span) that an engineer of the team holds")
        ])
    }
    guard imported.rotas.count <= Importing.mostRotas else {
      throw Unusable(
        .usage(
          "import-period", "`\(path)` has shifts of more than \(Importing.mostRotas) quarters",
          help: ["name a period to import, such as \(first.period.name)"]))
    }
    for rota in imported.rotas { try onFile.refuseSharedWeeks(with: rota.period) }
  }

  private func keepingOwners(_ rota: Rota) -> Rota {
    var rota = rota
    let existing = onFile.rotas.first { $0.period.fileStem == rota.period.fileStem }
    rota.owners = existing?.owners ?? []
    return rota
  }

  private func write(_ rota: Rota, _ text: String, _ filing: Filing) throws -> String {
    let file = FilePath.join(onFile.files.rotasFolder ?? "", rota.period.fileStem + ".yaml")
    return try filing.write(text, to: file, context)
  }

  private func print(
    _ rotas: [Rota], _ imported: ShiftImport, _ findings: [Diagnostic], _ obstacles: [Diagnostic]
  ) throws {
    let sheets = rotas.map {
      RotaSheet($0, of: onFile.team, availability: onFile.situation.availability)
    }
    if context.reply.wantsJSON {
      let members: [JSON.Member] = [
        .init("rotas", .array(sheets.map(\.json))), .init("matched", .number(imported.matched)),
        .init("left_out", .number(imported.leftOut)),
      ]
      if !obstacles.isEmpty {
        return try context.reply.unusable(obstacles + findings, and: members)
      }
      return try context.reply.print(
        .object(members + [.init("findings", .array(findings.map(\.finding)))]))
    }
    try context.reply.print(sheets.map(\.text).joined(separator: "\n"))
    if !findings.isEmpty { try context.reply.print("\n") }
    try context.reply.show(findings, on: .output)
    try context.reply.show(obstacles, on: .error)
  }
}
