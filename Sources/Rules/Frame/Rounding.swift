import Diagnostics
import RotaModel

/// `a / b` rounded half up: `floor(a/b + ½)`, also below zero. `b` is positive.
package func dividedHalfUp(_ a: Int, by b: Int) -> Int {
  floorDivided(2 * a + b, by: 2 * b)
}

/// `floor(a / b)`, also below zero. `b` is positive.
func floorDivided(_ a: Int, by b: Int) -> Int {
  let quotient = a / b
  return a % b < 0 ? quotient - 1 : quotient
}
