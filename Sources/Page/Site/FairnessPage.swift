import Dates
import RotaModel
import Rules
import Views

/// Balances as bars and numbers. What depends on the day, planned shifts and whom to ask for a cover,
/// is left to the command.
struct FairnessPage {
  static let path = "fairness.html"
  let facts: SiteFacts

  init(_ facts: SiteFacts) { self.facts = facts }

  var page: SitePage {
    SitePage(
      path: FairnessPage.path, heading: Markup("Fairness"), title: "Fairness, \(facts.title)",
      main: facts.fairness.map(parts)
        ?? [.element(.p, Markup("No week is on file."))])
  }

  private func parts(_ view: FairnessView) -> [Markup] {
    let span = view.fairness.span
    let intro = Markup.element(
      .p,
      Markup(
        "\(weeks(span.count)), from \(span.first) to \(span.last), those still planned among them. "
          + "The balance is what somebody held less their share: who has done more than was owed is "
          + "above 0."))
    let sentences = view.timelessSentences.map {
      Markup.element(.p, .sentence($0, of: facts.team))
    }
    let rotations = view.rotations.enumerated().flatMap { index, rotation -> [Markup] in
      let accounts = view.accounts(of: rotation)
      return accounts.isEmpty ? [] : [part(rotation, "rotation-\(index + 1)", accounts)]
    }
    return [intro] + sentences + rotations + unpopular(view) + [covers(view)]
  }

  private func part(
    _ rotation: Rotation, _ id: String,
    _ accounts: [(engineer: EngineerID, account: ShareAccounts.Account)]
  ) -> Markup {
    let most = accounts.map { Int($0.account.balance.magnitude) }.max() ?? 0
    return .part(
      id, rotation.name,
      [
        .table(
          "Balances of \(rotation.name), in shifts",
          head: ["engineer", "less and more than the share", "balance", "share", "held"],
          classes: ["", "bars", "number", "number", "number"],
          rows: accounts.map { entry in
            [
              facts.person(entry.engineer, from: FairnessPage.path),
              BalanceBar(entry.account.balance, most: most).drawn,
              Markup(signedShifts(entry.account.balance)), Markup(shifts(entry.account.share)),
              Markup(shifts(entry.account.held)),
            ]
          })
      ])
  }

  private func unpopular(_ view: FairnessView) -> [Markup] {
    let rows = view.fairness.rows.filter { !$0.unpopular.isBlank }
    guard !rows.isEmpty else { return [] }
    let most = rows.map { Int($0.unpopular.balance.magnitude) }.max() ?? 0
    return [
      .part(
        "unpopular", "Unpopular weeks",
        [
          .table(
            "Unpopular weeks of all rotations, in shifts",
            head: [
              "engineer", "less and more than the share", "balance", "share", "held", "held weeks",
            ],
            classes: ["", "bars", "number", "number", "number"],
            rows: rows.map { row in
              [
                facts.person(row.engineer, from: FairnessPage.path),
                BalanceBar(row.unpopular.balance, most: most).drawn,
                Markup(signedShifts(row.unpopular.balance)), Markup(shifts(row.unpopular.share)),
                Markup(shifts(row.unpopular.held)),
                .joined(row.unpopular.weeks.map { .date($0.start) }, by: ", "),
              ]
            })
        ])
    ]
  }

  private func covers(_ view: FairnessView) -> Markup {
    .part(
      "covers", "Covers and distances",
      [
        .table(
          "Days stood in, and weeks between shifts of any rotation",
          head: ["engineer", "stood in", "was covered", "nearest", "farthest"],
          classes: ["", "number", "number", "number", "number"],
          rows: view.fairness.rows.map { row in
            [
              facts.person(row.engineer, from: FairnessPage.path), Markup(days(row.stoodInDays)),
              Markup(days(row.coveredDays)), Markup(row.nearest.map(weeks) ?? ""),
              Markup(row.farthest.map(weeks) ?? ""),
            ]
          })
      ])
  }
}

/// A balance as a bar: to the left of the line for less than the share, to the right for more.
struct BalanceBar {
  private let balance: Int
  private let most: Int

  static let width = 160

  /// - Parameter most: the largest size of a balance in the table.
  init(_ balance: Int, most: Int) {
    self.balance = balance
    self.most = most
  }

  /// In pixels; the largest balance fills its side.
  var length: Int {
    let side = BalanceBar.width / 2 - 2
    return most == 0 ? 0 : (Int(balance.magnitude) * side + most / 2) / most
  }

  var drawn: Markup {
    let middle = BalanceBar.width / 2
    return .element(
      .svg,
      [
        Attribute(.width, BalanceBar.width), Attribute(.height, 14), Attribute(.hidden, "true"),
        .classed("balance"),
      ],
      .element(
        .rect,
        [
          .classed(balance < 0 ? "less" : "more"),
          Attribute(.x, balance < 0 ? middle - length : middle), Attribute(.y, 2),
          Attribute(.width, length), Attribute(.height, 10),
        ]),
      .element(
        .line,
        [
          .classed("zero"), Attribute(.x1, middle), Attribute(.x2, middle), Attribute(.y1, 0),
          Attribute(.y2, 14),
        ]))
  }
}
