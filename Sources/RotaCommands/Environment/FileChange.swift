/// A file as it is to be, and what must stand there now.
public struct FileChange: Sendable {
  /// What the change was made of.
  public enum Earlier: Sendable, Equatable {
    /// Nothing stood there.
    case nothing
    case bytes([UInt8])
    /// Whatever stands there goes.
    case anything
  }

  public let path: String
  public let bytes: [UInt8]
  public let earlier: Earlier

  public init(_ path: String, bytes: [UInt8], insteadOf earlier: Earlier) {
    self.path = path
    self.bytes = bytes
    self.earlier = earlier
  }
}

extension FileChange.Earlier {
  /// Whether the file may be replaced; nil stands for a file that is missing.
  public func agrees(with found: [UInt8]?) -> Bool {
    switch self {
    case .anything: true
    case .nothing: found == nil
    case .bytes(let bytes): found == bytes
    }
  }
}

extension FileProblem {
  /// Somebody else was first.
  public static func changed(_ path: String) -> FileProblem {
    FileProblem(
      path,
      .other(
        "an editor or another run has changed it since it was read; run the command once more"))
  }
}
