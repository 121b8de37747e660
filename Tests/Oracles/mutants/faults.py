"""Faults: what could be written wrongly in a text, and how a build holds it beside what is right.

An operator becomes one of its own (`<` becomes `<†‡‡`, whose signs are the fault's number) that does
the wrong thing where that number is planted: precedence and types stay as they are, and nothing needs
to be parsed. Conditions, numbers and statements are wrapped in calls.
"""

import re
from dataclasses import dataclass

from swift_text import bracket_end, clauses, code_only

# The operator, what it is taken for, the type's constraint, its precedence.
COMPARED = [
    ("<", "<="), ("<", ">"), ("<=", "<"), ("<=", ">="),
    (">", ">="), (">", "<"), (">=", ">"), (">=", "<="),
]  # fmt: skip
MOVED = [("+", "-"), ("-", "+")]
MULTIPLIED = [("*", "+", "Numeric"), ("/", "*", "BinaryInteger"), ("%", "/", "BinaryInteger")]
WRAPPED = [("&+", "&-", "Addition"), ("&-", "&+", "Addition"), ("&*", "&+", "Multiplication")]


@dataclass(frozen=True)
class Fault:
    path: str
    line: int
    kind: str
    # The line as it is, trimmed, and what is done to it: the fault's name from version to version.
    text: str
    what: str
    # What is written instead of `[start, end)`, with `§` for the number, which Swift
    # has no use for; a second piece closes a call.
    edits: tuple[tuple[int, int, str], ...]
    # Declarations at the end of the file.
    helper: str

    @property
    def name(self):
        return f"{self.path}: {self.what}: {self.text}"


def signs(number):
    return "".join("†‡"[int(bit)] for bit in format(number, "b"))


def operator_helper(right, body, signature, precedence):
    return (
        f"infix operator {right}§S: {precedence}\n"
        f"fileprivate func {right}§S {signature} {{ {body} }}\n"
    )


def operators():
    """Each operator with what it is taken for, and the declaration that does so."""
    for right, wrong in COMPARED:
        yield "comparison", right, wrong, operator_helper(
            right, f"planted(§) ? a {wrong} b : a {right} b",
            "<T: Comparable>(a: T, b: T) -> Bool", "ComparisonPrecedence")  # fmt: skip
    for right, wrong in [("==", "!="), ("!=", "==")]:
        yield "comparison", right, wrong, operator_helper(
            right, f"planted(§) ? a {wrong} b : a {right} b",
            "<T: Equatable>(a: T, b: T) -> Bool", "ComparisonPrecedence")  # fmt: skip
    for right, wrong in [("&&", "||"), ("||", "&&")]:
        yield "connective", right, wrong, operator_helper(
            right,
            f"if planted(§) {{ try a {wrong} b() }} else {{ try a {right} b() }}",
            "(a: Bool, b: @autoclosure () throws -> Bool) rethrows -> Bool",
            f"Logical{'Conjunction' if right == '&&' else 'Disjunction'}Precedence",
        )
    for right, wrong in MOVED:
        # Days as well as numbers; not the sums of lists and texts.
        yield "arithmetic", right, wrong, operator_helper(
            right, f"a.advanced(by: planted(§) ? {wrong}b : {right}b)",
            "<T: Strideable>(a: T, b: T.Stride) -> T", "AdditionPrecedence")  # fmt: skip
    arithmetic = [(right, wrong, "Multiplication", type) for right, wrong, type in MULTIPLIED]
    arithmetic += [(*each, "FixedWidthInteger") for each in WRAPPED]
    for right, wrong, precedence, constraint in arithmetic:
        yield "arithmetic", right, wrong, operator_helper(
            right, f"planted(§) ? a {wrong} b : a {right} b",
            f"<T: {constraint}>(a: T, b: T) -> T", f"{precedence}Precedence")  # fmt: skip
    for right, wrong in [("+=", "-="), ("-=", "+=")]:
        yield "arithmetic", right, wrong, (
            f"infix operator {right}§S: AssignmentPrecedence\n"
            f"fileprivate func {right}§S <T: Numeric>(a: inout T, b: T) "
            f"{{ if planted(§) {{ a {wrong} b }} else {{ a {right} b }} }}\n"
        )
    for right, kind in [("..<", "Range"), ("...", "ClosedRange")]:
        shorter = f"a {right} (a < b ? b.advanced(by: -1) : b)"
        yield "range", right, "one less", operator_helper(
            right, f"planted(§) ? {shorter} : a {right} b",
            f"<T: Strideable>(a: T, b: T) -> {kind}<T> where T.Stride: SignedInteger",
            "RangeFormationPrecedence")  # fmt: skip


