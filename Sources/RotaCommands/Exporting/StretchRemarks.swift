import Dates
import Diagnostics
import Exchange
import RotaModel

extension DutyStretches {
  /// Where nobody is on duty, and what is left out: a line each, and last how much is sent.
  var remarks: [String] {
    var lines = unheld.map(\.text)
    for shift in misplaced {
      lines.append(
        "left out: the shift of `\(shift.engineer)` in `\(shift.rotation)` on \(shift.week), which "
          + "is no shift week of its rota")
    }
    if outsideWindow > 0 { lines.append("left out: " + outsideText) }
    return lines + ["sent: " + DutyStretches.count(stretches.count)]
  }

  /// Why there is nothing to send.
  var nothingToSend: Diagnostic {
    .usage(
      "nothing-to-send",
      outsideWindow == 0
        ? "nothing to send: nobody is on duty in what is asked for"
        : "nothing to send: " + outsideText, help: ["nothing was written"])
  }

  private var outsideText: String {
    DutyStretches.count(outsideWindow) + " before or after what is sent"
  }

  private static func count(_ number: Int) -> String {
    "\(number) stretch\(number == 1 ? "" : "es") of duty"
  }
}

extension UnheldDays {
  fileprivate var text: String {
    let last = days.upperBound - 1
    let dates = "\(days.lowerBound) to \(last)"
    let place = rotation.map { "in `\($0)`" } ?? "in any rotation"
    return switch reason {
    case .nobody: "nobody is on duty \(place) from \(dates): the rota leaves the shift open"
    case .closed: "nobody is on duty \(place) from \(dates): the week is closed"
    case .onNoRota: "nobody is on duty \(place) from \(dates): no rota here holds these days"
    }
  }
}
