"""What follows from the files: who can hold what, shares, targets, fixed owners."""

from files import DAY


def half_up(a, b):
    return (2 * a + b) // (2 * b)


class Facts:
    def __init__(self, team, rotas, days):
        self.team, self.weights = team, team.weights
        start = team.week_holding(days[0])
        start += 0 * DAY if start >= days[0] else 7 * DAY
        self.weeks = []
        while start <= days[1]:
            self.weeks.append(start)
            start += 7 * DAY
        self.earlier = sorted((r for r in rotas if r.first < days[0]), key=lambda r: r.first)
        self.later = [r for r in rotas if r.first > days[0]]
        self.cache = {}
        self.eligible = {
            r: [
                e
                for e, engineer in team.engineers.items()
                if rotation.skills <= engineer.skills
                and any(entry.engineer == e for entry in rotation.members)
            ]
            for r, rotation in team.rotations.items()
        }
        self.open = [(w, r) for w in self.weeks for r in team.rotations if not self.closed(r, w)]
        self.find_other_shifts()
        self.find_shares()
        self.find_projects()

    # Weeks

    def working(self, e, w):
        engineer = self.team.engineers[e]
        return [w + n * DAY for n in range(7) if engineer.works(w + n * DAY)]

    def available(self, e, w):
        if (e, w) not in self.cache:
            engineer = self.team.engineers[e]
            working = self.working(e, w)
            away = sum(day in engineer.away for day in working)
            self.cache[e, w] = (
                engineer.on_team(w, w + 6 * DAY)
                and away <= self.team.away_days_allowed
                and len(working) > away
            )
        return self.cache[e, w]

    def member(self, e, r, w):
        spans = [m for m in self.team.rotations[r].members if m.engineer == e]
        return all(any(m.first <= w + n * DAY <= m.last for m in spans) for n in range(7))

    def in_rotation(self, e, r, w):
        """e is in E(r, w)."""
        key = e, r, w
        if key not in self.cache:
            self.cache[key] = (
                self.team.rotations[r].skills <= self.team.engineers[e].skills
                and self.member(e, r, w)
            )
        return self.cache[key]

    def can_hold(self, e, r, w):
        return self.available(e, w) and self.in_rotation(e, r, w)

    def closed(self, r, w):
        present = {
            m.engineer
            for m in self.team.rotations[r].members
            if self.team.engineers[m.engineer].on_team(w, w + 6 * DAY)
            and self.member(m.engineer, r, w)
        }
        return bool(present) and not any(self.working(e, w) for e in present)

    def holds_date(self, w, dates):
        return any(w + n * DAY in dates for n in range(7))

    # Shares

    def accruals(self, r, w):
        able = [e for e in self.eligible[r] if self.can_hold(e, r, w)]
        loads = sum(self.team.engineers[e].load for e in able)
        return {e: half_up(1_000_000 * self.team.engineers[e].load, loads) for e in able}

    def past_of_week(self, rota, r, w):
        """Held minus accrued, by engineer; empty for a week that is left out."""
        holder = rota.shifts[w, r]
        if holder not in self.team.engineers or not self.in_rotation(holder, r, w):
            return {}
        balance = {e: -share for e, share in self.accruals(r, w).items()}
        balance[holder] = balance.get(holder, 0) + 1_000_000
        working = self.working(holder, w)
        for first, last, rotation, stand_in in rota.covers:
            if rotation == r and w <= first <= w + 6 * DAY and stand_in in self.team.engineers:
                covered = sum(first <= day <= last for day in working)
                moved = half_up(1_000_000 * covered, len(working)) if covered else 0
                balance[holder] -= moved
                balance[stand_in] = balance.get(stand_in, 0) + moved
        return balance

    def find_shares(self):
        people, rotations = self.team.engineers, self.team.rotations
        accrued = {(e, r): 0 for e in people for r in rotations}
        past = dict(accrued)
        hard_accrued, hard_past = {e: 0 for e in people}, {e: 0 for e in people}
        for w in self.weeks:
            for r in rotations:
                for e, share in self.accruals(r, w).items():
                    accrued[e, r] += share
                    if self.holds_date(w, self.team.unpopular):
                        hard_accrued[e] += share
        since = self.weeks[0] - 104 * 7 * DAY
        for rota in self.earlier:
            for w, r in rota.shifts:
                if r in rotations and since <= w < self.weeks[0]:
                    for e, balance in self.past_of_week(rota, r, w).items():
                        past[e, r] += balance
                        if self.holds_date(w, self.team.unpopular):
                            hard_past[e] += balance

        def target(accrued, past):
            if accrued == 0:
                return 0
            return half_up(accrued - max(-2_000_000, min(2_000_000, past)), 10_000)

        self.target = {key: target(accrued[key], past[key]) for key in accrued}
        self.unpopular_target = {e: target(hard_accrued[e], hard_past[e]) for e in people}
        self.ideal = {}
        for e in people:
            share = sum(accrued[e, r] for r in rotations)
            weeks = sum(any(self.can_hold(e, r, w) for r in rotations) for w in self.weeks)
            distance = min(8, 1_000_000 * weeks // share) if share else 0
            self.ideal[e] = max(self.team.rest + 1, distance)

    def find_other_shifts(self):
        """The weeks that everybody holds in the rotas before and after."""
        self.before, self.after = {}, {}
        for weeks, rotas in (self.before, self.earlier), (self.after, self.later):
            for rota in rotas:
                for (w, _), holder in rota.shifts.items():
                    weeks.setdefault(holder, []).append(w)

    def last_before(self, e):
        return max(self.before.get(e, []), default=None)

    def rests_from_others(self, e, w):
        others = self.before.get(e, []) + self.after.get(e, [])
        return all(abs((w - other).days) // 7 > self.team.rest for other in others)

    def wants_week(self, e, w):
        """A `prefer` week in which the engineer could serve."""
        return self.holds_date(w, self.team.engineers[e].prefer) and any(
            self.can_hold(e, r, w) for open_week, r in self.open if open_week == w
        )

    # Projects

    def find_projects(self):
        start, end = self.weeks[0], self.weeks[-1] + 6 * DAY
        self.projects = {
            p: project
            for p, project in self.team.projects.items()
            if project.first <= end and project.last >= start
        }
        self.fixed = {}
        for p, project in self.projects.items():
            self.fixed[p] = list(project.named)
            if not project.named:
                naming = [r.owners[p] for r in self.earlier if r.owners.get(p)]
                last = [m for m in naming[-1] if m.first <= project.last <= m.last] if naming else []
                kept = [m for m in last if m.engineer in self.team.engineers]
                kept = [m for m in kept if self.may_own(m.engineer, p)]
                if len(kept) <= project.needed:
                    self.fixed[p] = [m.engineer for m in kept]
        total = sum(project.needed * len(self.touched(p)) for p, project in self.projects.items())
        claims = {
            e: engineer.load * sum(self.available(e, w) for w in self.weeks)
            for e, engineer in self.team.engineers.items()
        }
        whole = sum(claims.values())
        self.project_share = {
            e: half_up(100 * total * claim, whole) if whole else 0 for e, claim in claims.items()
        }

    def decided_from(self, p):
        return max(self.projects[p].first, self.weeks[0])

    def may_own(self, e, p):
        engineer, project = self.team.engineers[e], self.projects[p]
        first = self.decided_from(p)
        if not (project.skills <= engineer.skills and engineer.on_team(first, project.last)):
            return False
        days = [first + n * DAY for n in range((project.last - first).days + 1)]
        working = [day for day in days if engineer.works(day)]
        return 2 * sum(day in engineer.away for day in working) <= len(working)

    def touched(self, p):
        project = self.projects[p]
        return [w for w in self.weeks if project.first <= w + 6 * DAY and project.last >= w]

    def protected(self, p):
        project = self.projects[p]
        if project.protect == "none":
            return []
        if project.protect == "all":
            return self.touched(p)
        dates = {project.first, project.last} if project.protect == "edges" else project.protect
        return [w for w in self.weeks if self.holds_date(w, dates)]

    def protect_weight(self, p):
        return self.weights["protect_sole" if self.projects[p].needed == 1 else "protect_shared"]


def distance_points(n, target):
    """Q(n, T)."""
    least = min(50 * m * m - target * m for m in range(max(0, target) // 100 + 3))
    return 50 * n * n - target * n - least


def balance_points(k, share):
    """B(k)."""
    sums, total = [0], 0
    for j in range(max(k, share // 100 + 3)):
        total += (100 * j + 50 - share) // 50
        sums.append(total)
    return sums[k] - min(sums)
