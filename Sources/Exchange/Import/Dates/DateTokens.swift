/// The numbers, words and marks of a text that may be a date, from its beginning on.
struct DateTokens {
  enum Token: Equatable {
    case number(Int, digits: Int)
    /// In lower case.
    case word(String)
    case mark(UInt8)
    /// `–` or `—`.
    case dash
    case space
    case end
  }

  private let bytes: ArraySlice<UInt8>
  /// Where the next token begins.
  private(set) var position: Int
  private var following: Int
  private(set) var next: Token

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
    following = position
    next = .end
    read()
  }

  mutating func advance() {
    position = following
    read()
  }

  mutating func skipSpaces() {
    while next == .space { advance() }
  }

  /// Whether that mark stood there.
  mutating func take(_ mark: Unicode.Scalar) -> Bool { take(UInt8(ascii: mark)) }

  mutating func take(_ mark: UInt8) -> Bool {
    guard next == .mark(mark) else { return false }
    advance()
    return true
  }

  private mutating func read() {
    guard position < bytes.endIndex else {
      next = .end
      return
    }
    let byte = bytes[position]
    following = position + 1
    switch byte {
    case 0x30...0x39: readNumber()
    case 0x41...0x5A, 0x61...0x7A: readWord()
    case 0x20, 0x09, 0x0A, 0x0D: next = .space
    case 0xC2 where bytes[position...].starts(with: [0xC2, 0xA0]):
      following = position + 2
      next = .space
    case 0xE2 where bytes[position...].starts(with: [0xE2, 0x80]) && bytes.count > 2:
      following = min(position + 3, bytes.endIndex)
      next = [0x93, 0x94].contains(bytes[following - 1]) ? .dash : .mark(0)
    default: next = .mark(byte)
    }
  }

  private mutating func readNumber() {
    var number = 0
    following = position
    while following < bytes.endIndex, 0x30...0x39 ~= bytes[following] {
      number = following - position < 17 ? 10 * number + Int(bytes[following] - 0x30) : number
      following += 1
    }
    next = .number(number, digits: following - position)
  }

  private mutating func readWord() {
    following = position
    while following < bytes.endIndex, 0x61...0x7A ~= bytes[following] | 0x20 { following += 1 }
    next = .word(
      String(decoding: bytes[position..<following].map { $0 | 0x20 }, as: UTF8.self))
  }
}
