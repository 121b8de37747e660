import Dates
internal import RotaModel

/// The elements of a list that overlap another one of the same key, each with one it overlaps;
/// `later` stands behind `earlier` in the list. O(n log n).
func overlapping<Element, Key: Hashable>(
  _ elements: [Element], key: (Element) -> Key, days: (Element) -> Range<Day>
) -> [(earlier: Element, later: Element)] {
  guard elements.count > 1 else { return [] }
  var pairs: [(earlier: Int, later: Int)] = []
  let byStart = elements.indices.sorted {
    (days(elements[$0]).lowerBound, $0) < (days(elements[$1]).lowerBound, $1)
  }
  /// Of each key, the element that reaches furthest so far.
  var furthest: [Key: Int] = [:]
  for index in byStart {
    let element = elements[index]
    guard let other = furthest.updateValue(index, forKey: key(element)) else { continue }
    let reach = days(elements[other]).upperBound
    if days(element).lowerBound < reach { pairs.append((min(other, index), max(other, index))) }
    if reach > days(element).upperBound { furthest[key(element)] = other }
  }
  return pairs.sorted { ($0.later, $0.earlier) < ($1.later, $1.earlier) }.map {
    (elements[$0.earlier], elements[$0.later])
  }
}
