"""Publishes teams, opens their sites in a browser and says what is wrong with them.

usage: check.py ROTA CHROMIUM FOLDER [STEP…]
"""

import datetime
import json
import shutil
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import axe_playwright_python
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

import teams

ROTA, CHROMIUM, WORK = sys.argv[1], sys.argv[2], Path(sys.argv[3])
AXE = next(Path(axe_playwright_python.__file__).parent.glob("**/axe.min.js")).read_text()
PICTURES = Path(__file__).resolve().parents[3] / ".github/pictures"
WIDTHS = [375, 1024, 1920]
failures = []


def check(holds, what):
    if not holds:
        failures.append(what)
        print("  FAIL", what)


class Site:
    """A published folder, opened from the file system."""

    def __init__(self, browser, folder, name="site"):
        self.browser, self.folder, self.root = browser, folder, folder / name

    def pages(self):
        return sorted(str(file.relative_to(self.root)) for file in self.root.rglob("*.html"))

    def open(self, path, width=1024, height=900, scheme="light", zone="Europe/Berlin", at=None, script=True):
        """A page with what it says to the console and asks for, held against what it may."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, timezone_id=zone,
            java_script_enabled=script)
        page = context.new_page()
        if at is not None:
            page.clock.set_fixed_time(at)
        where = f"{self.root.name}/{path} at {width} {scheme}"
        page.on("console", lambda message: check(False, f"{where}: console: {message.text}"))
        page.on("pageerror", lambda error: check(False, f"{where}: error: {error}"))
        page.on("dialog", lambda dialog: (check(False, f"{where}: dialog {dialog.message}"), dialog.dismiss()))
        page.on("requestfailed", lambda request: check(False, f"{where}: failed {request.url}"))
        root = self.root.resolve().as_uri()
        page.on("request", lambda request: check(
            request.url.startswith(root) or request.url == "data:,", f"{where}: asks for {request.url}"))
        page.add_init_script(
            "window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach(e => "
            "window.shifts.push(e.value))).observe({type: 'layout-shift', buffered: true});")
        page.goto((self.root / path).resolve().as_uri())
        page.where = where
        return page


def close(page):
    page.context.close()


def roles(page):
    """What every page keeps to: one heading, landmarks, axe's rules, no sideways scrolling."""
    where = page.where
    found = page.evaluate(AXE + "; axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', "
                          "'wcag21aa', 'wcag22aa', 'best-practice'] })")
    for rule in found["violations"]:
        for node in rule["nodes"][:3]:
            check(False, f"{where}: axe {rule['id']}: {node['html'][:160]} {node['failureSummary'][:200]}")
    check(page.locator("h1").count() == 1, f"{where}: one h1")
    check(page.evaluate("document.documentElement.lang") == "en", f"{where}: lang")
    for landmark in ("banner", "navigation", "main", "contentinfo"):
        check(page.get_by_role(landmark).count() == 1, f"{where}: landmark {landmark}")
    check(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{where}: scrolls sideways")
    check(page.evaluate("[...document.querySelectorAll('.drawn')].every(e => e.scrollWidth <= e.clientWidth)"),
          f"{where}: the timeline scrolls")
    check(page.evaluate("window.shifts.reduce((a, b) => a + b, 0)") == 0, f"{where}: layout shift")
    check(page.locator("[style]").count() == 0, f"{where}: style attribute")
    for table in page.locator("table").all():
        check(table.locator("caption").count() == 1, f"{where}: caption")


def looks(site, folder, wide):
    """Some pages at every width, by day and by night, the others once each; zoomed; pictures."""
    for path in site.pages():
        for width in WIDTHS:
            for scheme in ("light", "dark"):
                if path not in wide and (width, scheme) != (375, "dark"):
                    continue
                page = site.open(path, width, scheme=scheme, at="2027-02-02T12:00:00Z")
                roles(page)
                if path in wide:
                    page.screenshot(path=folder / f"{path.replace('/', '-')}-{width}-{scheme}.png", full_page=True)
                close(page)
    # Twice as large is half as wide.
    page = site.open("index.html", 512, at="2027-02-02T12:00:00Z")
    roles(page)
    close(page)


def marks(site, period):
    """Every mark and cell against what `show` says."""
    shown = json.loads(teams.rota(site.folder, "show", period, "--format", "json", "--today", "2027-01-05"))
    page = site.open(f"rota/{period}.html")

    def found(kind):
        return page.eval_on_selector_all(
            f"[data-kind={kind}]", "all => all.map(e => [e.dataset.week, e.dataset.rotation, e.dataset.engineer])")

    def monday(text):
        day = datetime.date.fromisoformat(text)
        return str(day - datetime.timedelta(days=day.weekday()))

    expected = {
        "shift": [[s["week"], s["rotation"], s["engineer"]] for s in shown["shifts"]],
        "cover": [[monday(c["from"]), c["rotation"], c["engineer"]] for c in shown["covers"]],
        # One just before the first week stands at the edge, and is of no week.
        "session": [[monday(s["date"]) if s["date"] >= shown["weeks"][0]["week"] else None, None,
                     " ".join(s["engineers"])] for s in shown["sessions"]],
    }
    for kind, wanted in expected.items():
        check(sorted(map(str, found(kind))) == sorted(map(str, wanted)), f"{page.where}: marks of kind {kind}")
    owners = [name.split()[0] for entries in shown["owners"].values() for name in entries]
    check(sorted(mark[2] or "" for mark in found("project")) == sorted(owners), f"{page.where}: projects' owners")
    names = {name: json.loads(teams.rota(site.folder, "who", name, "--format", "json"))["name"]
             for name in {s["engineer"] for s in shown["shifts"]}}
    rotations = {"service": "Service tasks", "backup": "Backup"}
    table = page.evaluate("""() => {
      const table = document.querySelector('table.behind'), rows = [...table.tBodies[0].rows];
      return { weeks: [...table.tHead.querySelectorAll('time')].map(e => e.dateTime),
        rows: rows.map(r => [...r.cells].map(c => c.textContent)),
        heads: rows.map(r => r.cells[0].scope) } }""")
    check(table["weeks"] == [w["week"] for w in shown["weeks"]], f"{page.where}: weeks of the table")
    check(set(table["heads"]) == {"row"}, f"{page.where}: row heads")
    for row in table["rows"]:
        for week, cell in zip(table["weeks"], row[1:]):
            for rotation, words in rotations.items():
                holds = any(s["week"] == week and s["rotation"] == rotation and names[s["engineer"]] == row[0]
                            for s in shown["shifts"])
                said = any(part == words or part.startswith(words + ", covered") for part in cell.split("; "))
                check(holds == said, f"{page.where}: cell {row[0]} {week}: {cell}")
    # Drawing and table have the same columns and lanes.
    off = page.evaluate("""() => {
      const marks = [...document.querySelectorAll('[data-kind=shift]')];
      const weeks = [...document.querySelectorAll('table.behind thead time')].map(e => e.dateTime);
      return marks.filter(mark => {
        const rect = mark.querySelector('rect').getBoundingClientRect();
        return ![...document.querySelectorAll('table.behind tbody tr')].some(row => {
          const cell = row.cells[1 + weeks.indexOf(mark.dataset.week)];
          const box = cell.getBoundingClientRect();
          return Math.abs(box.left - rect.left) < 2 && rect.top >= box.top - 1 && rect.bottom <= box.bottom + 1
            && cell.textContent.length > 0; });
      }).length }""")
    check(off == 0, f"{page.where}: {off} marks stand beside their cells")
    close(page)


def clock(site, period):
    """Who is on duty, worked out anew from `show`, a second before and after everything that changes."""
    shown = json.loads(teams.rota(site.folder, "show", period, "--format", "json", "--today", "2027-01-05"))
    zone = ZoneInfo("Europe/Berlin")

    def moment(text, later=0):
        day = datetime.date.fromisoformat(text) + datetime.timedelta(days=later)
        return datetime.datetime.combine(day, datetime.time(9), zone).astimezone(datetime.timezone.utc)

    spans = []
    for shift in shown["shifts"]:
        start, end = moment(shift["week"]), moment(shift["week"], 7)
        mine = [c for c in shown["covers"] if c["rotation"] == shift["rotation"]
                and start <= moment(c["from"]) < end]
        for cover in mine:
            spans.append((shift["rotation"], moment(cover["from"]), moment(cover["to"], 1), cover["engineer"]))
        edges = [start] + [edge for c in mine for edge in (moment(c["from"]), moment(c["to"], 1))] + [end]
        for first, last in zip(edges[::2], edges[1::2]):
            if first < last:
                spans.append((shift["rotation"], first, last, shift["engineer"]))
    names = {name: json.loads(teams.rota(site.folder, "who", name, "--format", "json"))["name"]
             for name in {span[3] for span in spans}}
    edges = sorted({edge for span in spans for edge in span[1:3]})
    probes = sorted({edge + datetime.timedelta(seconds=s) for edge in edges for s in (-1, 0, 1)}
                    | {datetime.datetime(2027, 3, 28, hour, 30, tzinfo=datetime.timezone.utc) for hour in range(4)})
    for zone_name in ("Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland", "America/Sao_Paulo"):
        page = site.open("index.html", zone=zone_name, at=probes[0])
        for probe in probes if zone_name == "Europe/Berlin" else probes[::4]:
            page.clock.set_fixed_time(probe)
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
            for box in page.locator("#now .duty").all():
                rotation = box.get_attribute("data-rotation")
                held = [span for span in spans if span[0] == rotation and span[1] <= probe < span[2]]
                who = box.locator(".who").inner_text()
                until = box.locator(".until").inner_text()
                what = f"{probe} in {zone_name}, {rotation}: {who} / {until}"
                if held:
                    check(who.split(" for ")[0] == names[held[0][3]], what)
                    stamp = box.locator(".until time").get_attribute("datetime")
                    check(datetime.datetime.fromisoformat(stamp.replace("Z", "+00:00")) == held[0][2], what)
                    local = held[0][2].astimezone(ZoneInfo(zone_name))
                    check(f"{local:%a} {local.day} {local:%b %Y, %H:%M}" in until, what)
                    team = held[0][2].astimezone(zone)
                    check(f"{team:%H:%M}" in until and "Europe/Berlin" in until, what)
                elif probe < edges[0]:
                    check(who == "Not yet" and "before the first shift" in until, what)
                else:
                    check("this page knows shifts until 4 April 2027" in until, what)
            x = page.evaluate("(document.querySelector('.today') || {getAttribute: () => null}).getAttribute('x1')")
            inside = datetime.date(2027, 1, 4) <= probe.astimezone(zone).date() <= datetime.date(2027, 4, 4)
            check((x is not None) == inside, f"{probe} in {zone_name}: today's line at {x}")
        close(page)
    page = site.open("index.html", script=False)
    check(page.locator("noscript li").count() == len(spans), "handovers without a script")
    close(page)


def keyboard(site):
    """The first Tab reaches the skip link, arrows move through the timeline, the cell says its words."""
    page = site.open("index.html", at="2027-02-02T12:00:00Z")
    page.keyboard.press("Tab")
    check(page.evaluate("document.activeElement.className") == "skip", "first Tab: skip link")
    box = page.locator(".skip").bounding_box()
    check(box["y"] >= 0, "first Tab: the skip link is seen")
    page.keyboard.press("Enter")
    check(page.evaluate("document.activeElement.id") == "main", "the skip link leads to the content")
    cell = page.locator("table.behind td[tabindex='0']")
    check(cell.count() == 1, "one stop for the keyboard")
    cell.focus()
    before = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    check(page.evaluate("document.activeElement.tagName") == "TD" and
          page.evaluate("getComputedStyle(document.activeElement.firstElementChild).opacity") == "1" and
          page.evaluate("document.activeElement.textContent") != before, "arrows move and tell")
    # The pointer goes through the mark to the cell behind it, which tells.
    mark = page.locator("[data-kind=shift]").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    words = page.locator("table.behind td:hover .words")
    check(words.count() == 1 and words.inner_text().startswith(("Service tasks", "Backup", "covers")) and
          words.evaluate("e => getComputedStyle(e).opacity") == "1", "a mark tells its words")
    check(mark.locator("title").count() == 1, "a mark has its words")
    close(page)


def paper(site, folder):
    """On paper timeline and table of the first page stand on one sheet, the rest after it."""
    page = site.open("index.html", at="2027-02-02T12:00:00Z")
    page.pdf(path=folder / "index.pdf", prefer_css_page_size=True)
    close(page)
    sheets = [sheet.extract_text() for sheet in PdfReader(folder / "index.pdf").pages]
    size = PdfReader(folder / "index.pdf").pages[0].mediabox
    check(size.width > size.height, "A4 landscape")
    check("2027-03-29" in sheets[0] and "Backup" in sheets[0], "timeline and table on one sheet")
    check("Sessions in" not in sheets[0] and "Sessions in" in sheets[1], "the rest after it")


def untouched(site):
    """A second publish, on another day too, touches nothing; foreign files stop everything."""
    def state():
        return {str(f): (f.stat().st_mtime_ns, f.read_bytes()) for f in site.root.rglob("*") if f.is_file()}

    before = state()
    teams.rota(site.folder, "publish", "2027-Q1", "--out", site.root.name, "--today", "2027-01-05")
    teams.rota(site.folder, "publish", "2027-Q1", "--out", site.root.name, "--today", "2027-02-05")
    check(state() == before, "a second publish touches nothing")
    (site.root / "notes.html").write_text("mine")
    (site.root / "engineer/mine.html").write_text("mine")
    stale = site.root / "engineer/gone.html"
    shutil.copy(site.root / "engineer/e0.html", stale)
    done = teams.rota(site.folder, "publish", "2027-Q1", "--out", site.root.name, "--today", "2027-01-05", status=None)
    check(not stale.exists() and "removed" in done.stderr, "own stale pages go, and it is said")
    check((site.root / "engineer/mine.html").exists() and (site.root / "notes.html").exists(), "foreign files stay")
    style = site.root / "style.css"
    kept = style.read_bytes()
    style.write_text("body {}")
    before = state()
    done = teams.rota(site.folder, "publish", "2027-Q1", "--out", site.root.name, "--title", "Other", status=None)
    check(done.returncode == 2 and state() == before, "a foreign file in the way: nothing is written")
    style.write_bytes(kept)


def attacked(site):
    """No text of a file becomes an element, a link or a script, and nothing secret is shown."""
    for path in site.pages():
        page = site.open(path, at="2027-01-12T12:00:00Z")
        scripts = page.eval_on_selector_all("script", "all => all.map(e => e.getAttribute('src') || e.type)")
        check(set(scripts) <= {"now.js", "../now.js", "application/json"}, f"{page.where}: scripts {scripts}")
        check(page.locator("img, iframe, object, embed, form, base, [onerror], [onload]").count() == 0, f"{page.where}: elements")
        for link in page.eval_on_selector_all("a", "all => all.map(e => e.getAttribute('href'))"):
            safe = not link.lower().lstrip().startswith(("javascript:", "data:", "vbscript:", "//", "mailto:"))
            check(safe, f"{page.where}: link {link}")
        roles(page)
        text = (site.root / path).read_text()
        for secret in ("example.com\"", "@example.com", "alias0", "secret"):
            check(secret not in text, f"{page.where}: shows {secret}")
        close(page)
    names = [json.loads(teams.rota(site.folder, "who", f"e{index}", "--format", "json"))["name"] for index in range(len(teams.HOSTILE))]
    page = site.open("rota/2027-Q1.html")
    heads = page.eval_on_selector_all("table.behind tbody th bdi", "all => all.map(e => e.textContent)")
    plain = lambda text: "".join("\ufffd" if 0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069 else c for c in text)
    check(heads == [plain(name) for name in names], f"names are read back: {heads}")
    close(page)
    for file in site.root.rglob("*.ics"):
        check("@example.com" not in file.read_text().replace("\r\n ", ""), f"{file.name}: shows an address")


def sizes(site):
    def size(paths):
        return sum((site.root / path).stat().st_size for path in paths)

    first = size(["index.html", "style.css", "now.js"])
    own = [path for path in site.pages() if path not in ("rota/2026-Q4.html", "notes.html", "engineer/mine.html")]
    whole = size(own + ["style.css", "now.js"])
    print(f"  first page {first / 1000:.0f} kB, site {whole / 1000:.0f} kB")
    check(first < 120_000 and whole < 300_000, f"sizes {first} {whole}")


def pictures(site):
    """The two pictures of the README."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page = site.open("index.html", 1024, 776, at="2027-02-02T12:00:00Z", zone="Europe/Amsterdam")
    page.screenshot(path=PICTURES / "page.png")
    close(page)
    page = site.open("fairness.html", 1024, 620, scheme="dark")
    page.screenshot(path=PICTURES / "fairness-dark.png")
    close(page)
    for picture in PICTURES.glob("*.png"):
        check(picture.stat().st_size < 150_000, f"{picture.name} is too large")


def main():
    teams.PROGRAM = ROTA
    work = WORK / "teams"
    shutil.rmtree(work, ignore_errors=True)
    looked = WORK / "looked"
    looked.mkdir(exist_ok=True)
    teams.twelve(work / "twelve")
    teams.hostile(work / "hostile")
    shutil.copytree(Path(__file__).resolve().parents[3] / "config", work / "sample/config")
    sample = work / "sample"
    if not (sample / "config/rotas/2027-Q1.yaml").exists():
        teams.rota(sample, "generate", "2027-Q1", "--today", "2026-12-01")
    for name in ("twelve", "hostile", "sample"):
        teams.rota(work / name, "publish", "2027-Q1", "--out", "site", "--today", "2027-01-05")
    teams.rota(work / "twelve", "publish", "2027-Q1", "--out", "contacts", "--contacts", "--why",
               "--base-url", "https://pages.example.com/rota", "--today", "2027-01-05")
    picture = teams.rota(work / "twelve", "show", "2027-Q1", "--format", "svg")
    (looked / "picture.svg").write_text(picture)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        twelve = Site(browser, work / "twelve")
        steps = [
            ("looks", lambda: looks(twelve, looked, ["index.html", "fairness.html", "engineer/e0.html"])),
            ("contacts", lambda: looks(Site(browser, work / "twelve", "contacts"), looked, [])),
            ("marks", lambda: (marks(twelve, "2027-Q1"), marks(twelve, "2026-Q4"))),
            ("clock", lambda: clock(twelve, "2027-Q1")),
            ("keyboard", lambda: keyboard(twelve)),
            ("paper", lambda: paper(twelve, looked)),
            ("sizes", lambda: sizes(twelve)),
            ("untouched", lambda: untouched(twelve)),
            ("attacked", lambda: attacked(Site(browser, work / "hostile"))),
            ("pictures", lambda: pictures(Site(browser, work / "sample"))),
        ]
        for name, step in steps:
            if sys.argv[4:] and name not in sys.argv[4:]:
                continue
            print("==", name)
            step()
        browser.close()
    print(f"{len(failures)} failures" if failures else "nothing wrong")
    sys.exit(1 if failures else 0)


main()