CALLS = {
    "condition": "fileprivate func condition§(_ right: Bool, _ wrong: Bool) -> Bool "
    "{ planted(§) ? wrong : right }\n",
    # Of one type: a generic one would have the type checker try every overload around it.
    "number": "fileprivate func number§(_ right: Int, _ wrong: Int) -> Int "
    "{ planted(§) ? wrong : right }\n",
    "truth": "fileprivate func truth§(_ right: Bool) -> Bool { planted(§) != right }\n",
    "extreme": "fileprivate func extreme§<T: Comparable>(_ a: T, _ b: T) -> T "
    "{ planted(§) ? RIGHT(a, b) : WRONG(a, b) }\n",
    "statement": "",
}


def faults_in(path, text):
    """Every fault that could be planted in a file, in the order of the text."""
    code = code_only(text)
    lines = text.split("\n")

    def fault(kind, what, start, edits, helper):
        number = text.count("\n", 0, start)
        return Fault(path, number + 1, kind, lines[number].strip(), what, tuple(edits), helper)

    found = []
    for kind, right, wrong, helper in operators():
        around = ("(?<=[\\w)\\]])", "(?=[\\w(\\-])") if kind == "range" else ("(?<=\\s)", "(?=\\s)")
        for match in re.finditer(around[0] + re.escape(right) + around[1], code):
            # The type checker is used to long sums of its own operators only.
            if kind != "connective" and operations(code, match.start()) > 3:
                continue
            found.append(
                fault(kind, f"{right} as {wrong}", match.start(),
                      [(match.start(), match.end(), f"{right}§S")], helper)  # fmt: skip
            )
    for match in re.finditer(r"\b(if|guard|where|while)\s", code):
        ranges, _ = clauses(code, match.end())
        for start, end in ranges:
            start += len(code[start:end]) - len(code[start:end].lstrip())
            end = start + len(code[start:end].rstrip())
            clause = code[start:end]
            if re.match(r"(let|var|case|await|try|#)\b|#", clause) or not clause or "{" in clause:
                continue
            # Constraints of generics, cases with a `where`, `repeat … while`.
            if match[1] == "where" and re.search(r":|==|\n", clause):
                continue
            if match[1] == "while" and code[: match.start()].rstrip().endswith("}"):
                continue
            for wrong in ("true", "false"):
                if match[1] == "while" and wrong == "true":
                    continue
                found.append(
                    fault("condition", f"{match[1]} always {wrong}", start,
                          [(start, start, "condition§("), (end, end, f", {wrong})")],
                          CALLS["condition"])  # fmt: skip
                )
    for match in re.finditer(r"(?<![\w.$)])(?<!\de-)\d[\d_]*(?![\w.])", code):
        before = code[code.rfind("\n", 0, match.start()) + 1 : match.start()]
        if re.search(r"\bcase [^:]*$|#|@|InlineArray|SIMD", before):
            continue
        # Of another type than `Int`.
        if re.search(r"(U?Int\d+|Double)(\??\s*=\s*|\()$", before):
            continue
        wrong = int(match[0]) + 1
        found.append(
            fault("number", f"{match[0]} as {wrong}", match.start(),
                  [(match.start(), match.end(), f"number§({match[0]}, {wrong})")],
                  CALLS["number"])  # fmt: skip
        )
    for match in re.finditer(r"(?<![\w.])(true|false)\b(?!:)", code):
        found.append(
            fault("truth", f"not {match[0]}", match.start(),
                  [(match.start(), match.end(), f"truth§({match[0]})")], CALLS["truth"])  # fmt: skip
        )
    for match in re.finditer(r"(?<![\w.])(min|max)\((?!\w+:)", code):
        if "??" in code[match.end() : bracket_end(code, match.end() - 1)]:
            # The type checker would try for minutes what the two may be.
            continue
        other = {"min": "max", "max": "min"}[match[1]]
        helper = CALLS["extreme"].replace("RIGHT", "Swift." + other)
        found.append(
            fault("extreme", f"{match[1]} as {other}", match.start(),
                  [(match.start(), match.end(), "extreme§(")],
                  helper.replace("WRONG", "Swift." + match[1]))  # fmt: skip
        )
    statement = r"^([ ]+)([A-Za-z_][\w.\[\]]*(?:\.(?:append|insert|remove|removeAll|merge|formUnion|sort)\(.*\)" \
        r"|\(.*\)| [-+|]= .*|\.\w+\(.*\)))$"  # fmt: skip
    for match in re.finditer(statement, code, re.MULTILINE):
        line = text[match.start(2) : match.end(2)]
        # Room set aside is seen by nobody.
        if "reserveCapacity" in line or re.match(r"(return|case|let|var|self\.init|throw)\b", line):
            continue
        if any(line.count(one) != line.count(other) for one, other in ("()", "{}")):
            continue
        if not before_a_statement(code, match.start()):
            continue
        found.append(
            fault("statement", "left out", match.start(2),
                  [(match.start(2), match.start(2), "if !planted(§) { "),
                   (match.end(2), match.end(2), " }")], CALLS["statement"])  # fmt: skip
        )
    return sorted(found, key=lambda each: (each.edits[0][0], each.what))


