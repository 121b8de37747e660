/// The objects of a git repository, read by one `git cat-file --batch` that runs as long as there
/// are questions: a start of git takes longer than all that a review asks of it.
///
/// Source: gitformat-pack and git-cat-file(1), "BATCH OUTPUT".
package final class GitObjects {
  struct Object {
    /// `blob`, `tree`, `commit` or `tag`.
    let kind: String
    let bytes: [UInt8]
  }

  /// A line of a folder.
  struct Entry {
    let name: String
    let object: String
    /// nil for another repository.
    let kind: Kind?

    enum Kind: String {
      case file = "100"
      case link = "120"
      case folder = "400"
    }
  }

  private let folder: String?
  private var git: Child?
  /// Objects never change: each is asked once.
  private var known: [String: Object] = [:]

  /// Of the repository around a folder, or the one that Rota runs in. git is started with the first
  /// question.
  package init(in folder: String? = nil) { self.folder = folder }

  deinit { _ = git?.wait() }

  /// The object of a full name of git's own: nothing else is to be asked for.
  func object(_ name: String) throws(GitProblem) -> Object {
    if let object = known[name] { return object }
    let object = try ask(name)
    known[name] = object
    return object
  }

  /// What a folder has, or the top folder of a commit; nil for an object that is neither.
  func entries(of name: String) throws(GitProblem) -> [Entry]? {
    let object = try object(name)
    switch object.kind {
    case "tree": return GitObjects.entries(inTree: object.bytes, digits: name.count)
    case "commit":
      // Its first line is `tree NAME`.
      let line = String(decoding: object.bytes.prefix { $0 != 0x0A }, as: UTF8.self)
      return try entries(of: String(line.dropFirst("tree ".count)))
    default: return nil
    }
  }

  /// A tree is a row of `MODE NAME`, a zero byte and the object's name in half as many bytes as it
  /// has digits.
  private static func entries(inTree bytes: [UInt8], digits: Int) -> [Entry] {
    var entries: [Entry] = []
    var rest = bytes[...]
    while let space = rest.firstIndex(of: 0x20), let zero = rest[space...].firstIndex(of: 0) {
      let end = zero + 1 + digits / 2
      guard end <= rest.endIndex else { break }
      let mode = String(decoding: rest[..<space], as: UTF8.self)
      entries.append(
        Entry(
          name: String(decoding: rest[(space + 1)..<zero], as: UTF8.self),
          object: rest[(zero + 1)..<end].map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
          }.joined(),
          kind: Entry.Kind(rawValue: String(mode.prefix(3)))))
      rest = rest[end...]
    }
    return entries
  }

  /// `NAME KIND SIZE`, a line feed, the bytes and a line feed; or `NAME missing`.
  private func ask(_ name: String) throws(GitProblem) -> Object {
    let git = try started()
    guard git.tell(name + "\n") else { throw ended(git) }
    var head: ArraySlice<UInt8> = []
    repeat {
      if let end = git.output.firstIndex(of: 0x0A) {
        head = git.take(end + 1).dropLast()
      }
    } while head.isEmpty && git.listen()
    let words = String(decoding: head, as: UTF8.self).split(separator: " ")
    guard words.count == 3, let size = Int(words[2]) else {
      throw words.isEmpty ? ended(git) : GitProblem(words: words.joined(separator: " "))
    }
    while git.output.count <= size, git.listen() {}
    guard git.output.count > size else { throw ended(git) }
    return Object(kind: String(words[1]), bytes: git.take(size + 1).dropLast())
  }

  private func started() throws(GitProblem) -> Child {
    if let git { return git }
    do throws(FileProblem) {
      let started = try GitProcess.start(["cat-file", "--batch"], in: folder, input: true)
      git = started
      return started
    } catch {
      throw GitProblem(words: GitProcess.words(for: error))
    }
  }

  /// git went away in the middle of an answer.
  private func ended(_ git: Child) -> GitProblem {
    self.git = nil
    let status = git.wait()
    return GitProblem(
      GitProcess.Result(
        output: [], errors: String(decoding: git.errors, as: UTF8.self), status: status))
  }
}
