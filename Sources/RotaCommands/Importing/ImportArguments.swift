import Dates
import Diagnostics
import Exchange
import RotaModel

extension OnFile {
  /// What the arguments of `import` ask for. Throws `Unusable` with every mistake of them.
  func importRequest() throws -> ImportRequest {
    let arguments = context.arguments
    var request = ImportRequest(
      team: team, zone: try zone(), zones: context.environment.zones, today: today, rotas: rotas)
    var mistakes: [Diagnostic] = []
    func noting<Value>(_ read: () throws -> Value) throws -> Value? {
      do {
        return try read()
      } catch let error as Unusable {
        mistakes += error.findings
        return nil
      }
    }
    request.period = try noting { try Period.named(in: arguments, operand: 1) } ?? nil
    if arguments.has(.rotation) { request.rotation = try noting { try rotation(arguments) } }
    request.dateOrder = arguments.text(.dateOrder).flatMap(DateOrder.init)
    request.sheetWeeks = arguments.text(.sheetWeeks).flatMap(SheetWeeks.init)
    request.list = arguments.text(.list)
    for text in arguments.texts(.column) {
      let pair = try noting { try ImportPair(text, of: .column) }
      guard let pair else { continue }
      guard let value = pair.value else {
        request.columns.append((pair.key, nil))
        continue
      }
      if let rotation = try noting({ try rotation(called: value) }) {
        request.columns.append((pair.key, rotation))
      }
    }
    for text in arguments.texts(.importAs) {
      let pair = try noting { try ImportPair(text, of: .importAs) }
      guard let pair else { continue }
      guard let value = pair.value else {
        request.people.append((pair.key, nil))
        continue
      }
      if let engineer = try noting({ try engineer(named: value) }) {
        request.people.append((pair.key, engineer))
      }
    }
    guard mistakes.isEmpty else { throw Unusable(mistakes) }
    return request
  }
}

/// `TEXT=VALUE`, or `TEXT=` for nothing.
private struct ImportPair {
  let key: String
  let value: String?

  /// Throws `Unusable` for any other text.
  init(_ text: String, of option: Option) throws {
    guard let sign = text.lastIndex(of: "="), sign != text.startIndex else {
      throw Unusable(
        .usage(
          "missing-value", "`--\(option.name) \(text)` has no `=`",
          help: ["write `\(option.usage)`"]))
    }
    key = String(text[..<sign])
    let rest = text[text.index(after: sign)...]
    value = rest.isEmpty ? nil : String(rest)
  }
}