def operations(code, at):
    """How many operators count in the line there."""
    line = code[code.rfind("\n", 0, at) + 1 : (code + "\n").find("\n", at)]
    return len(re.findall(r" &?[-+*/%] ", line))


def before_a_statement(code, start):
    """Whether a line begins a statement: the one before it ends one, or opens a body that has more."""
    before = code[:start].rstrip("\n \0")
    after = code[code.find("\n", start) + 1 :].lstrip()
    if after.startswith(("}", "&&", "||", "?", "+", "-", "*", ".")):
        # Alone or last in a body it may be what the body yields; or the expression goes on.
        return not before.endswith("{") and not before.endswith(" in") and after.startswith("}")
    if before.endswith("{") or before.endswith(" in"):
        return True
    if before.endswith(":"):
        # Alone in a case it may be what a `switch` yields.
        return re.match(r"\s*(case|default)\b", before[before.rfind("\n") + 1 :]) is not None and (
            re.match(r"(case|default)\b", after) is None
        )
    return re.search(r"[\w)}\]]$", before) is not None


def overlap(one, other):
    """Whether two faults of a file cannot stand in one text."""
    return any(
        start < max(last, first + 1) and first < max(end, start + 1)
        for start, end, _ in one.edits
        for first, last, _ in other.edits
    )


def planted_text(text, numbered):
    """The text with faults by number, of which no two overlap; its lines stay where they are."""

    def named(words, number):
        return words.replace("§S", signs(number)).replace("§", str(number))

    edits = [
        (start, end, named(words, number))
        for number, fault in numbered
        for start, end, words in fault.edits
    ]
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    helpers = [named(fault.helper, number) for number, fault in numbered]
    return (
        text
        + "\nfileprivate let plantedFault = plantedFaultOfTheRun\n"
        + "@inline(__always) fileprivate func planted(_ number: Int) -> Bool "
        + "{ plantedFault == number }\n"
        + "".join(helpers)
    )
