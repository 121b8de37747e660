import Diagnostics
import Planning
package import RotaModel
package import Rules
import Views

/// The timeline alone, as an SVG with its own style on a light ground: for a wiki or a message.
///
/// - Parameter sessions: those of the rota's period.
package func timelinePicture(of rota: Rota, in situation: Situation, sessions: [PlannedSession])
  -> String
{
  let drawing = TimelineDrawing(
    RotaChart(of: rota, in: situation), team: situation.team, sessions: sessions)
  let margin = 16
  let titleHeight = 34
  let (width, height) = (drawing.layout.width, drawing.layout.height)
  let legend = Legend(drawing).drawn(top: titleHeight + height + 14, width: width)
  let (fullWidth, fullHeight) = (
    width + 2 * margin, titleHeight + height + 14 + legend.height + 2 * margin
  )
  // A long name is cut before what the picture is of.
  let subject = ": rota of \(rota.period.name)"
  let title = situation.team.name + subject
  let room = width / 10 - subject.terminalWidth
  let picture = Markup.element(
    .svg,
    [
      Attribute(.namespace, "http://www.w3.org/2000/svg"), Attribute(.width, fullWidth),
      Attribute(.height, fullHeight), Attribute(.viewBox, "0 0 \(fullWidth) \(fullHeight)"),
      Attribute(.role, "img"),
    ],
    .element(.title, Markup(title)),
    .style(ChartStyle.light),
    .element(.rect, [.classed("paper"), Attribute(.width, "100%"), Attribute(.height, "100%")]),
    .element(
      .svg,
      [
        Attribute(.x, margin), Attribute(.y, margin), Attribute(.width, width),
        Attribute(.height, fullHeight - 2 * margin),
      ],
      .element(
        .text, [.classed("heading"), Attribute(.x, 2), Attribute(.y, 16)],
        Markup(situation.team.name.shortened(toColumns: room) + subject)),
      .element(
        .svg, [Attribute(.y, titleHeight), Attribute(.width, width), Attribute(.height, height)],
        drawing.content),
      legend.markup))
  return picture.picture
}
