#!/usr/bin/env python3
"""Files for measuring adapters: the samples of the golden tests, repeated with changed ids and names to any size.

usage: make_large.py ADAPTER MEGABYTES FILE      (make_large.py list: the adapters)

Each copy is about people and documents of its own; names recur as often as is natural (large_names.py). Formats of one
document a file (XML records, pages) become a tar of many, as their publishers ship them."""
import io
import pathlib
import re
import sys
import tarfile

import large_names as names

ROOT = pathlib.Path(__file__).resolve().parents[3]
GOLDEN = ROOT / "tests" / "golden"
# Adapter: sample, and how it is repeated.
SAMPLES = {
    "graph-jsonl": ("", "graph"),
    "careers-table": ("adapters/careers-table/positions.csv", "table"),
    "observed-flows": ("adapters/observed-flows/example_2024_flows.csv", "flows"),
    "orcid-json": ("adapters/orcid-json/record.json", "lines"),
    "orcid-json-tar": ("adapters/orcid-json/record.json", "tar.gz"),
    "orcid-xml": ("adapters/orcid-xml/record.xml", "tar"),
    "orcid-xml-gz": ("adapters/orcid-xml/record.xml", "tar.gz"),
    "ror": ("adapters/ror/ror.json", "array"),
    "openalex": ("adapters/openalex/part_000", "openalex"),
    "openalex-merged": ("adapters/openalex-merged/2025-01-02.csv", "table"),
    "signal-brief": ("../../datasets/pages/signal_brief_stepfun.txt", "tar"),
    "narrative-comparison": ("../../datasets/pages/narrative_comparison_yao.txt", "tar"),
    "wikidata": ("adapters/wikidata/dump.json", "array"),
    "edgar-form-d": ("adapters/edgar-form-d/0000000042-24-000007.xml", "tar"),
    "edgar-item-502": ("adapters/edgar-item-502/filing.json", "lines"),
    "edgar-8k-html": ("adapters/edgar-8k-html/report.htm", "tar"),
    "edgar-full-text": ("adapters/edgar-full-text/0000000042-24-000008.txt", "submissions"),
    "edgar-submissions": ("adapters/edgar-submissions/CIK0000000042.json", "lines"),
    "news": ("ingest/news/story.txt", "tar"),
    "news-chinese": ("ingest/news_chinese/story.txt", "tar"),
    "html": ("adapters/html/story.html", "tar"),
    "feed": ("adapters/feed-rss/feed.xml", "items"),
    "json-resume": ("adapters/json-resume/resume.json", "lines"),
    "schema-org": ("adapters/schema-org/page.jsonld", "lines"),
    "personnel-table": ("adapters/personnel-table/people.md", "copies"),
    "graphml": ("adapters/graphml/graph.graphml", "graphml"),
    "claims-jsonl": ("adapters/claims-jsonl/claims.jsonl", "claims-jsonl"),
}
PEOPLE = ["Josiah Carberry", "Ann Example", "Example Person", "Bo Specimen", "Cy Instance", "Example Second", "Example Third",
          "Ann Specimen", "John Q. Example", "Exa Hibit", "Ann &amp; co", "Daxin Jiang", "Qi Yin", "Yao Shunyu", "Shunyu Yao"]
