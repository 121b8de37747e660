/// Paths as they count from the top of the repository around the folder that Rota runs in: the
/// nearest folder with a `.git`. Outside a repository they count from that folder itself.
struct RepositoryTop {
  /// Absolute.
  private let folder: String
  /// At or above `folder`.
  private let top: String

  init(_ environment: any Environment) {
    self.init(folder: FilePath.normal(environment.realPath(".") ?? "")) {
      environment.realPath($0) != nil
    }
  }

  init(folder: String, exists: (String) -> Bool) {
    self.folder = folder
    var candidate = folder
    while !candidate.isEmpty, !exists(FilePath.join(candidate, ".git")) {
      candidate = candidate == "/" ? "" : FilePath.folder(of: candidate)
    }
    top = candidate.isEmpty ? folder : candidate
  }

  /// A path of the folder Rota runs in, or an absolute one; as it is where it leads out of the top.
  func path(_ path: String) -> String {
    guard let parts = FilePath.parts(FilePath.join(folder, path)) else { return path }
    let above = top.split(separator: "/")
    guard parts.count > above.count, parts.starts(with: above) else { return path }
    return parts.dropFirst(above.count).joined(separator: "/")
  }
}
