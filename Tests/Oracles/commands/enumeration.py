"""The best answer of a tiny team by trying every one, straight from the definition."""

import itertools

from files import Entry
from referee import broken, points

MOST = 3000


class TooMany(Exception):
    """More answers than are worth trying."""


def shift_answers(facts, given=None):
    """Every way to hold the open shifts that keeps the rules of shifts.

    What is `given` stays as it is, broken rules and holes included (nobody is None there).
    """
    given = given or {}
    held = {shift: e for shift, e in given.items() if e}
    open_shifts = [shift for shift in facts.open if shift not in given]
    team, found = facts.team, []

    def place(index):
        if index == len(open_shifts):
            found.append(dict(held))
            if len(found) > MOST:
                raise TooMany
            return
        w, r = open_shifts[index]
        for e in team.engineers:
            if fits(e, w, r):
                held[w, r] = e
                place(index + 1)
                del held[w, r]

    def fits(e, w, r):
        mine = [week for (week, _), holder in held.items() if holder == e]
        most = team.engineers[e].max_shifts
        return (
            facts.can_hold(e, r, w)
            and team.pins.get((w, r), e) == e
            and facts.rests_from_others(e, w)
            and all(abs((w - week).days) // 7 > team.rest for week in mine)
            and (most is None or len(mine) < most)
        )

    place(0)
    return found


def owner_answers(facts):
    """Every way to name owners for the whole life of the projects to decide."""
    choices = []
    for p, project in facts.projects.items():
        able = [e for e in facts.team.engineers if facts.may_own(e, p)]
        sets = [s for s in itertools.combinations(able, project.needed) if set(facts.fixed[p]) <= set(s)]
        choices.append([(p, [Entry(e) for e in names]) for names in sets])
    return [dict(answer) for answer in itertools.product(*choices)]


def best(facts):
    """The fewest points, or None where no answer keeps every rule."""
    shifts, owners = shift_answers(facts), owner_answers(facts)
    if len(shifts) * len(owners) > MOST:
        raise TooMany
    found = [
        sum(points(facts, s, o).values()) for o in owners for s in shifts if not broken(facts, s, o)
    ]
    return min(found, default=None)


def mended(facts, base, frozen):
    """The fewest changed shifts, and the fewest points with them; None where no answer keeps every
    rule. Of teams without projects, and of rotas without covers."""
    given = {(w, r): base.get((w, r)) for w in frozen for r in facts.team.rotations}
    pinned = [key for key in facts.team.pins if key[0] in facts.weeks and key[0] not in frozen]
    if any(key not in facts.open for key in pinned):
        return None
    answers = []
    for shifts in shift_answers(facts, given):
        changed = sum(
            base[shift] != e for shift, e in shifts.items() if shift in base and shift[0] not in frozen
        )
        answers.append((changed, sum(points(facts, shifts, {}).values())))
    return min(answers, default=None)
