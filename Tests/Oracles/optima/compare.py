"""Compares Rota with two general solvers on the same team files.

usage: compare.py ROTA FOLDER [SECONDS]     (FOLDER/SIZE/SEED/ as `rota-bench teams` writes them)
"""

import collections
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys

import peers
import referee
from facts import Facts
from files import Entry, date, read
from program import Program

TODAY = "2026-12-01"


class Failed(Exception):
    """Rota gave no answer: a signal, an internal error, a file that it refuses."""


def rota_generate(rota, folder, arguments):
    """The JSON of `rota generate`, and the seconds of its solving."""
    run = subprocess.run(
        [rota, "generate", *arguments, "--team", folder / "team.yaml", "--today", TODAY,
         "--dry-run", "--format", "json", "--timings"],
        capture_output=True, text=True,
    )
    time = re.search(r"^solve: ([\d.]+) ms", run.stderr, re.MULTILINE)
    if run.returncode not in (0, 3) or not time:
        raise Failed(f"exit status {run.returncode}: {run.stderr.strip()[-200:]}")
    return json.loads(run.stdout), float(time[1]) / 1000


def judged(facts, ours):
    """What is wrong with Rota's own numbers."""
    shifts = {(date(s["week"]), s["rotation"]): s["engineer"] for s in ours["shifts"]}
    owners = {p: [Entry(text) for text in entries] for p, entries in ours["owners"].items()}
    wrong = referee.broken(facts, shifts, owners)
    terms = referee.points(facts, shifts, owners)
    wrong += [
        f"{term} is {ours['terms'][term]}, not {points}"
        for term, points in terms.items()
        if ours["terms"][term] != points
    ]
    if ours["points"] != sum(terms.values()):
        wrong.append(f"points are {ours['points']}, not {sum(terms.values())}")
    for e, rotations in ours["engineers"].items():
        for r, share in rotations.items():
            if share["target"] != facts.target[e, r]:
                wrong.append(f"target of {e} is {share['target']}, not {facts.target[e, r]}")
    return wrong


def checked(facts, program, answer):
    """Whether a peer's answer is worth what the program says: a check of our own model."""
    if answer.values is None:
        return []
    shifts, owners = program.answer(answer.values)
    spans = {p: [Entry(e) for e in names] for p, names in owners.items()}
    total = sum(referee.points(facts, shifts, spans).values())
    wrong = referee.broken(facts, shifts, spans)
    # A cost below an optimum is slack that an answer without proof may leave.
    if total > answer.points or (answer.status == "optimal" and total != answer.points):
        wrong.append(f"{answer.peer}: {answer.points} points in the program, {total} by definition")
    return wrong


def disagreements(ours, answer):
    status = ours["status"]
    if "infeasible" in (status, answer.status):
        proved_otherwise = {"optimal", "feasible", "infeasible"}
        if {status, answer.status} <= proved_otherwise and status != answer.status:
            return [f"Rota: {status}, {answer.peer}: {answer.status}"]
        return []
    wrong = []
    if answer.points is not None and ours["bound"] > answer.points:
        wrong.append(f"Rota's bound is {ours['bound']}, {answer.peer} has {answer.points} points")
    if answer.bound is not None and ours.get("points", answer.bound) < answer.bound:
        wrong.append(f"Rota has {ours['points']} points, {answer.peer}'s bound is {answer.bound}")
    return wrong


def compare(rota, folder, limit):
    team, rotas, days, arguments = read(folder)
    facts = Facts(team, rotas, days)
    ours, seconds = rota_generate(rota, folder, arguments)
    wrong = judged(facts, ours) if "shifts" in ours else []
    program = Program(facts)
    if program.is_impossible:
        answers = [peers.Answer("the referee", "infeasible", 0)]
    else:
        answers = [peers.cp_sat(program, limit)]
        # The better of the two is wanted: the second gets hardly longer than the first took.
        answers.append(peers.highs(program, min(limit, max(5, answers[0].seconds))))
    for answer in answers:
        wrong += checked(facts, program, answer) + disagreements(ours, answer)
    return ours, seconds, answers, wrong


def gap(points, bound):
    return (points - bound) / max(1, points)


DONE = ("optimal", "infeasible")


def peer_seconds(answers):
    """What the better peer took: to its proof where it has one, else as long as it was given."""
    done = [a.seconds for a in answers if a.status in DONE]
    return min(done, default=max(a.seconds for a in answers))


def milliseconds(seconds):
    return f"{1000 * seconds:,.{1 if seconds < 0.01 else 0}f} ms"


def row(size, results):
    """A size as a row of the README's table: the better peer is chosen team by team."""
    ours = [seconds for _, seconds, _ in results]
    peers = [peer_seconds(answers) for _, _, answers in results]
    proved = sum(r["status"] in DONE for r, _, _ in results)
    peer_proved = sum(any(a.status in DONE for a in answers) for _, _, answers in results)
    slower = sum(own > peer for own, peer in zip(ours, peers))
    gaps = [gap(r["points"], r["bound"]) for r, _, _ in results if "points" in r]
    times = statistics.median(peers) / statistics.median(ours)
    return (
        f"| {size} | {len(results)} | {proved} ({max(gaps, default=0):.2%}) | {peer_proved} "
        f"| {milliseconds(statistics.median(ours))} | {milliseconds(statistics.median(peers))} "
        f"| {times:.{1 if times < 10 else 0}f} "
        f"| {milliseconds(max(ours))} | {milliseconds(max(peers))} | {slower} |"
    )


HEAD = """| engineers × weeks × rotations + projects | teams | proved (widest gap) | by a peer | median | peer | times | worst | peer | slower |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"""


def main(rota, folder, limit):
    results, failures, tally = collections.defaultdict(list), [], collections.Counter()
    for team in sorted(pathlib.Path(folder).glob("*/*/team.yaml")):
        size = team.parent.parent.name
        try:
            ours, seconds, answers, wrong = compare(rota, team.parent, limit)
        except Failed as failed:
            tally["without an answer"] += 1
            failures.append(f"{team}: {failed}")
            continue
        results[size].append((ours, seconds, answers))
        peer_done = any(answer.status in ("optimal", "infeasible") for answer in answers)
        tally[
            "different" if wrong
            else "a peer timed out" if not peer_done
            else "not proved here" if ours["status"] not in ("optimal", "infeasible")
            else "equal"
        ] += 1
        failures += [f"{team}: {text}" for text in wrong]
        print(
            f"{size}/{team.parent.name}: {ours['status']} {ours.get('points', '')} in {seconds:.3f} s, "
            + ", ".join(f"{a.peer} {a.status} {a.points or ''} in {a.seconds:.3f} s" for a in answers),
            *wrong, sep="\n  ", file=sys.stderr, flush=True,
        )
    print(f"Solving time, on {os.cpu_count()} cores, at most {limit:.0f} s for a peer:\n\n{HEAD}")
    for size, rows in results.items():
        print(row(size, rows))
    print(", ".join(f"{number} {outcome}" for outcome, number in sorted(tally.items())))
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else 60))
