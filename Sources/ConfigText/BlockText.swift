/// The text of a block that the reader accepted: its header and all its lines. O(length).
///
/// YAML 1.2, 8.1: `|` keeps line ends, `>` joins neighbouring lines with a space, but not around
/// lines that begin with a space, and an empty line between two others is a line end. The last line
/// end is kept (`-` drops it), empty lines after it are dropped (`+` keeps them).
func blockText(_ bytes: ArraySlice<UInt8>) -> String {
  let header = bytes.prefix { $0 != .newline }
  let folds = header.first == .greater
  let keeps = header.dropFirst().first == .plus
  let strips = header.dropFirst().first == .dash

  var text: [UInt8] = []
  var indentation: Int?
  /// Line ends that wait for the next line with text, to be written or folded.
  var pending = 0
  var lastIsSpaced = false
  var rest = bytes[(header.endIndex + 1)...]
  while let line = nextLine(of: &rest) {
    guard let first = line.firstIndex(where: { $0 != .space }) else {
      pending += 1
      continue
    }
    let margin = indentation ?? first - line.startIndex
    let content = line[(line.startIndex + margin)...]
    let isSpaced = content.first == .space
    if indentation == nil {
      text.append(contentsOf: repeatElement(.newline, count: pending))
    } else if folds, !lastIsSpaced, !isSpaced {
      // `pending` counts the end of the line before; the first line end is folded away.
      if pending == 1 {
        text.append(.space)
      } else {
        text.append(contentsOf: repeatElement(.newline, count: pending - 1))
      }
    } else {
      text.append(contentsOf: repeatElement(.newline, count: pending))
    }
    text += content
    indentation = margin
    lastIsSpaced = isSpaced
    pending = 1
  }
  if keeps {
    text.append(contentsOf: repeatElement(.newline, count: pending))
  } else if !strips {
    text.append(.newline)
  }
  return String(decoding: text, as: UTF8.self)
}

/// Takes a line off, without its end, LF or CR LF.
private func nextLine(of rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  guard let end = rest.firstIndex(of: .newline) else { return nil }
  let line = rest[..<end]
  rest = rest[(end + 1)...]
  return line.last == .carriageReturn ? line.dropLast() : line
}
