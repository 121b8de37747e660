"""Swift source as far as planting faults needs it: what of a text is code, and where clauses end."""

BLANK = "\0"


def code_only(text):
    """The text with comments and string literals blanked out, letter for letter."""
    kept = list(text)
    at = 0

    def blank(start, end):
        for index in range(start, end):
            if kept[index] != "\n":
                kept[index] = BLANK

    while at < len(text):
        if text.startswith("//", at):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
        elif text.startswith("/*", at):
            end = text.find("*/", at) + 2
        elif text[at] in '"#':
            end = string_end(text, at)
        else:
            at += 1
            continue
        if end is None:
            at += 1
            continue
        blank(at, end)
        at = end
    return "".join(kept)


def string_end(text, start):
    """Where the string literal that begins here ends, or None where none begins."""
    at = start
    while text[at : at + 1] == "#":
        at += 1
    hashes = text[start:at]
    for quote in ('"""', '"'):
        if not text.startswith(quote, at):
            continue
        at += len(quote)
        while at < len(text):
            if text.startswith("\\" + hashes, at):
                after = at + 1 + len(hashes)
                at = bracket_end(text, after) if text[after] == "(" else after + 1
            elif text.startswith(quote + hashes, at):
                return at + len(quote) + len(hashes)
            else:
                at += 1
        return len(text)
    return None


def bracket_end(text, start):
    """Behind the bracket that closes the one at `start`; strings between them are skipped."""
    depth = 0
    at = start
    while at < len(text):
        if text[at] in "([{":
            depth += 1
        elif text[at] in ")]}":
            depth -= 1
            if depth == 0:
                return at + 1
        elif text[at] == '"':
            at = string_end(text, at)
            continue
        at += 1
    return at


def clauses(code, start):
    """The conditions between a keyword and its body: their ranges, and where the body begins."""
    found = []
    depth = 0
    first = at = start
    while at < len(code):
        letter = code[at]
        if depth == 0 and (letter == "{" or code.startswith("else {", at)):
            found.append((first, at))
            return found, at
        if letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
        elif letter == "," and depth == 0:
            found.append((first, at))
            first = at + 1
        at += 1
    return [], at
