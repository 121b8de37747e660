/// A number with leading zeros: `padded(7, to: 2)` is `07`.
package func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  let lacking = width - digits.utf8.count
  return lacking > 0 ? String(repeating: "0", count: lacking) + digits : digits
}
