"""The invented stories of tests/news/stories: what the extractor must, may and must not find in each.

A file has several stories:

    == title
    published: 2026-03-18
    text ..
    --
    Ann Example | JOINED | Blue Labs | 2026-03 | planned     must be found; date and status where given
    ? Ann Example | LEFT | Acme                              may be found
    ! Ann Example | LEFT | Boston                            must not be found
    not Ann Example | JOINED | Acme                          the same with the stance "denies"

A claim that no line of the story allows is an error, whether or not a "!" line names it: those say which traps the
story sets. WORKED_AT stands for WORKS_AT with an end, and may always be found beside LEFT; "*" for any name."""
import json
import pathlib
import re
import subprocess
import tempfile

CLAIM = re.compile(r"^claim  (?P<subject>.+?) -(?P<relation>[A-Z_]+)-> (?P<rest>.*)$")
NAME = re.compile(r'^(?:[A-Z][a-z]+ )?"((?:[^"\\]|\\.)*)"|^(\S+)')
LEGAL = re.compile(r",? (Inc\.?|Corp\.?|Corporation|LLC|Ltd\.?)$")


def named(text):
    found = NAME.match(text)
    return json.loads('"' + found.group(1) + '"') if found and found.group(1) is not None else found.group(2) if found else ""


def field(rest, name):
    found = re.search(r"  " + name + r" (\"(?:[^\"\\]|\\.)*\"|\S+)", rest)
    return found.group(1).strip('"') if found else ""


def amount(rest):
    value = field(rest, "amount")
    if not value:
        return ""
    currency = re.search(r"  amount \S+ ([A-Z]{3})", rest)
    code = currency.group(1) if currency else "USD"
    sign = {"USD": "$", "EUR": "\u20ac", "GBP": "\u00a3"}.get(code, code + " ")
    return sign + "{:g} million".format(int(value.split("..")[0]) / 1e6)


def claims_of(program, path):
    """The claims that `ingest --dry-run` finds in a file, as dictionaries."""
    text = subprocess.run([program, "ingest", ":memory:", "--dry-run", "--as", "news", path],
                          capture_output=True, text=True, check=True).stdout
    lines = text.splitlines()
    # what has no name of its own in the text is told by its id
    names = dict(re.findall(r'^entity  (\S+).*  name "([^"]*)"', text, re.M))
    for number, line in enumerate(lines):
        claim = CLAIM.match(line)
        if not claim:
            continue
        rest = claim["rest"]
        relation = claim["relation"]
        properties = lines[number + 1] if number + 1 < len(lines) else ""
        rule = re.search(r'rule: "([^"]*)"', properties)
        status = "conflicting" if "conflicting: true" in properties else field(rest, "status")
        subject = named(claim["subject"])
        yield {"subject": names.get(subject, subject), "relation": relation,
               "object": amount(rest) if relation == "RAISED" else named(rest), "denied": "  stance denies" in rest,
               "start": field(rest, "start"), "end": field(rest, "end"), "status": status,
               "planned": "planned: true" in properties, "role": field(rest, "role"), "rule": rule.group(1) if rule else ""}


def read_stories(path):
    for part in re.split(r"^== ", path.read_text(), flags=re.M)[1:]:
        title, rest = part.split("\n", 1)
        story, _, expected = rest.partition("\n--\n")
        published, text = story.split("\n", 1)
        yield title, "https://example.com/story\n" + published + "\n\n" + text + "\n", expected.splitlines()


class Wanted:
    def __init__(self, line):
        self.line = line
        self.may = line.startswith("? ")
        line = line.removeprefix("? ")
        self.trap = line.startswith("! ")
        line = line.removeprefix("! ")
        self.denied = line.startswith("not ")
        parts = [part.strip() for part in line.removeprefix("not ").split("|")] + ["", ""]
        self.subject, self.relation, self.object, self.date, self.status = parts[:5]

    def matches(self, claim):
        relation = "WORKED_AT" if claim["relation"] == "WORKS_AT" and is_over(claim) else claim["relation"]
        same = lambda name, other: name == "*" or LEGAL.sub("", name) == LEGAL.sub("", other)
        return (self.denied == claim["denied"] and self.relation == relation and same(self.subject, claim["subject"])
                and same(self.object, claim["object"]))


def follows(claim, wanted):
    """Who is said to have left a place has worked there."""
    left = dict(claim, relation="LEFT")
    return (claim["relation"] == "WORKS_AT" and is_over(claim)
            and any(want.relation == "LEFT" and not want.trap and want.matches(left) for want in wanted))


def is_over(claim):
    return claim["end"] not in ("", "..")


def wrong_details(wanted, claim):
    date = claim["start"] or claim["end"]
    if wanted.date and not (date == wanted.date or date.startswith(wanted.date + "-")):
        yield "date %s instead of %s: %s" % (date or "none", wanted.date, wanted.line)
    status = "planned" if claim["planned"] else claim["status"]
    if wanted.status and status != wanted.status:
        yield "status %s instead of %s: %s" % (status or "none", wanted.status, wanted.line)


def errors_of(program, text, expected):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(text)
        file.flush()
        claims = list(claims_of(program, file.name))
    wanted = [Wanted(line) for line in expected if line.strip()]
    for want in wanted:
        found = [claim for claim in claims if want.matches(claim)]
        if want.trap and found:
            yield "forbidden (%s): %s" % (found[0]["rule"], want.line)
        if not want.trap and not want.may and not found:
            yield "missed: " + want.line
        if not want.trap and found:
            yield from min((list(wrong_details(want, claim)) for claim in found), key=len)
    for claim in claims:
        if follows(claim, wanted):
            continue
        if not any(want.matches(claim) for want in wanted):
            yield "not stated (%s): %s%s %s %s" % (claim["rule"], "not " if claim["denied"] else "", claim["subject"],
                                                   claim["relation"], claim["object"])


def check_stories(program, folder, words=()):
    """Prints what is wrong; returns (stories without an error, stories with one)."""
    passed = failed = 0
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        for title, text, expected in read_stories(path):
            if words and not any(word in path.stem + ": " + title for word in words):
                continue
            errors = list(errors_of(program, text, expected))
            if errors:
                failed += 1
                print("%s: %s" % (path.stem, title))
                for error in errors:
                    print("    " + error)
            else:
                passed += 1
    return passed, failed
