/// Gives each of some rows a column of its own at the least total cost: the Hungarian method with
/// shortest augmenting paths (Jonker and Volgenant, 1987).
///
/// O(rows² × columns). nil where the rows can't all be given one.
///
/// - Parameter costs: by row and column; nil where that is forbidden.
/// - Returns: by row: its column.
func cheapestAssignment(_ costs: [[Int?]], columns: Int) -> [Int]? {
  var rowPrice = Array(repeating: 0, count: costs.count)
  var columnPrice = Array(repeating: 0, count: columns)
  var rowOf = Array(repeating: -1, count: columns)
  for row in costs.indices {
    var reached = Array(repeating: Int.max, count: columns)
    var from = Array(repeating: -1, count: columns)
    var isDone = Array(repeating: false, count: columns)
    var here = row
    var hereColumn = -1
    var distance = 0
    repeat {
      var nearest = -1
      for column in 0..<columns where !isDone[column] {
        if let cost = costs[here][column] {
          let through = distance + cost - rowPrice[here] - columnPrice[column]
          if through < reached[column] {
            reached[column] = through
            from[column] = hereColumn
          }
        }
        if reached[column] < .max, nearest < 0 || reached[column] < reached[nearest] {
          nearest = column
        }
      }
      guard nearest >= 0 else { return nil }
      distance = reached[nearest]
      isDone[nearest] = true
      hereColumn = nearest
      here = rowOf[nearest]
    } while here >= 0
    for column in 0..<columns where isDone[column] && column != hereColumn {
      rowPrice[rowOf[column]] += distance - reached[column]
      columnPrice[column] -= distance - reached[column]
    }
    rowPrice[row] += distance
    while hereColumn >= 0 {
      let before = from[hereColumn]
      rowOf[hereColumn] = before >= 0 ? rowOf[before] : row
      hereColumn = before
    }
  }
  var columnOf = Array(repeating: -1, count: costs.count)
  for column in 0..<columns where rowOf[column] >= 0 { columnOf[rowOf[column]] = column }
  return columnOf
}
