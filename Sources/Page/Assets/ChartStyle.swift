/// How the marks of a chart look: in a picture, and on the page, which changes the colours alone
/// where the visitor wants it dark.
///
/// The colours of rotations are told apart with every kind of colour vision, and carry white letters
/// at a contrast of 4.5 and more; so do the texts on their grounds.
enum ChartStyle {
  /// By rotation. By day they carry white letters, by night those of the ground.
  static let colours: [(day: StaticString, night: StaticString)] = [
    ("#0a5fa8", "#79b8f5"),
    ("#a64000", "#f2a672"),
    ("#00694d", "#5fcba5"),
    ("#8a3577", "#e19bd4"),
    ("#6b5900", "#d5bd5b"),
    ("#4b535d", "#aeb8c2"),
    ("#5b45b0", "#b7a8f5"),
    ("#a11d33", "#f48f9c"),
  ]

  /// What is filled and what is drawn in a rotation's colour.
  private static func rotations(_ colours: [StaticString]) -> StyleText {
    colours.enumerated().reduce("") { rules, entry in
      let (index, colour) = entry
      return rules
        + """
        .shift.r\(index), text.outlined.r\(index) { fill: \(colour); }
        .cover.r\(index), [data-kind] .letter.r\(index):not(.outlined) { stroke: \(colour); }

        """
    }
  }

  static let light: StyleText =
    """
    text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: #1f2328; }
    [data-kind=session] svg, [overflow] svg { overflow: visible; }
    text.name { font-size: 13px; }
    text.name, text.bar { unicode-bidi: plaintext; }
    text.heading { font-size: 16px; font-weight: 600; }
    text.day { font-weight: 600; }
    text.dim { fill: #59636e; font-size: 11px; }
    text.bar { fill: #1f2328; font-size: 11px; }
    text.letter { fill: #fff; font-weight: 700; paint-order: stroke; stroke-width: 4px; stroke-linejoin: round; }
    .paper { fill: #fff; }
    .grid { stroke: #d8dee4; stroke-width: 1; shape-rendering: crispEdges; }
    .gone { fill: #e3e7eb; }
    .holiday-line { stroke: #59636e; stroke-width: 2; }
    .holiday-ground { fill: #eceff2; }
    .off-line { stroke: #8b949e; stroke-width: 3; }
    .covered-line { stroke: #fff; stroke-width: 4; }
    .project { fill: #d5e3f0; }
    .protected { fill: #9dbdd9; }
    .session { fill: #59636e; }
    .today { stroke: #cf222e; stroke-width: 2; }
    .shift, .cover { rx: 3px; }
    .cover { fill: #fff; stroke-width: 1.5; stroke-dasharray: 4 2; }

    """ + rotations(colours.map(\.day))

  /// The colours by night.
  static let dark: StyleText =
    """
    text, text.bar { fill: #e6edf3; }
    text.dim { fill: #a2abb5; }
    text.letter { fill: #0d1117; }
    .grid { stroke: #30363d; }
    .gone { fill: #21262d; }
    .holiday-line { stroke: #9198a1; }
    .off-line { stroke: #6e7681; }
    .covered-line { stroke: #0d1117; }
    .project { fill: #24384d; }
    .protected { fill: #3d6184; }
    .session { fill: #a2abb5; }
    .today { stroke: #ff7b72; }
    .cover { fill: #0d1117; }

    """ + rotations(colours.map(\.night))
}
