"""The problem as an integer program of binary variables, the same for both solvers.

An engineer's weeks are a path: through a node for a shift in the week, or a node for "long enough
since the last shift that nothing is due"; an arc between two shifts carries the spacing. Counts
have convex tables, a variable a unit. With both, the linear relaxation is tight.
"""

from files import DAY
from facts import balance_points, distance_points


class Program:
    def __init__(self, facts):
        self.facts, self.weights = facts, facts.weights
        self.costs, self.fixed, self.rows = [], {}, []
        self.constant = 0
        # By engineer: the variable of each week and rotation, of each week, of each project.
        self.shift, self.busy, self.own = ({e: {} for e in facts.team.engineers} for _ in range(3))
        self.is_impossible = False
        self.add_shifts()
        for e in facts.team.engineers:
            self.add_path(e)
            self.add_counts(e)
            self.add_wishes(e)
        self.add_owners()

    def variable(self, cost=0):
        self.costs.append(cost)
        return len(self.costs) - 1

    def row(self, terms, low, high):
        """low ≤ Σ coefficient · variable ≤ high; None is no limit."""
        if terms:
            self.rows.append((terms, low, high))
        elif (low or 0) > 0 or (high is not None and high < 0):
            self.is_impossible = True

    def add_shifts(self):
        facts, team = self.facts, self.facts.team
        for w, r in facts.open:
            able = [
                e
                for e in facts.eligible[r]
                if facts.can_hold(e, r, w) and facts.rests_from_others(e, w)
            ]
            for e in able:
                unwelcome = facts.holds_date(w, team.engineers[e].avoid)
                self.shift[e][w, r] = self.variable(self.weights["avoid"] * unwelcome)
            self.row([(1, self.shift[e][w, r]) for e in able], 1, 1)
        for (w, r), e in team.pins.items():
            if w in facts.weeks:
                pinned = self.shift[e].get((w, r))
                self.row([] if pinned is None else [(1, pinned)], 1, 1)
        for e in team.engineers:
            held = {}
            for (w, _), x in self.shift[e].items():
                held.setdefault(w, []).append((1, x))
            for w, terms in held.items():
                self.busy[e][w] = self.variable()
                self.row(terms + [(-1, self.busy[e][w])], 0, 0)

    def add_path(self, e):
        """One unit flows from the start of the period to its end."""
        facts = self.facts
        nearest, ideal, count = facts.team.rest + 1, facts.ideal[e], len(facts.weeks)
        into = {(kind, t): [] for kind in ("busy", "free") for t in range(count + 1)}
        out = {node: [] for node in into}

        def arc(start, end, short=0):
            if end[0] == "busy" and facts.weeks[end[1]] not in self.busy[e]:
                return
            flow = self.variable(self.weights["spacing"] * max(0, short) ** 2)
            into[end].append((1, flow))
            if start:
                out[start].append((1, flow))

        def after_shift(start, t):
            """What may follow a shift in week t, a week before the period where it is negative."""
            for u in range(max(0, t + nearest), min(count, t + ideal)):
                arc(start, ("busy", u), ideal - (u - t))
            arc(start, ("free", max(0, min(count, t + ideal))))

        begin = len(self.costs)
        before = facts.last_before(e)
        if before:
            after_shift(None, -((facts.weeks[0] - before).days // 7))
        else:
            arc(None, ("free", 0))
        self.row([(1, flow) for flow in range(begin, len(self.costs))], 1, 1)
        for t in range(count):
            if facts.weeks[t] in self.busy[e]:
                after_shift(("busy", t), t)
                arc(("free", t), ("busy", t))
            arc(("free", t), ("free", t + 1))
        for t in range(count):
            back = [(-1, flow) for _, flow in out["free", t]]
            self.row(into["free", t] + back, 0, 0)
            if busy := self.busy[e].get(facts.weeks[t]):
                self.row(into["busy", t] + [(-1, busy)], 0, 0)
                self.row([(c, flow) for c, flow in out["busy", t]] + [(-1, busy)], 0, 0)

    def count(self, terms, most, points):
        """Adds the points of a count, which are convex in it."""
        self.constant += points(0)
        units = [self.variable(points(n + 1) - points(n)) for n in range(most)]
        self.row(terms + [(-1, unit) for unit in units], 0, 0)

    def add_counts(self, e):
        facts, team = self.facts, self.facts.team
        weight = self.weights
        for r in team.rotations:
            if e in facts.eligible[r]:
                held = [(1, x) for (_, rotation), x in self.shift[e].items() if rotation == r]
                target = facts.target[e, r]
                self.count(held, len(held), lambda n: weight["fair"] * distance_points(n, target))
        held = [(1, y) for y in self.busy[e].values()]
        hard = [(1, y) for w, y in self.busy[e].items() if facts.holds_date(w, team.unpopular)]
        target = facts.unpopular_target[e]
        self.count(hard, len(hard), lambda n: weight["unpopular"] * distance_points(n, target))
        if team.engineers[e].max_shifts is not None and held:
            self.row(held, None, team.engineers[e].max_shifts)

    def add_wishes(self, e):
        for w in self.facts.weeks:
            if self.facts.wants_week(e, w):
                self.constant += self.weights["prefer"]
                if w in self.busy[e]:
                    self.costs[self.busy[e][w]] -= self.weights["prefer"]

    def add_owners(self):
        facts, team = self.facts, self.facts.team
        for p, project in facts.projects.items():
            able = [e for e in team.engineers if facts.may_own(e, p)]
            for e in able:
                self.own[e][p] = self.variable()
                self.add_ownership(e, p)
            self.row([(1, self.own[e][p]) for e in able], project.needed, project.needed)
            for e in facts.fixed[p]:
                self.row([(1, self.own[e][p])] if e in able else [], 1, 1)
        for e, engineer in team.engineers.items():
            mine = list(self.own[e])
            for p in mine:
                day = facts.decided_from(p)
                at_once = [
                    (1, self.own[e][q])
                    for q in mine
                    if facts.decided_from(q) <= day <= facts.projects[q].last
                ]
                if len(at_once) > engineer.projects_at_once:
                    self.row(at_once, None, engineer.projects_at_once)
            if facts.projects:
                weeks = [(len(facts.touched(p)), self.own[e][p]) for p in mine]
                share, weight = facts.project_share[e], self.weights["balance"]
                most = min(
                    sum(n for n, _ in weeks), max(1, engineer.projects_at_once) * len(facts.weeks) * 2
                )
                self.count(weeks, most, lambda k: weight * balance_points(k, share))

    def add_ownership(self, e, p):
        """What it costs that an engineer owns a project for its whole life."""
        facts, own = self.facts, self.own[e][p]
        if p in facts.team.engineers[e].wants and not facts.fixed[p]:
            self.constant += self.weights["want"]
            self.costs[own] -= self.weights["want"]
        for w in set(facts.protected(p)) & set(facts.touched(p)):
            if not facts.available(e, w):
                self.costs[own] += facts.protect_weight(p)
            elif w in self.busy[e]:
                both = self.variable(facts.protect_weight(p))
                self.row([(1, both), (-1, own), (-1, self.busy[e][w])], -1, None)

    def answer(self, values):
        """The shifts and owners that values of the variables stand for."""
        shifts, owners = {}, {}
        for e in self.facts.team.engineers:
            shifts |= {slot: e for slot, x in self.shift[e].items() if values[x] > 0.5}
            for p, x in self.own[e].items():
                if values[x] > 0.5:
                    owners.setdefault(p, []).append(e)
        return shifts, owners
