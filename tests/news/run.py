#!/usr/bin/env python3
"""The extractor on the news items of ../shared/data/news, by their own scorer. Skips where that folder is absent.

Every claim of `talentflow ingest --dry-run` is handed to score.py. Precision and recall must not fall below what is
reached; no forbidden claim may be made. Raise the floors with the rules."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
NEWS = ROOT.parent / "shared" / "data" / "news"
PROGRAM = ROOT / "build" / "talentflow"
PRECISION, RECALL = 0.95, 0.55

CLAIM = re.compile(r'^claim  (?P<subject>.+?) -(?P<relation>[A-Z_]+)-> (?P<rest>.*)$')
NAME = re.compile(r'^(?:[A-Z][a-z]+ )?"((?:[^"\\]|\\.)*)"|^(\S+)')


def named(text):
    found = NAME.match(text)
    return (found.group(1) or found.group(2) or "") if found else ""


def amount(rest):
    found = re.search(r"  amount (\d+)", rest)
    return "${:g} million".format(int(found.group(1)) / 1e6) if found else ""


def predictions(path):
    text = subprocess.run([PROGRAM, "ingest", ":memory:", "--dry-run", "--as", "news", path],
                          capture_output=True, text=True, check=True).stdout
    for line in text.splitlines():
        claim = CLAIM.match(line)
        if not claim or "  stance denies" in line:
            continue
        start = re.search(r"  start ([0-9-]+)(?:  |$)", claim["rest"])
        target = amount(claim["rest"]) if claim["relation"] == "RAISED" else named(claim["rest"])
        yield {"file": path.name, "subject": named(claim["subject"]), "predicate": claim["relation"], "object": target,
               "date": start.group(1) if start else ""}


def main():
    if not NEWS.is_dir():
        print("SKIP: ../shared/data/news is not here")
        print("1 passed, 0 failed")
        return 0
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as out:
        for path in sorted(NEWS.glob("*.txt")):
            for prediction in predictions(path):
                out.write(json.dumps(prediction) + "\n")
        out.flush()
        done = subprocess.run([sys.executable, NEWS / "score.py", NEWS, out.name, "--json"], capture_output=True, text=True)
    score = json.loads(done.stdout.strip().splitlines()[-1])
    good = score["precision"] >= PRECISION and score["recall"] >= RECALL and score["forbidden_hits"] == 0
    print("precision {precision:.3f}, recall {recall:.3f}, forbidden {forbidden_hits}".format(**score))
    print("1 passed, 0 failed" if good else "0 passed, 1 failed")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
