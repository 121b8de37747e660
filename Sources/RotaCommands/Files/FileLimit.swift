import ConfigText
import Diagnostics
import ICalendar

/// How much of a file is read: one byte beyond what its reader takes, so that the reader sees that
/// it is too long, and no file fills the memory.
enum FileLimit {
  /// A team file or a rota.
  case text
  case calendar

  var bytes: Int {
    switch self {
    case .text: TextLimits.fileBytes + 1
    case .calendar: CalendarLimits.bytes + 1
    }
  }
}

extension Environment {
  /// The text of a file, under the path it is known by.
  func source(_ path: String, limit: FileLimit) throws(FileProblem) -> SourceText {
    SourceText(path: path, bytes: try read(path, limit: limit.bytes))
  }
}
