"""Teams to publish: one of twelve engineers with two rotations, and one whose every text attacks."""

import subprocess
from pathlib import Path

HOSTILE = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; alert(1); //<!--",
    "]]></title><svg onload=alert(1)>",
    "\u05d0\u05d1\u05d2 \u202e evil \u2066",
    "javascript:alert(1)",
    "&lt;b&gt; &amp; {{7*7}} </style>",
]


def quoted(text):
    """As a text of a team file, controls escaped."""
    parts = []
    for char in text:
        if char in '"\\':
            parts.append("\\" + char)
        elif ord(char) < 32 or 0x2028 <= ord(char) <= 0x202E or 0x2066 <= ord(char) <= 0x2069:
            parts.append(f"\\u{ord(char):04x}")
        else:
            parts.append(char)
    return '"' + "".join(parts) + '"'


NAMES = [
    "Ada Lindqvist", "Bartholomew Featherstonehaugh-Cholmondeley", "Chioma Okafor", "Dilara Aksoy",
    "Emil Sørensen", "Fatima Zahra Benali", "Grace Hopper", "Håkon Ås", "李雷", "José Álvarez",
    "Kaisa Virtanen", "Lena Weiß",
]


def twelve(folder):
    """Twelve engineers, two rotations, six projects, covers, time off, joiners and leavers."""
    lines = [
        "team: Platform", "timezone: Europe/Berlin", "handover: Monday 09:00",
        "holidays: { default: [2027-01-01, 2027-03-26, 2027-03-29] }",
        "rotations:", "  service: { name: Service tasks }", "  backup: { name: Backup }",
        "unpopular: [2026-12-21 to 2027-01-02]",
        "sharing: { at: Thursday 16:00, for: 45 minutes, within: 4 weeks }",
        "feedback: { at: first Thursday 15:00, thanks: 20 minutes, improvements: 40 minutes, "
        "guests: [guest@example.com], agenda: What helped }",
        "engineers:",
    ]
    for index, name in enumerate(NAMES):
        extra = f", away: [2027-0{1 + index % 3}-{8 + index:02} to 2027-0{1 + index % 3}-{12 + index}]"
        if index == 10:
            extra += ", leaves: 2027-02-28"
        if index == 11:
            extra += ", joined: 2027-01-18"
        lines.append(f"  e{index}: {{ name: {quoted(name)}, email: e{index}@example.com{extra} }}  # secret")
    lines.append("projects:")
    for index in range(6):
        lines.append(
            f"  p{index}: {{ name: Project number {index}, start: 2027-0{1 + index // 3}-1{index}, "
            f"end: 2027-0{2 + index // 3}-2{index}, introduces: Thing {index}, customer: Checkout, "
            f"pair_with: [Dora Kim <dora@example.com>], pairing: {{ at: Tuesday 14:00, for: 1 hour }} }}")
    write(folder, lines)
    rota(folder, "generate", "2026-Q4", "--today", "2026-09-01")
    rota(folder, "generate", "2027-Q1", "--today", "2026-12-01")
    file = folder / "config/rotas/2027-Q1.yaml"
    text = file.read_text()
    # Somebody who is neither on duty nor away stands in, across the change of the clock, too.
    text += cover(folder, text, "2027-02-02", "2027-02-04") + cover(folder, text, "2027-03-27", "2027-03-28")
    file.write_text(text)


def cover(folder, text, first, last):
    import datetime

    monday = datetime.date.fromisoformat(first)
    monday -= datetime.timedelta(days=monday.weekday())
    line = next(line for line in text.splitlines() if line.strip().startswith(str(monday)))
    busy = {f"e{index}" for index in range(12) if f"e{index} " in line or f"e{index}," in line or f"e{index}}}" in line}
    free = next(name for name in ("e6", "e5", "e4", "e3") if name not in busy)
    head = "" if "covers:" in text or first != "2027-02-02" else "covers:\n"
    return f"{head}  - {{ from: {first}, to: {last}, rotation: service, engineer: {free} }}\n"


def hostile(folder):
    """Every text is an attack: names of team, engineers, rotations, projects, guests, links."""
    texts = [quoted(text) for text in HOSTILE]
    lines = [
        f"team: {texts[0]}", "timezone: Europe/Berlin",
        "rotations:", f"  service: {{ name: {texts[1]} }}", f"  backup: {{ name: {texts[3]} }}",
        f"feedback: {{ at: first Thursday 15:00, thanks: 20 minutes, improvements: 40 minutes, "
        f"guests: [guest@example.com], agenda: {texts[0]} }}",
        "sharing: { at: Thursday 16:00, for: 45 minutes, within: 4 weeks }",
        "engineers:",
    ]
    for index, text in enumerate(texts):
        lines.append(f"  e{index}: {{ name: {text}, email: e{index}@example.com, aliases: [alias{index}] }}")
    lines.append("projects:")
    docs = ["javascript:alert(1)//x", "https://example.com/\\\"><script>", "data:text/html,<script>/x",
            "mailto:hidden@example.com/x", "../../etc/passwd", "//evil.example.com/x", "JaVaScRiPt:/x"]
    for index, text in enumerate(texts):
        lines.append(
            f"  p{index}: {{ name: {text}, start: 2027-01-0{4 + index % 3}, end: 2027-02-1{index}, "
            f"introduces: {text}, customer: {text}, pair_with: [pair{index}@example.com], "
            f'pairing: {{ at: Tuesday 14:00, for: 1 hour }}, docs: "{docs[index]}" }}')
    write(folder, lines)
    rota(folder, "generate", "2027-Q1", "--today", "2026-12-01")


def write(folder, lines):
    (folder / "config").mkdir(parents=True)
    (folder / "config/team.yaml").write_text("\n".join(lines) + "\n")


PROGRAM = None


def rota(folder, *arguments, status=0):
    """Runs the program in a folder and gives what it printed."""
    done = subprocess.run(
        [PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8")
    if status is not None and done.returncode != status:
        raise AssertionError(f"rota {' '.join(arguments)}: {done.returncode}\n{done.stderr}{done.stdout}")
    return done.stdout if status is not None else done
