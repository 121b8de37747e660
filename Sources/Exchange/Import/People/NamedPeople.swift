import Dates
package import Diagnostics
internal import RotaModel

/// Somebody whom a list or a table names, as a new team file begins with them.
package struct NamedPerson: Sendable, Equatable {
  /// The first name where it is nobody else's, else all of it: `ada`, `ann-lee`.
  package let id: String
  package let name: String
  package let email: String?
}

/// Whom a list of names, one a line, or a table names, each once and in the file's order.
///
/// A table is read as an import reads it: the column of people by its header, with addresses from a
/// column of e-mails; without a header, the first column of names. O(bytes).
///
/// - Throws: why nobody can be read of the file.
package func namedPeople(in file: SourceText) throws(UnreadablePeople) -> [NamedPerson] {
  let source: SourceText
  switch FileKind.found(in: file) {
  case .success((.table, let text)): source = text
  case .success((let kind, _)):
    throw UnreadablePeople(
      findings: [
        Diagnostic(
          "import-file", "this is \(kind.words), not a list of names or a table",
          at: Place(wholeOf: file),
          help: ["write the names into a file, one a line; `rota import` takes the shifts later"])
      ])
  case .failure(let refusal): throw UnreadablePeople(findings: [refusal.finding])
  }
  do throws(ImportMistake) {
    return try PeopleTable(source).people()
  } catch {
    throw UnreadablePeople(findings: error.findings)
  }
}

package struct UnreadablePeople: Error {
  package let findings: [Diagnostic]
}

/// The people of a table.
private struct PeopleTable {
  private let table: TableText
  /// The row of the header; nil where there is none.
  private let header: Int?
  private let names: Int
  private let emails: Int?

  /// As many as a team file may hold, by far.
  private static let most = 1000

  init(_ source: SourceText) throws(ImportMistake) {
    let table = try TableText(source)
    self.table = table
    func columns(_ row: Int, _ headers: [String]) -> [Int] {
      headers.flatMap { header in
        table.row(row).enumerated().filter { ImportKeys.folded(table.text($0.element)) == header }
          .map(\.offset)
      }
    }
    let isEmail: (String) -> Bool = { $0.contains("mail") }
    let persons = ImportKeys.personHeaders.filter { !isEmail($0) }
    let last = min(table.rowCount, TableHead.mostAbove + 1)
    header = (0..<last).first { !columns($0, ImportKeys.personHeaders).isEmpty }
    if let header {
      let addresses = columns(header, ImportKeys.personHeaders.filter(isEmail))
      emails = addresses.first
      names = columns(header, persons).first ?? addresses[0]
    } else {
      emails = nil
      let width = (0..<table.rowCount).map { table.row($0).count }.max() ?? 0
      let column = (0..<min(width, 100)).first { column in
        let filled = (0..<table.rowCount).compactMap { table.cell($0, column) }
          .filter { !$0.isEmpty }
        let named = filled.count { cell in
          !DateCell(table.bytes(cell)).isDateLike && PeopleTable.isName(table.text(cell))
        }
        return 2 * named > filled.count
      }
      guard let column else {
        throw ImportMistake(
          Diagnostic(
            "import-column", "no column of this table holds names",
            at: Place(source, 0..<0).unquoted,
            help: ["call the column `name`, or write a list of names, one a line"]))
      }
      names = column
    }
  }

  private static func isName(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  func people() throws(ImportMistake) -> [NamedPerson] {
    var found: [(name: String, email: String?)] = []
    var seen: Set<String> = []
    for row in (header.map { $0 + 1 } ?? 0)..<table.rowCount {
      guard let cell = table.cell(row, names), !cell.isEmpty else { continue }
      let texts = PersonCell.texts(in: table.text(cell))
      guard let first = texts.first, PeopleTable.isName(first), !NobodyWords.contains(first),
        !DateCell(table.bytes(cell)).isDateLike
      else { continue }
      let others = texts.dropFirst() + rest(of: row)
      let email = ([first] + others).first { $0.contains("@") }
      let name = first.contains("@") ? named(byAddress: first) : turned(first, row)
      if seen.insert(Words(name).words.joined(separator: " ")).inserted {
        found.append((name, email))
      }
    }
    guard !found.isEmpty, found.count <= PeopleTable.most else {
      throw ImportMistake(
        Diagnostic(
          "import-person",
          found.isEmpty
            ? "this file names nobody" : "this file names more than \(PeopleTable.most) people",
          at: Place(table.source, 0..<0).unquoted, help: ["write the names, one a line"]))
    }
    return withIDs(found)
  }

  /// Where addresses may stand.
  private func rest(of row: Int) -> [String] {
    if let emails { return [table.cell(row, emails).map(table.text) ?? ""] }
    return header == nil ? table.row(row).map(table.text) : []
  }

  /// Of a list whose lines are `Family, Given` the name as it is spoken.
  private func turned(_ name: String, _ row: Int) -> String {
    if let comma = name.firstIndex(of: ",") {
      let given = name[name.index(after: comma)...].drop { $0 == " " }
      return given.isEmpty ? String(name[..<comma]) : "\(given) \(name[..<comma])"
    }
    let cells = table.row(row)
    guard header == nil, names == 0, cells.count == 2, let other = cells.last,
      table.source.bytes[cells[cells.startIndex].range.upperBound..<other.range.lowerBound]
        .contains(UInt8(ascii: ","))
    else { return name }
    let given = table.text(other)
    let isGiven =
      PeopleTable.isName(given) && given.allSatisfy { $0.isLetter || " .-’'".contains($0) }
    return isGiven ? "\(given) \(name)" : name
  }

  /// `ann.lee@example.com` is Ann Lee.
  private func named(byAddress address: String) -> String {
    let words = address.prefix { $0 != "@" }.split { !$0.isLetter }
    return words.isEmpty
      ? address
      : words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  private func withIDs(_ people: [(name: String, email: String?)]) -> [NamedPerson] {
    func firstName(_ name: String) -> String { Words(name).words.first ?? "" }
    let counts = Dictionary(people.map { (firstName($0.name), 1) }, uniquingKeysWith: +)
    var taken: Set<String> = []
    return people.map { name, email in
      let short = firstName(name)
      let text = counts[short] == 1 ? short : name
      return NamedPerson(
        id: EngineerIDs.new(text, &taken, without: "engineer"), name: name, email: email)
    }
  }
}
