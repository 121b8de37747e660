import Diagnostics
import ICalendar

/// How much of a file is read: one byte beyond what its reader takes, so that the reader sees that
/// it is too long, and no file fills the memory.
enum FileLimit: Int {
  /// A team file or a rota: 8 MiB.
  case text = 8_388_609
  /// 32 MiB.
  case calendar = 33_554_433
}

extension Environment {
  /// The text of a file, under the path it is known by.
  func source(_ path: String, limit: FileLimit) throws(FileProblem) -> SourceText {
    SourceText(path: path, bytes: try read(path, limit: limit.rawValue))
  }
}
