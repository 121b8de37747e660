/// A file as it is to be, and what must stand there now.
package struct FileChange: Sendable {
  /// What the change was made of.
  package enum Earlier: Sendable, Equatable {
    /// Nothing stood there.
    case nothing
    case bytes([UInt8])
    /// Whatever stands there goes.
    case anything
  }

  package let path: String
  package let bytes: [UInt8]
  package let earlier: Earlier

  package init(_ path: String, bytes: [UInt8], insteadOf earlier: Earlier) {
    self.path = path
    self.bytes = bytes
    self.earlier = earlier
  }
}

extension FileChange.Earlier {
  /// Whether the file may be replaced; nil stands for a file that is missing.
  package func agrees(with found: [UInt8]?) -> Bool {
    switch self {
    case .anything: true
    case .nothing: found == nil
    case .bytes(let bytes): found == bytes
    }
  }
}

extension FileProblem {
  /// Somebody else was first.
  package static func changed(_ path: String) -> FileProblem {
    FileProblem(
      path,
      .other(
        "an editor or another run has changed it since it was read; run the command once more"))
  }
}
