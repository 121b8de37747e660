package import Diagnostics

/// The text of the team file that `rota init` writes: a few lines that make a rota, and every
/// other key as a comment: behind `# ` stands prose, behind `#` or `#  ` a key to uncomment.
///
/// - Parameters:
///   - zone: the machine's time zone; nil where it is not known: then the first lines ask for it.
///   - engineers: entries of `engineers:`; without any, three made-up ones stand there.
package func starterTeamFile(zone: String?, engineers: [JSON.Member] = []) -> String {
  let ask = """
    # Please say where you are: write your time zone below, for `#timezone:`. Until then all dates
    # and times are those of UTC.

    """
  let line =
    zone.map {
      "# That of the machine this was written on; all dates and times are in it.\ntimezone: \($0)"
    }
    ?? "#timezone: Europe/Berlin          # an IANA name; all dates and times are in it"
  let people = engineers.isEmpty ? examples : engineers
  return head + (zone == nil ? ask : "") + "\nteam: Our Team\n" + line + "\nengineers:\n"
    + people.map { "  \(flow($0))\n" }.joined() + rest
}

private let examples: [JSON.Member] = ["ada", "grace", "alan"].map { id in
  .init(id, ["name": .string(id.prefix(1).uppercased() + id.dropFirst() + " Example")])
}

private let head = """
  # yaml-language-server: $schema=team.schema.json
  # (That file makes editors complete and check this one; `rota schema` prints it anew.)
  #
  # The team: who is on it, what goes round, what is being built. These few lines make a rota:
  # run `rota generate`. To use one of the keys below, take away the `#` in front of it.
  # `rota help config` explains them all.

  """

private let rest = """
  # A line of its own for everything else there is to say of somebody, by the same keys:
  #  edsger:
  #    name: Edsger Example
  #    email: edsger@example.com
  #    aliases: [E. Example]        # other spellings of the name in feeds and imported tables
  #    accounts: { slack: U012345 } # who they are in other systems
  #    joined: 2024-03-01           # first day on the team
  #    leaves: 2032-06-30           # last day; leavers stay in the file, so that history is read
  #    load: 80%                    # of a full turn
  #    workdays: [Mon, Tue, Wed, Thu]
  #    holidays: bavaria            # a list below, or none
  #    skills: [terraform, vault]
  #    away: [2027-02-08 to 2027-02-19, 2027-03-01]
  #    avoid: [2027-05-03]          # weeks that hold these days are unwelcome
  #    prefer: [2027-W12]
  #    max_shifts: 3                # a period
  #    projects_at_once: 2
  #    wants: [vault-migration]

  # When and where.
  #handover: Monday 09:00           # one shift ends, the next begins
  #workdays: [Mon, Tue, Wed, Thu, Fri]
  #rest: 1                          # free weeks between two shifts of an engineer
  #away_days_allowed: 0             # working days one may miss in a shift week
  #rotas: rotas                     # the folder of the rota files

  # Public holidays by name; `default` holds for everyone who names no list.
  #holidays:
  #  default: [2027-01-01, 2027-12-25]
  #  bavaria:
  #    - 2027-01-06
  #    - calendar: holidays/bavaria.ics

  # Calendars of the whole team's time off: their events name people.
  #away:
  #  - calendar: time-off/everyone.ics
  #    only: [vacation, sick leave] # words of the titles and categories that count,
  #    except: [home office]        # and of those that do not
  #    counts: all                  # also what is marked as free

  # The duties that go round. Without this there is one, `service`.
  #rotations:
  #  service:
  #    name: Service tasks
  #    members: all                 # or a list: [ada, grace from 2026-10-01, alan until 2027-03-31]
  #    skills: []                   # each holder has all of them

  # What is being built, and who owns it.
  #projects:
  #  vault-migration:
  #    name: Move secrets to Vault
  #    start: 2027-01-11
  #    end: 2027-03-05
  #    owners: 1                    # how many, or who: [ada, grace]
  #    skills: [vault]
  #    protect: edges               # weeks without shifts for its owners: edges, all, none, dates
  #    customer: Checkout
  #    pair_with: [Dora Kim <dora@example.com>]
  #    pairing: { at: Tuesday 14:00, for: 90 minutes }
  #    introduces: HashiCorp Vault  # something new: it ends with a knowledge-sharing session
  #    share_with: everyone         # or team
  #    docs: required               # or none, or a link once written

  # Shifts decided by a person, by a date of their week.
  #pins:
  #  2027-01-04: { service: ada }

  # Weeks that nobody likes are shared out on their own, over the years.
  #unpopular: [2026-12-21 to 2027-01-02]

  # Knowledge sharing after projects that introduced something, and the monthly feedback.
  #sharing: { at: Thursday 16:00, for: 45 minutes, within: 4 weeks }
  #feedback:
  #  at: first Thursday 15:00
  #  thanks: 20 minutes
  #  improvements: 40 minutes
  #  guests: [lead@example.com]
  #  agenda: What is your team's goal? How can we serve it?

  # Points of the soft rules: `rota rules` explains them.
  #weights: { fair: 4 }

  """
