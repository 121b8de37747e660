"""The comparison behind `config-conformance`; see there."""

import argparse
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    AliasEvent, DocumentStartEvent, MappingEndEvent, MappingStartEvent, ScalarEvent,
    SequenceEndEvent, SequenceStartEvent,
)

HERE = pathlib.Path(__file__).parent


class Invalid(Exception):
    """The parser refuses the text, or the text holds what no tree can say."""


# A tree is a string, a list, or ("map", [(key, value)]); an empty text has the tree None.


def build(events):
    stack, root, documents = [], None, 0
    for kind, value in events:
        if kind == "document":
            documents += 1
            if documents > 1:
                raise Invalid("second document")
            continue
        if kind in ("map", "list"):
            stack.append((kind, []))
            continue
        if kind == "end":
            kind, children = stack.pop()
            value = children
            if kind == "map":
                value = ("map", list(zip(children[::2], children[1::2])))
        if stack:
            stack[-1][1].append(value)
        else:
            root = value
    return root


def ruamel(text: bytes):
    def events():
        yaml = YAML(typ="safe", pure=True)
        for event in yaml.parse(text.decode()):
            if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
                raise Invalid("alias or anchor")
            if isinstance(event, DocumentStartEvent):
                yield "document", None
            elif isinstance(event, MappingStartEvent):
                yield "map", None
            elif isinstance(event, SequenceStartEvent):
                yield "list", None
            elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
                yield "end", None
            elif isinstance(event, ScalarEvent):
                yield "scalar", event.value

    try:
        return build(events())
    except Invalid:
        raise
    except Exception as error:  # ruamel raises many kinds, some of them by accident
        raise Invalid(f"{type(error).__name__}: {error}".replace("\n", " ")[:200])


ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "\\": "\\"}


def unescape(text):
    out, index = [], 0
    while index < len(text):
        if text[index] == "\\":
            out.append(ESCAPES[text[index + 1]])
            index += 2
        else:
            out.append(text[index])
            index += 1
    return "".join(out)


def libfyaml(path):
    run = subprocess.run(
        ["fy-tool", "--testsuite", path], capture_output=True, timeout=20, check=False)
    if run.returncode != 0:
        raise Invalid(run.stderr.decode(errors="replace").strip()[:200])

    return tree_of(run.stdout.decode())


def tree_of(test_events):
    """The tree of a text's events, in the notation of the official test suite."""

    def events():
        for line in test_events.split("\n"):
            line = line.lstrip()
            if line.startswith("+DOC"):
                yield "document", None
            elif line.startswith(("+MAP", "+SEQ")):
                if "&" in line or "<" in line:
                    raise Invalid("anchor or tag")
                yield "map" if line[1] == "M" else "list", None
            elif line.startswith(("-MAP", "-SEQ")):
                yield "end", None
            elif line.startswith("=VAL"):
                if line[5] not in ":'\"|>":
                    raise Invalid("anchor or tag")
                yield "scalar", unescape(line[6:])
            elif line.startswith("=ALI"):
                raise Invalid("alias")

    return build(events())


