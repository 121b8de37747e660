"""The points of an answer, and the hard rules it breaks, straight from the definition."""

from facts import balance_points, distance_points
from files import DAY, TERMS


def points(facts, shifts, owners):
    """By term; `shifts` maps week and rotation to an engineer, `owners` a project to entries."""
    terms = dict.fromkeys(TERMS, 0)
    team, weight = facts.team, facts.weights
    held = {e: sorted(w for (w, _), holder in shifts.items() if holder == e) for e in team.engineers}
    for r, engineers in facts.eligible.items():
        for e in engineers:
            n = sum(holder == e for (_, rotation), holder in shifts.items() if rotation == r)
            terms["fair"] += weight["fair"] * distance_points(n, facts.target[e, r])
    for e, engineer in team.engineers.items():
        hard = sum(facts.holds_date(w, team.unpopular) for w in held[e])
        terms["unpopular"] += weight["unpopular"] * distance_points(
            hard, facts.unpopular_target[e]
        )
        before = facts.last_before(e)
        chain = ([before] if before else []) + sorted(set(held[e]))
        for one, next in zip(chain, chain[1:]):
            short = facts.ideal[e] - (next - one).days // 7
            terms["spacing"] += weight["spacing"] * max(0, short) ** 2
        terms["avoid"] += weight["avoid"] * sum(
            facts.holds_date(w, engineer.avoid) for w in held[e]
        )
        terms["prefer"] += weight["prefer"] * sum(
            facts.wants_week(e, w) and w not in held[e] for w in facts.weeks
        )
        weeks_owned = 0
        for p, project in facts.projects.items():
            mine = [entry for entry in owners.get(p, []) if entry.engineer == e]
            first = max(project.first, min((entry.first for entry in mine), default=project.first))
            last = min(project.last, max((entry.last for entry in mine), default=project.last))
            if not mine or first > last:
                wanted = p in engineer.wants and facts.may_own(e, p) and not facts.fixed[p]
                terms["want"] += weight["want"] * wanted
                continue
            owned = {w for w in facts.touched(p) if first <= w + 6 * DAY and last >= w}
            weeks_owned += len(owned)
            for w in set(facts.protected(p)) & owned:
                if w in held[e] or not facts.available(e, w):
                    terms["protect"] += facts.protect_weight(p)
        if facts.projects:
            terms["balance"] += weight["balance"] * balance_points(
                weeks_owned, facts.project_share[e]
            )
    return terms


def broken(facts, shifts, owners):
    """What of the hard rules an answer breaks, in words."""
    team, found = facts.team, []
    for w, r in facts.open:
        if (w, r) not in shifts:
            found.append(f"{w} {r} is unfilled")
    for (w, r), e in shifts.items():
        if (w, r) not in facts.open or not facts.can_hold(e, r, w):
            found.append(f"{e} cannot hold {w} {r}")
        if not facts.rests_from_others(e, w):
            found.append(f"{e} has no rest at {w} from another rota")
    for e, engineer in team.engineers.items():
        held = sorted(w for (w, _), holder in shifts.items() if holder == e)
        for one, next in zip(held, held[1:]):
            if (next - one).days // 7 <= team.rest:
                found.append(f"{e} has no rest between {one} and {next}")
        if engineer.max_shifts is not None and len(held) > engineer.max_shifts:
            found.append(f"{e} holds {len(held)} shifts")
        mine = [p for p in facts.projects if any(entry.engineer == e for entry in owners.get(p, []))]
        for p in mine:
            day = facts.decided_from(p)
            at_once = sum(facts.decided_from(q) <= day <= facts.projects[q].last for q in mine)
            if at_once > engineer.projects_at_once:
                found.append(f"{e} owns {at_once} projects on {day}")
    for (w, r), e in team.pins.items():
        if w in facts.weeks and shifts.get((w, r)) != e:
            found.append(f"{w} {r} is pinned to {e}")
    for p, project in facts.projects.items():
        names = [entry.engineer for entry in owners.get(p, [])]
        if len(set(names)) != project.needed or len(names) != project.needed:
            found.append(f"{p} needs {project.needed} owners, not {names}")
        found += [f"{e} may not own {p}" for e in names if not facts.may_own(e, p)]
        found += [f"{e} is a fixed owner of {p}" for e in facts.fixed[p] if e not in names]
    return found
