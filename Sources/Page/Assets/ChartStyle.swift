/// How the marks of a chart look: in a picture, and on the page, which changes the colours alone
/// where the visitor wants it dark.
///
/// The colours of rotations are told apart with every kind of colour vision, and carry white letters
/// at a contrast of 4.5 and more; so do the texts on their grounds.
enum ChartStyle {
  static let light = StyleText(
    """
    text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: #1f2328; }
    text.name { font-size: 13px; }
    text.heading { font-size: 16px; font-weight: 600; }
    text.day { font-weight: 600; }
    text.dim { fill: #59636e; font-size: 11px; }
    text.bar { fill: #1f2328; font-size: 11px; }
    text.letter { fill: #fff; font-weight: 700; }
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
    .shift.r0 { fill: #0a5fa8; } .cover.r0 { stroke: #0a5fa8; } text.outlined.r0 { fill: #0a5fa8; }
    .shift.r1 { fill: #a64000; } .cover.r1 { stroke: #a64000; } text.outlined.r1 { fill: #a64000; }
    .shift.r2 { fill: #00694d; } .cover.r2 { stroke: #00694d; } text.outlined.r2 { fill: #00694d; }
    .shift.r3 { fill: #8a3577; } .cover.r3 { stroke: #8a3577; } text.outlined.r3 { fill: #8a3577; }
    .shift.r4 { fill: #6b5900; } .cover.r4 { stroke: #6b5900; } text.outlined.r4 { fill: #6b5900; }
    .shift.r5 { fill: #4b535d; } .cover.r5 { stroke: #4b535d; } text.outlined.r5 { fill: #4b535d; }
    .shift.r6 { fill: #5b45b0; } .cover.r6 { stroke: #5b45b0; } text.outlined.r6 { fill: #5b45b0; }
    .shift.r7 { fill: #a11d33; } .cover.r7 { stroke: #a11d33; } text.outlined.r7 { fill: #a11d33; }

    """)

  /// The colours by night.
  static let dark = StyleText(
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
    .shift.r0 { fill: #79b8f5; } .cover.r0 { stroke: #79b8f5; } text.outlined.r0 { fill: #79b8f5; }
    .shift.r1 { fill: #f2a672; } .cover.r1 { stroke: #f2a672; } text.outlined.r1 { fill: #f2a672; }
    .shift.r2 { fill: #5fcba5; } .cover.r2 { stroke: #5fcba5; } text.outlined.r2 { fill: #5fcba5; }
    .shift.r3 { fill: #e19bd4; } .cover.r3 { stroke: #e19bd4; } text.outlined.r3 { fill: #e19bd4; }
    .shift.r4 { fill: #d5bd5b; } .cover.r4 { stroke: #d5bd5b; } text.outlined.r4 { fill: #d5bd5b; }
    .shift.r5 { fill: #aeb8c2; } .cover.r5 { stroke: #aeb8c2; } text.outlined.r5 { fill: #aeb8c2; }
    .shift.r6 { fill: #b7a8f5; } .cover.r6 { stroke: #b7a8f5; } text.outlined.r6 { fill: #b7a8f5; }
    .shift.r7 { fill: #f48f9c; } .cover.r7 { stroke: #f48f9c; } text.outlined.r7 { fill: #f48f9c; }

    """)
}
