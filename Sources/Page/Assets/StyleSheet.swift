/// `style.css`: quiet and dense, by day and by night, on paper and on narrow screens.
enum StyleSheet {
  static let path = "style.css"

  static let source =
    SiteMark.comment + frame + chart + ChartStyle.light.source + narrow
    + "@media screen and (prefers-color-scheme: dark) {\n" + night + ChartStyle.dark.source + "}\n"
    + paper

  private static let frame = """
    :root { color-scheme: light dark; --ink: #1f2328; --dim: #59636e; --ground: #fff; --line: #d8dee4; --accent: #0a5fa8; --soft: #f3f5f7; }
    * { box-sizing: border-box; }
    html { font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: var(--ground); -webkit-text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 0 24px 32px; max-width: 1400px; overflow-wrap: anywhere; }
    a { color: var(--accent); text-underline-offset: 2px; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
    main:focus { outline: none; }
    .skip { position: absolute; left: 8px; top: -60px; padding: 8px 12px; background: var(--ground); border: 1px solid var(--accent); z-index: 9; }
    .skip:focus { top: 8px; }
    nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0; padding: 12px 0; list-style: none; border-bottom: 1px solid var(--line); }
    nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
    h1 { font-size: 22px; line-height: 1.25; margin: 20px 0 12px; font-weight: 650; }
    h2 { font-size: 16px; line-height: 1.3; margin: 28px 0 8px; font-weight: 650; }
    h3 { font-size: 14px; margin: 16px 0 4px; font-weight: 650; }
    p { margin: 6px 0; max-width: 75ch; }
    .dim, footer, caption { color: var(--dim); }
    h1 .dim { font-weight: 400; }
    footer { margin-top: 40px; border-top: 1px solid var(--line); font-size: 13px; }
    dt { font-weight: 600; margin-top: 8px; }
    dd { margin: 0 0 0 16px; max-width: 75ch; }
    code { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
    .scroll { overflow-x: auto; }
    .reading .scroll, .reading .beside { visibility: hidden; }
    table { border-collapse: collapse; }
    caption { text-align: left; font-size: 13px; padding-bottom: 4px; }
    .scroll th, .scroll td { text-align: left; vertical-align: top; padding: 3px 20px 3px 0; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
    .scroll th, .scroll td { min-width: 112px; }
    .scroll .date, .scroll .iso, .scroll .dates, .scroll .time, .scroll .number, .scroll .bars { min-width: 0; }
    .scroll th { font-weight: 400; }
    .scroll thead th { color: var(--dim); font-size: 13px; }
    .scroll .number { text-align: right; }
    .date, .iso, .dates, .time, .number, time { white-space: nowrap; }
    section { min-width: 0; max-width: 100%; }
    .beside { display: flex; flex-wrap: wrap; gap: 0 56px; }
    .history { list-style: none; padding: 0; margin: 0; }
    #now { display: flex; flex-wrap: wrap; gap: 12px 48px; }
    #now .duty { min-height: 84px; min-width: min(100%, 300px); }
    #now p { margin: 0; min-height: 22px; max-width: none; color: var(--dim); }
    #now time { white-space: normal; }
    #now .who { color: var(--ink); font-size: 22px; line-height: 1.4; min-height: 31px; font-weight: 650; }
    .links a { display: inline-block; min-height: 24px; min-width: 24px; margin-right: 12px; }
    .when { min-width: 112px; }
    tr.past { color: var(--dim); }
    tr.current .when { font-weight: 600; color: var(--accent); }
    .balance { display: block; margin: 4px 0; }
    .balance .less { fill: #a64000; } .balance .more { fill: #0a5fa8; } .balance .zero { stroke: #59636e; }

    """

  private static let chart = """
    .drawn { overflow-x: auto; }
    .chart { position: relative; min-width: 860px; }
    .chart.long { display: inline-block; min-width: 0; }
    .timeline { display: block; position: relative; z-index: 1; pointer-events: none; overflow: visible; }
    .timeline [data-kind=project], .timeline [data-kind=session], .timeline .name { pointer-events: all; }
    .behind { position: absolute; inset: 0; width: 100%; table-layout: fixed; }
    .behind td, .behind th { position: relative; padding: 0; font-weight: 400; }
    .behind td[tabindex]:focus-visible { outline-offset: -2px; }
    .words { position: absolute; left: 0; bottom: 100%; opacity: 0; pointer-events: none; }
    td .words { z-index: 3; width: max-content; max-width: 360px; padding: 3px 8px; border-radius: 4px; background: var(--ink); color: var(--ground); font-size: 13px; line-height: 1.35; }
    td:nth-last-child(-n+6) .words { left: auto; right: 0; }
    td:hover > .words, td:focus > .words { opacity: 1; }
    .behind caption.words, .behind th .words { bottom: auto; top: 0; max-width: 100%; max-height: 100%; overflow: hidden; }
    .legend { display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 10px 0 0; padding: 0; list-style: none; font-size: 13px; color: var(--dim); }
    .legend svg { vertical-align: -1px; margin-right: 6px; overflow: visible; }
    .weeks { display: none; }

    """

  private static let narrow = """
    @media (max-width: 759px) {
      body { padding: 0 16px 24px; }
      .drawn { display: none; }
      .weeks { display: block; margin: 0; padding: 0; list-style: none; }
      .weeks > li { border-bottom: 1px solid var(--line); padding: 8px 0; }
      .weeks h3 { margin: 0; }
      .weeks > [aria-current] h3 { color: var(--accent); }
      .weeks > [aria-current] h3::after { content: ", now"; }
      .weeks ul { list-style: none; margin: 0; padding: 0; }
      .scroll .dates { display: none; }
      .scroll th, .scroll td { padding-right: 12px; min-width: 92px; }
    }

    """

  private static let night = """
    :root { --ink: #e6edf3; --dim: #a2abb5; --ground: #0d1117; --line: #30363d; --accent: #79b8f5; --soft: #161b22; }
    .balance .less { fill: #f2a672; } .balance .more { fill: #79b8f5; } .balance .zero { stroke: #a2abb5; }

    """

  private static let paper = """
    @media print {
      @page { size: A4 landscape; margin: 9mm; }
      html { font-size: 9pt; line-height: 1.25; }
      body { padding: 0; max-width: none; }
      .skip, nav, .now-part, footer, .weeks { display: none; }
      a { color: inherit; text-decoration: none; }
      h1 { font-size: 13pt; margin: 0 0 4pt; }
      h2 { font-size: 10pt; margin: 8pt 0 2pt; break-after: avoid; }
      .drawn { display: block; overflow: visible; }
      .chart { min-width: 0; }
      .scroll { overflow: visible; }
      .scroll th, .scroll td { padding-top: 1px; padding-bottom: 1px; }
      .scroll thead th, caption { font-size: inherit; }
      tr { break-inside: avoid; }
      .timeline-part h2, .shifts-part h2, .shifts-part caption { display: none; }
      .drawn { zoom: 0.78; }
      .shifts-part { break-inside: avoid; margin-top: 6pt; font-size: 8pt; line-height: 1.2; }
      .beside { display: block; break-before: page; }
    }

    """
}
