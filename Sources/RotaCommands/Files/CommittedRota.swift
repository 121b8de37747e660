import Diagnostics
import RotaModel
import TeamFiles

/// `REV:PATH`: a file of a commit, as git itself names it. The path counts from the repository's top.
struct CommittedPath {
  let revision: String
  let path: String

  /// nil for text without a colon outside of braces, as in `main@{10:00}:rotas/2027-Q1.yaml`.
  init?(_ text: String) {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "{": depth += 1
      case "}": depth -= 1
      case ":" where depth == 0:
        revision = String(text[..<index])
        path = String(text[text.index(after: index)...])
        return
      default: break
      }
    }
    return nil
  }
}

extension OnFile {
  /// The rotas that the operands of `diff` name; throws `Unusable` with what is wrong with any.
  func rotasAnywhere(named names: [String]) throws -> [Rota] {
    var findings: [Diagnostic] = []
    let rotas = try names.compactMap { name -> Rota? in
      do {
        return try rotaAnywhere(named: name)
      } catch let error as Unusable {
        findings += error.findings
        return nil
      }
    }
    guard findings.isEmpty else { throw Unusable(findings) }
    return rotas
  }

  /// Of a period on file, of a file, or of a commit.
  private func rotaAnywhere(named name: String) throws -> Rota {
    guard Period(named: name) == nil, !context.environment.has(name),
      let committed = CommittedPath(name)
    else { return try rota(named: name) }
    return try rota(at: committed, named: name)
  }

  private func rota(at committed: CommittedPath, named name: String) throws -> Rota {
    guard !committed.revision.isEmpty, !committed.path.isEmpty else {
      throw Unusable(
        .usage(
          "bad-revision", "`\(name)` names no file of a commit",
          help: ["write REV:PATH, as in `HEAD:\(files.rotasFolder ?? "rotas")/2027-Q1.yaml`"]))
    }
    let found: [UInt8]?
    do throws(GitProblem) {
      let repository = try Repository(context.environment)
      let commit = try repository.commit(committed.revision)
      found = try repository.file(FilePath.normal(committed.path), at: commit)
    } catch {
      throw Unusable(error.diagnostic)
    }
    guard let bytes = found else {
      throw Unusable(
        .usage(
          "missing-file", "the commit `\(committed.revision)` has no file `\(committed.path)`",
          help: [
            "the path counts from the top of the repository",
            "`git ls-tree -r --name-only \(committed.revision)` lists its files",
          ]))
    }
    let reading = readRota(SourceText(path: name, bytes: bytes), of: team)
    guard let rota = reading.rota,
      !reading.diagnostics.contains(where: { $0.severity == .error })
    else { throw Unusable(reading.diagnostics) }
    return rota
  }
}