# What is changed in a sample, by kind of change. The order matters: the first that fits wins.
GAP = "(?: |&nbsp;)"
SLOTS = re.compile("|".join([
    r"(?P<orcid>0000-000\d-\d{4}-\d{3}[\dX])",
    r"(?P<ror>0example\w*)",
    r"(?P<person>" + "|".join(map(re.escape, PEOPLE)) + r"|Ann(?:&nbsp;|\s)Example|Bo\nSpecimen)",
    r"(?P<given>\"Josiah\"|>Josiah<|(?<=<firstName>)Ann)",
    r"(?P<initial>(?<=\")J(?=\. Carberry))",
    r"(?P<family>\"Carberry\"|>Carberry<|(?<=<lastName>)Example|(?<=J\. )Carberry|(?<=Mr\. )(?:Specimen|Example))",
    r"(?P<cik>0000000042|(?<=\"cik\":\")42|(?<=data/)42(?=/))",
    r"(?P<institution>(?<=openalex\.org/I)\d+)",
    r"(?P<acronym>(?<=\")E[UL](?=\")|EXMP)",
    r"(?P<slug>(?<=courier-)17|(?<=acme-)labs(?=[?#\"])|(?<=example/)(?:ann|cy|a1|1|2)(?=[<\"?/])|(?<=example\.com/)a-story"
    r"|(?<=example\.com/zh/)a-story|(?<=/in/)example-person|(?<=org/)example(?=\")|(?<=doi\.org/10\.1/)x)",
    r"(?P<number>(?<=openalex\.org/[AW])\d+|\bQ9\d{8}|(?<=\"numeric-id\": )9\d{8}|(?<=put-code=\")\d+|(?<=\"put-code\":)\s*\d+"
    r"|(?<= id=\")\w+|(?<=source=\")\w+|(?<=target=\")\w+|(?<=,A)\d+|(?<=grid\.1\.)2|(?<=news\.example\.org/)1"
    r"|(?<=en/p/)\d+|(?<=read/)\d+)",
    r"(?P<page>lab\.example\.org|other\.example\.org)",
    r"(?P<organisation>(?:Old |New )?Example(?=" + GAP + r"(?:University|Lab|Company|College|System|Institute|Co\b))|EXAMPLE(?= CO/)"
    r"|(?:Old|New) Example(?=\")|Acme(?=" + GAP + r"(?:Labs|Robotics))|ACME(?= (?:ROBOTICS|TOYS))|Ac</b>me"
    r"|Blue(?=" + GAP + r"(?:AI|Machines))|Second(?= Lab)|Other(?= (?:Lab|Company))|StepFun|百度|潮汐引擎)",
]))
# Whose documents are about an organisation of their own each: ALL of the names in them, or the FIRST.
OWN_ALL, OWN_FIRST = {"ror", "wikidata", "claims-jsonl"}, {"edgar-form-d", "edgar-item-502", "edgar-8k-html", "edgar-full-text", "edgar-submissions"}


