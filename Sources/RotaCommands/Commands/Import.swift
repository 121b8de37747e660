import Diagnostics
import Exchange
import RotaModel

extension Command {
  static let importShifts = Command(
    "import", operands: "FILE [PERIOD]", .file, .period, count: 1...2,
    summary: "take shifts from a table, JSON or a calendar into the rota files",
    details: """
      Reads who had which shift from a table (.csv, tabs, `|`, Markdown), JSON or a calendar (.ics);
      what kind of file it is, its content says. FILE may be `-`, standard input. Weeks that a rota
      on file holds go into it, the others into quarters; what is there already stays as it is, and
      what differs is an error, or with `--replace` is taken from FILE. PERIOD, or `--from` and
      `--weeks`, takes the shifts of one period alone.

      People are found by id, full name, alias, e-mail address, account, first name or surname.
      Nothing is written unless all rows can be read, or with `--partial` without those that cannot:
      then the exit status is 1. What was decided is said (which column, whether days or months stand
      first, how weeks are read), and an option decides otherwise: where weeks begin on another
      weekday than the handover's, `--sheet-weeks named` takes each start for the next handover, `own`
      keeps the weekday, and `cut` gives the days to the weeks they lie in. What `rota export` writes
      as `json` or `csv` is read back to the same rotas.

      JSON of `--format json`: { "rows", "read", "rotas": [ periods ], "left_out": [ findings ],
      "no_rows": { kind: number }, "changes": [ shifts and covers as `diff` has them ] }.
      """,
    options: [
      .from, .weeks, .importRotation, .column, .dateOrder, .sheetWeeks, .list, .importAs,
      .importReplace, .importPartial, .importDryRun, .format(["text", "json"]),
    ],
    examples: [
      Example("import on-call.ics --dry-run", "look at it first; nothing is written"),
      Example("import on-call.ics 2026-Q4", "the shifts of one quarter, into config/rotas/"),
      Example("import shifts.csv --rotation service", "a table whose rows name no rotation"),
      Example(
        "import sheet.csv --column 1st=service --column 2nd=backup", "a column for each rotation"),
      Example("import old.csv --as Ann=ann-lee --partial", "all that can be read"),
    ],
    run: { try Importing($0).run() })
}

/// One run of `import`.
private struct Importing {
  let context: Context
  let onFile: OnFile
  /// The file to import.
  let path: String

  init(_ context: Context) throws {
    self.context = context
    path = context.arguments.operands[0]
    onFile = try OnFile(context)
  }

  func run() throws -> ExitStatus {
    let imported = try imported()
    let isPartial = context.arguments.has(.importPartial)
    let merge = try ImportMerge(
      imported, onFile, madeBy: "rota import \(FilePath.name(of: path))",
      replacing: context.arguments.has(.importReplace))
    var errors = imported.errors + merge.differences
    if !isPartial { errors += imported.leftOut }
    if errors.isEmpty, imported.files.isEmpty, imported.tally.read == 0 {
      errors =
        imported.leftOut + [noShifts(of: try Period.named(in: context.arguments, operand: 1))]
    }
    let answer = ImportAnswer(imported, merge, onFile)
    guard errors.isEmpty else {
      try answer.refuse(errors)
      return .unusable
    }
    let done = context.arguments.has(.importDryRun) ? [] : try merge.write()
    try answer.tell(leftOut: imported.leftOut.map(\.asWarning), done: done)
    return imported.leftOut.isEmpty ? .done : .badNews
  }

  private func noShifts(of period: Period?) -> Diagnostic {
    let span = period.map { " of \($0.name)" } ?? ""
    return .usage("no-shifts", "`\(path)` has no shift\(span) that can be imported")
  }

  private func imported() throws -> ImportedShifts {
    let request = try onFile.importRequest()
    let file: SourceText
    do throws(FileProblem) {
      file =
        path == "-"
        ? SourceText(
          path: "-",
          bytes: try context.environment.readInput(limit: FileLimit.calendar.bytes))
        : try context.environment.source(path, limit: .calendar)
    } catch {
      throw Unusable(.unreadable(error, "file"))
    }
    return Exchange.importShifts(from: file, request)
  }
}

extension Diagnostic {
  /// What is left out is no error any more.
  fileprivate var asWarning: Diagnostic {
    Diagnostic(id, .warning, message, at: place, label: label, related: related, help: help)
  }
}