class YAMLPP:
    """A parser in Perl that answers as long as it is asked."""

    def __init__(self):
        self.process = subprocess.Popen(
            ["perl", str(HERE / "yaml-pp-trees")], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(self, text: bytes):
        self.process.stdin.write(b"%d\n" % len(text) + text)
        self.process.stdin.flush()
        answer = self.process.stdout.readline().decode()
        if not answer or answer.startswith("!"):
            raise Invalid(answer[2:200].strip() or "died")
        return self.tree(json.loads(answer))

    def tree(self, value):
        if isinstance(value, list):
            return [self.tree(item) for item in value]
        if isinstance(value, dict):
            return ("map", [(self.tree(k), self.tree(v)) for k, v in value["map"]])
        return value


def rota(program, path):
    run = subprocess.run(
        [program, "config", "tree", path], capture_output=True, timeout=20, check=False)
    if run.returncode == 2:
        raise Invalid(run.stderr.decode())
    if run.returncode != 0:
        raise RuntimeError(f"status {run.returncode}: {run.stderr.decode(errors='replace')[:300]}")
    return json.loads(run.stdout, object_pairs_hook=lambda pairs: ("map", pairs))


def known_bug(name, text, refusal):
    """What a parser that disagrees while another one agrees with Rota is known to get wrong."""
    own_line = rb"(?:^|\n)[ ]*(?:-[ ]+)*[|>][-+]?[ ]*(?:#.*)?\r?\n"
    if name == "libfyaml" and re.search(own_line, text):
        return "libfyaml: the text of a block may be indented less than a header on its own line"
    if name == "libfyaml" and not refusal and re.search(rb">[-+]?[ ]*(?:#.*)?\r?\n", text):
        return "libfyaml: drops a line end between empty lines and a line that begins with a space"
    if name == "libfyaml" and not refusal and b"''''" in text:
        return "libfyaml: takes doubled quotes before the closing one for one more"
    if name == "ruamel.yaml" and refusal and "more indented follow up" in refusal:
        return "ruamel.yaml: the first lines of a block may be empty and shorter than its indentation"
    return None


# MARK: Texts

SEEDS = [
    "team: A\nrest: 2\nengineers:\n  ada:\n    away:\n      - 2027-02-08 to 2027-02-19\n",
    "a: [b, {c: d, 'e': \"f\\n\"}, [],\n  {}, g ,]\nh: 'it''s'\n",
    "- a: b\n  c:\n  - d\n  -\n    e\n- - f\n  - g: h\n    i:\n- |\n  j\n   k\n\n  l\n- >-\n  m\n  n\n",
    "# c\n---\n\na: >+\n   folded\n   text\n\n    more\n\n   less\n\n\nb: |+\n  x\n\n# end\nc:\n",
    "\ufeff'q k': \"\\x41\\u00e9\\U0001F600\"\n\"k\" : - x\n2027-01-04: { service: ada } # W01\r\nz: https://x/y?z=1#f\r\n",
    "{a: b, c: [d, e]} # root\n", "[\n- a,\n b: c]\n", "a:\n  b:\n    c:\n  d:\ne: ~\nf: null\n",
    "é: ü\nナ: [メ, \"ー\"]\na: \U0001F389 b\nb: e\u0301\nc: x\u00a0y\n",
    "? a\n: b\n", "&a b: *c\n", "!t a: !!str b\n", "%YAML 1.2\n---\na: b\n...\n---\nc\n", "<<: {a: b}\n",
    "a: b: c\n", "a:b\n", "a: 'b\n  c'\n", "a: \"b\\\n  c\"\n", "a: b\n  c\n", "a\n", "- a\n b\n", "a: |2\n   b\n",
    "a: [b]: c\n", "[a]: b\n", "[a: b]\n", "{a, b: }\n", "{a: , b}\n", "[a, [b, c]\n", "a: {b: [c}\n", "a: \tb\n", "\ta: b\n",
    "a: @b\nc: `d\n", "- - - a\n    - b\n  - c\n- d\n", "a: -\nb: ---\nc: ...\nd: --- x\n", "---a: b\n", "...a: b\n",
    "a: |\n\n\n  b\n\n\nc: >\n\n  d\n\n\n\n  e\n\n", "a: |-\n  b\n # c\n  d\n", "a: >\n  b\n\tc\n", "a: |\n  b\n    \n  c\n",
    "a: b #c\nd: e# f\n#g\nh: 'i'#j\n", "a: [b #c\n, d]\n", "a: [b#c,#d\n]\n", "1: a\n01: b\n1.0: c\ntrue: d\n~: e\n",
    "- !x\n- &y\n- *z\n- ? q\n- : r\n", "a: ? b\n", "a: x:\n", "a: x :y\n", "'a':b\n", "{'a':b}\n", "{a:b}\n", "[a:b, ::c, -d, -]\n",
    "a: {\n}\nb: [\n]\n", "a:\n  {\n  b: c\n  }\n", "a:\n - {b: c,\n    d: e}\n - [\n   f]\n", "a: '\u2028'\n", "a: \"\t\"\n", "a: ''\nb: \"\"\n'': c\n",
    "-\n  -\n    - a\n", "-  a:  b\n   c:  d\n", "- a\n-\n- b\n", "a:\n-\nb:\n", "a: >\n  b\n   c\n  d\n", "a: >\n   b\n\n\n    c\n\n   d\n   e\n",
]

SPECIAL = list("-:?,[]{}#&*!|>'\"%@`~<.=+\\/ \n\t\r0123456789abxyzuUeEnNtT") + [
    "  ", "\n  ", "\n    ", ": ", " #", "- ", "\n- ", "---", "...", "''", "\\\"", "\\u00e9", "|\n", ">-\n", "|+\n", "\r\n", "é", "ナ",
    "\u00a0", "\u2003", "\u200b", "\u2028", "\u0085", "\ufeff", "\x00", "\x07", "\x7f", "\ufffe", "\u202e", "\U0001F389", "e\u0301",
    "null", "true", "1.5", "0x1F", "<<", "a: b\n", "[", "]", "{", "}", "key: ",
]


def noise(random):
    """A short text of characters that mean something."""
    return "".join(random.choice(SPECIAL) for _ in range(random.randint(1, 14)))


def mutated(random, corpus):
    text = random.choice(corpus)
    for _ in range(random.choice([1, 1, 1, 2, 3, 6])):
        at = random.randint(0, len(text))
        match random.randrange(6):
            case 0 | 1: text = text[:at] + random.choice(SPECIAL) + text[at:]
            case 2: text = text[:at] + text[at + random.randint(1, 4):]
            case 3: text = text[:at] + random.choice(SPECIAL) + text[at + 1:]
            case 4:
                lines = text.splitlines(keepends=True) or [""]
                line = random.randrange(len(lines))
                lines[line] = random.choice([" ", "  ", "\t", "    "]) + lines[line]
                text = "".join(lines)
            case 5:
                other = random.choice(corpus)
                start = random.randint(0, len(other))
                text = text[:at] + other[start:start + random.randint(1, 30)] + text[at:]
    return text


WORDS = ["a", "b c", "ada", "2027-01-04", "09:00", "https://x/y", "-b", "x#y", "no", "1_000", "é", "ナメ", "--", "a:b", "1", "1.10", "null", "~", "?x"[1:], "it's", 'q"q', "a, b", "<<x", "=", ".", "..", "0x", "\\", "%"[:0] + "p%", "@"[:0] + "m@x", "a*", "!"[:0] + "z!", "|"[:0] + "p|", "x>"]


class Grammar:
    """Texts of the format itself, by its grammar, with every freedom of layout it leaves."""

    def __init__(self, random):
        self.random = random

    def one(self, *choices):
        return self.random.choice(choices)

    def text(self):
        end = self.one("\n", "\n", "\n", "\r\n")
        head = self.one("", "", "\ufeff") + self.one("", "", "---\n", "--- # x\n", "# c\n\n")
        body = self.one(self.map, self.map, self.list, lambda _: self.flow(-1, 2) + self.tail())(0)
        return (head + body).replace("\n", end)

    def tail(self):
        return self.one("", "", "", " ", "  # c", " # 'x: [") + "\n" + self.one(*[""] * 6, "\n", "  \n", "   # d\n", "# e\n")

    def quoted(self):
        inner = "".join(self.one("a", " ", "é", ": ", " #", "[", "-", "\t", "\u00a0", "名") for _ in range(self.random.randint(0, 5)))
        if self.random.random() < 0.5:
            return "'" + inner + self.one("", "''") + "'"
        return '"' + inner + self.one("", "\\n", "\\\"", "\\\\", "\\x41", "\\u00e9", "\\U0001F389", "\\t") + '"'

    def scalar(self, flow=False):
        if self.random.random() < 0.3:
            return self.quoted()
        word = self.one(*WORDS)
        return "'" + word.replace("'", "''") + "'" if flow and "," in word else word

    def key(self):
        self.count = getattr(self, "count", 0) + 1
        return self.one(f"k{self.count}", f"key {self.count}", f"{self.count}", f"'k{self.count}'", f'"k\\t{self.count}"', f"é-{self.count}")

    def map(self, indent, depth=3):
        return "".join(
            (" " * indent if index else "") + self.key() + self.one("", "", "", " ") + ":" + self.value(indent, depth, True)
            for index in range(self.random.randint(1, 4)))

    def list(self, indent, depth=3):
        return "".join(
            (" " * indent if index else "") + "-" + self.value(indent, depth, False)
            for index in range(self.random.randint(1, 4)))

    def value(self, indent, depth, in_map):
        if depth == 0 or self.random.random() < 0.5:
            if in_map and self.random.random() < 0.15:
                return self.tail()
            return self.one(" ", " ", "  ") + self.leaf(indent)
        deeper = indent + self.random.randint(1, 3)
        nested = self.one(self.map, self.list)
        if not in_map and self.random.random() < 0.4:
            return " " * (deeper - indent) + nested(deeper + 0, depth - 1) if deeper - indent > 0 and False else (
                lambda gap: " " * gap + nested(indent + 1 + gap, depth - 1))(self.random.randint(1, 3))
        if in_map and nested == self.list and self.random.random() < 0.4:
            return self.tail() + " " * indent + self.list(indent, depth - 1)
        if self.random.random() < 0.15:
            return self.tail() + " " * deeper + self.leaf(indent)
        return self.tail() + " " * deeper + nested(deeper, depth - 1)

    def leaf(self, indent):
        match self.random.randrange(8):
            case 0: return self.flow(indent, 2) + self.tail()
            case 1: return self.block(indent)
            case _: return self.scalar() + self.tail()

    def flow(self, indent, depth):
        def gap():
            pad = "\n" + " " * (indent + self.random.randint(1, 3))
            return self.one("", "", " ", "  ", pad, " # c" + pad, "\n# d" + pad)

        def item():
            return self.flow(indent, depth - 1) if depth and self.random.random() < 0.3 else self.scalar(True)

        count = self.random.randint(0, 3)
        if self.random.random() < 0.5:
            items = [gap() + item() + gap() for _ in range(count)]
            left, right = "[", "]"
        else:
            items = [gap() + self.key() + ": " + item() + gap() for _ in range(count)]
            left, right = "{", "}"
        comma = "," + gap() if items and self.random.random() < 0.2 else ""
        return left + ",".join(items) + (comma or ("" if items else gap())) + right

    def block(self, indent):
        pad = " " * (indent + self.random.randint(1, 3))
        head = self.one("|", ">") + self.one("", "-", "+") + self.one("", " # c")
        lines = [self.one("", "", "\n") + pad + self.one("a", "b c", "# d", "- e", "f: g", "'h", "é") + "\n"]
        for _ in range(self.random.randint(0, 4)):
            lines.append(self.one("\n", pad[:1] + "\n", pad + "x\n", pad + " y\n", pad + "  z\n", pad + "#\n", pad + "w \n"))
        return head + "\n" + "".join(lines)


def check_suite(program, folder, note):
    """The cases of the official test suite: what Rota accepts must be valid, and have its tree."""
    accepted = refused = 0
    for case in sorted(pathlib.Path(folder).rglob("in.yaml")):
        text = case.read_bytes()
        try:
            tree = rota(program, case)
        except Invalid:
            refused += 1
            continue
        except Exception as error:  # a crash or a hang
            note("crash or hang", text, repr(error))
            continue
        accepted += 1
        if (case.parent / "error").exists():
            note("accepted, but the test suite says that it is invalid", text, case.parent.name)
            continue
        try:
            theirs = tree_of((case.parent / "test.event").read_text())
        except Invalid as error:
            note("accepted, but not in the test suite's tree", text, str(error))
            continue
        if (theirs or "") != (tree or ""):
            note("accepted, with another tree than the test suite's", text, f"{tree!r}\n{theirs!r}")
    print(f"test suite: {accepted} accepted, {refused} refused")
    return accepted + refused


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rota")
    parser.add_argument("texts", nargs="*")
    parser.add_argument("--cases", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--suite", help="the folder of the official test suite's cases")
    options = parser.parse_intermixed_args()

    corpus = list(SEEDS)
    for path in options.texts:
        files = [pathlib.Path(path)]
        if files[0].is_dir():
            files = sorted(file for file in files[0].rglob("*") if file.is_file())
        corpus += [file.read_bytes().decode(errors="replace") for file in files]
    perl = YAMLPP()
    counts = {"accepted": 0, "refused": 0, "generated refused": 0}
    findings, excused = {}, {}

    def note(kind, text, detail):
        findings.setdefault(kind, []).append((text, detail))

    if options.suite and not check_suite(options.rota, options.suite, note):
        raise SystemExit("the test suite has no cases")

    def judge(text, path, tree):
        complaints = []
        for name, referee in (
            ("ruamel.yaml", lambda: ruamel(text)), ("libfyaml", lambda: libfyaml(path)),
            ("YAML::PP", lambda: perl(text))):
            try:
                theirs = referee()
            except Invalid as error:
                complaints.append((name, f"accepted, but {name} refuses", str(error), str(error)))
                continue
            if (theirs or "") != (tree or ""):
                kind = f"accepted, but {name} sees another tree"
                complaints.append((name, kind, f"{tree!r}\n{theirs!r}", None))
        bugs = [known_bug(name, text, refusal) for name, _, _, refusal in complaints]
        if all(bugs) and len(bugs) < 3:
            for bug in bugs:
                excused[bug] = excused.get(bug, 0) + 1
            return
        for _, kind, detail, _ in complaints:
            note(kind, text, detail)

    def text_of(number):
        chooser = random.Random(options.seed * 1_000_003 + number)
        if number < len(corpus):
            return "seed", corpus[number]
        match number % 5:
            case 0: return "generated", Grammar(chooser).text()
            case 1: return "mutated", mutated(chooser, [Grammar(chooser).text()])
            case 2: return "noise", noise(chooser)
            case _: return "mutated", mutated(chooser, corpus)

    with tempfile.TemporaryDirectory() as folder:

        def first_look(number):
            kind, text = text_of(number)
            data = text.encode("utf-8", "surrogatepass")
            path = os.path.join(folder, f"{number}.yaml")
            pathlib.Path(path).write_bytes(data)
            try:
                return kind, data, path, rota(options.rota, path), None
            except Invalid as error:
                return kind, data, path, None, str(error)
            except Exception as error:  # a crash or a hang
                note("crash or hang", data, repr(error))
                return kind, data, path, None, "crash"

        with ThreadPoolExecutor(2) as pool:
            for kind, data, path, tree, refusal in pool.map(first_look, range(options.cases)):
                if refusal is not None:
                    counts["refused"] += 1
                    if kind == "generated":
                        counts["generated refused"] += 1
                        note("refused though generated by the grammar", data, refusal)
                else:
                    counts["accepted"] += 1
                    judge(data, path, tree)
                os.unlink(path)

    print(", ".join(f"{value} {name}" for name, value in counts.items()))
    for bug, count in sorted(excused.items()):
        print(f"{count} times a parser was wrong, others agreeing with Rota: {bug}")
    for kind, cases in sorted(findings.items()):
        print(f"\n{kind}: {len(cases)}")
        for text, detail in sorted(cases, key=lambda case: len(case[0]))[:8]:
            print(f"  {text!r}\n    {detail}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