class Template:
    """A text whose names and ids follow a number. `context`: the sample that it is a part of."""

    def __init__(self, text, context=None, own=""):
        self.own, self.people, self.organisations = own, {}, {}
        for match in SLOTS.finditer(context or text):
            of_kind = {"person": self.people, "organisation": self.organisations}.get(match.lastgroup)
            if of_kind is not None:
                of_kind.setdefault(self.plain(match.group()), len(of_kind))
        parts, self.slots, at = [], [], 0
        for match in SLOTS.finditer(text):
            parts.append(text[at:match.start()])
            self.slots.append(self.slot(match.lastgroup, match.group()))
            at = match.end()
        parts.append(text[at:])
        self.text = "%s".join(part.replace("%", "%%") for part in parts)

    @staticmethod
    def plain(text):
        return text.replace("&nbsp;", " ").replace("\n", " ").replace("</b>", "").lower()

    def person(self, word):
        """The number of the person whose name has the word, as a function of the copy's number."""
        many = max(len(self.people), 1)
        key = next((key for name, key in self.people.items() if word.lower() in name), 0)
        return lambda n: n * many + key

    def organisation(self, text):
        many = max(len(self.organisations), 1)
        key = self.organisations.get(self.plain(text), 0)
        if self.own == "all" or self.own == "first" and key == 0:
            return lambda n: n * many + key
        return lambda n: names.organisation(n * many + key)

    def slot(self, kind, text):
        """A function from the copy's number to the text that stands there."""
        bare = text.strip('"><')
        person, which = self.person(self.plain(bare)), self.organisation(text)
        digits = text.lstrip(" Q")
        lead = text[:len(text) - len(digits)]

        def spelled(n):
            word = names.organisation_word(which(n))
            return word.upper() if text.isupper() else word[:2] + "</b>" + word[2:] if "</b>" in text else word

        def orcid(n):
            d = f"{n * max(len(self.people), 1) % 10**9:09d}"
            return f"0000-000{d[0]}-{d[1:5]}-{d[5:]}"

        return {
            "orcid": orcid,
            "ror": lambda n: f"0{which(n) * 16 + int(text[-1]):06x}{text[-1]}9",
            "person": lambda n: names.given(person(n)) + " " + names.surname(person(n)),
            "given": lambda n: text.replace(bare, names.given(person(n))),
            "family": lambda n: text.replace(bare, names.surname(person(n))),
            "initial": lambda n: names.given(person(n))[0],
            "cik": (lambda n: f"{n:010d}") if text.startswith("0") else str,
            "institution": lambda n: str(which(n) * 10 + int(text)),
            "acronym": lambda n: "".join(chr(65 + n // 26**i % 26) for i in range(4)),
            "slug": lambda n: f"{text}-{n}",
            "number": (lambda n: f"{lead}{int(digits) + n * 10}") if digits.isdigit() else (lambda n: f"{text}{n}"),
            "page": lambda n: f"org{which(n)}.example.org",
            "organisation": spelled,
        }[kind]

    def __call__(self, number):
        return self.text % tuple(slot(number) for slot in self.slots)


def repeated(adapter, how, text):
    """What stands before the repeated part, the part, and what stands behind it."""
    if how in ("table", "flows"):
        header, _, rows = text.partition("\n")
        # What the golden test has to be rejected is left out.
        good = [row for row in rows.splitlines() if "Nobody" not in row and "soon" not in row and not row.startswith(",") and ",," not in row[:8]]
        return header + "\n", "\n".join(row for row in good if not row.endswith(",A3,")) + "\n", ""
    if how == "items":
        begin, end = text.index("<item"), text.rindex("</item>") + len("</item>")
        return text[:begin], text[begin:end] + "\n", text[end:]
    if how == "graphml":
        begin, end = text.index("<node"), text.rindex("</graph>")
        return text[:begin], text[begin:end], text[end:]
    if how == "submissions":
        return "", text[:text.index("</SEC-DOCUMENT>")] + "</SEC-DOCUMENT>\n", ""
    if how == "array":
        text = text.strip()[1:-1].strip()
        return "[\n", " ".join(text.split("\n")) + ",\n", "{}]\n"
    if how == "claims-jsonl":
        return "", "".join(line + "\n" for line in text.splitlines() if line.endswith("}") and '"source"' in line or '"record"' in line), ""
    if how == "copies":
        return "", text.replace("| Example Third | Engineer | when it rained | | |\n", "") + "\n", ""
    if how in ("lines", "openalex"):
        return "", (text if how == "openalex" else " ".join(text.split("\n"))).strip() + "\n", ""
    return "", text, ""


def graph_lines(n):
    # Nodes come before the edges that name them; every tenth node is a lab.
    lines = f'{{"id":"p{n}","labels":["Person"],"properties":{{"name":"{names.given(n)} {names.surname(n)}","age":{20 + n % 50}}}}}\n'
    if n % 10 == 1:
        lines += f'{{"id":"o{n // 10}","labels":["Lab"],"properties":{{"name":"{names.organisation_word(n // 10)} Lab"}}}}\n'
    return lines + f'{{"id":"e{n}","type":"WORKS_AT","from":"p{n}","to":"o{n // 10 if n % 10 else n // 10 - 1}","properties":{{"since":{2000 + n % 20}}}}}\n'


def own_names(adapter):
    return "all" if adapter in OWN_ALL else "first" if adapter in OWN_FIRST else ""


def pieces(adapter, how, text):
    """(before, function from number to text, behind)"""
    if how == "graph":
        return "", graph_lines, ""
    before, part, behind = repeated(adapter, how, text)
    if how == "flows":
        # A row each year and pair of made-up places: the count is what differs.
        return before, lambda n: f"P{n % 997},P{n // 997 % 991},{1980 + n // 988027}.0,{n % 5000}\n", behind
    own = own_names(adapter)
    if how != "openalex":
        return before, Template(part, own=own), behind
    # An institution's line once for each institution, then authors and works alone.
    lines = part.splitlines(keepends=True)
    institution = Template(lines[0], part, "all")
    others = [Template(line, part) for line in lines[1:3]]
    return before, lambda n: (institution(n) if n < names.MOST_ORGANISATIONS else "") + "".join(line(n) for line in others), behind


def write_text(adapter, how, text, size, path):
    before, part, behind = pieces(adapter, how, text)
    with open(path, "w", encoding="utf8", buffering=1 << 20) as out:
        out.write(before)
        written = number = 0
        while written < size:
            number += 1
            piece = part(number)
            out.write(piece)
            written += len(piece)
        out.write(behind)


def write_tar(adapter, how, text, size, path):
    part = Template(text, own=own_names(adapter))
    suffix = pathlib.Path(SAMPLES[adapter][0]).suffix
    packed = how == "tar.gz"
    with tarfile.open(path, "w:gz" if packed else "w", **({"compresslevel": 1} if packed else {}), format=tarfile.USTAR_FORMAT) as out:
        written = number = 0
        while written < size:
            number += 1
            data = part(number).encode()
            stem = f"{number:010d}-24-{number % 1000000:06d}" if adapter == "edgar-form-d" else str(number)
            entry = tarfile.TarInfo(f"{number % 1000:03d}/{stem}{suffix}")
            entry.size = len(data)
            out.addfile(entry, io.BytesIO(data))
            written += len(data)


def main():
    if sys.argv[1:] == ["list"]:
        print("\n".join(SAMPLES))
        return
    adapter, megabytes, path = sys.argv[1], float(sys.argv[2]), sys.argv[3]
    sample, how = SAMPLES[adapter]
    text = (GOLDEN / sample).read_text(encoding="utf-8-sig") if sample else ""
    (write_tar if how.startswith("tar") else write_text)(adapter, how, text, int(megabytes * 1e6), path)


main()
