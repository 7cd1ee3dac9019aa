#!/usr/bin/env python3
"""The extractor on prose: the invented stories beside this file, and the news items of ../shared/data/news by their own
scorer, and the labelled sentences of ../shared/data/relations (left out where that folder is absent). All run the program as a user does, `ingest --dry-run`.

    tests/news/run.py              all
    tests/news/run.py WORD ..      the stories whose file or title contains a word

No forbidden claim may be made, and precision and recall must not fall below what is reached. Raise the floors with the
rules; the stories say what each rule must find and must leave alone."""
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import knowledgenet  # noqa: E402
import stories  # noqa: E402

ROOT = HERE.parents[1]
NEWS = ROOT.parent / "shared" / "data" / "news"
PROGRAM = ROOT / "build" / "talentflow"
RELATIONS = ROOT.parent / "shared" / "data" / "relations" / "knowledgenet_half.jsonl"
PRECISION, RECALL = 0.95, 0.90
# property: floors of precision and recall on KnowledgeNet, encyclopaedic prose about people and firms of every kind
KNOWLEDGENET = {"EMPLOYEE_OR_MEMBER_OF": (0.85, 0.15), "FOUNDED_BY": (0.85, 0.25), "EDUCATED_AT": (0.85, 0.15),
                "CEO": (0.85, 0.18), "SUBSIDIARY_OF": (0.85, 0.10)}


def predictions(path):
    for claim in stories.claims_of(PROGRAM, path):
        if claim["denied"]:
            continue
        prediction = {"file": path.name, "subject": claim["subject"], "predicate": claim["relation"], "object": claim["object"],
                      "start": claim["start"], "end": "" if claim["end"] == ".." else claim["end"],
                      "status": "planned" if claim["planned"] else claim["status"]}
        if claim["role"]:
            prediction["role"] = claim["role"]
        yield prediction


def score_shared():
    """(passed, failed) of the shared set."""
    if not NEWS.is_dir():
        print("SKIP: ../shared/data/news is not here")
        return 0, 0
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as out:
        for path in sorted(NEWS.glob("*.txt")):
            for prediction in predictions(path):
                out.write(json.dumps(prediction) + "\n")
        out.flush()
        done = subprocess.run([sys.executable, NEWS / "score.py", NEWS, out.name, "--json"], capture_output=True, text=True)
    score = json.loads(done.stdout.strip().splitlines()[-1])
    print("precision {precision:.3f}, recall {recall:.3f}, forbidden {forbidden_hits}, dates {date_accuracy:.3f}, "
          "status {status_ok} of {status_n}".format(**score))
    good = score["precision"] >= PRECISION and score["recall"] >= RECALL and score["forbidden_hits"] == 0
    return (1, 0) if good else (0, 1)


def score_relations():
    """(passed, failed) of the labelled sentences, one for each property."""
    if not RELATIONS.is_file():
        print("SKIP: ../shared/data/relations is not here")
        return 0, 0
    passed = failed = 0
    totals = knowledgenet.score(PROGRAM, RELATIONS)
    for name, (precision, recall) in KNOWLEDGENET.items():
        count = totals[name]
        reached = (count["right"] / max(1, count["right"] + count["wrong"]), count["found"] / max(1, count["wanted"]))
        print("%-22s precision %.3f, recall %.3f" % (name, *reached))
        good = reached[0] >= precision and reached[1] >= recall
        passed, failed = passed + good, failed + (not good)
    return passed, failed


def main():
    words = sys.argv[1:]
    passed, failed = stories.check_stories(PROGRAM, HERE / "stories", words)
    if not words:
        for more in (score_shared(), score_relations()):
            passed, failed = passed + more[0], failed + more[1]
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
