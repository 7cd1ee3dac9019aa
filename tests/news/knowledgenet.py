"""Scores the extractor on sentences with human-labelled facts (../shared/data/relations/knowledgenet_half.jsonl).

The labels give, for a sentence, facts of a few properties; a claim of ours that corresponds to such a property counts:
right when its two names fit a labelled fact of the sentence's document and property, wrong otherwise. Labels name
pronouns ("She", "which") beside names; a fact is found when any of its forms is. Sentences of one document are read
together, in their order, so that pronouns can be resolved. Facts whose subject or object is only a pronoun everywhere
in the document cannot be found by name and are left out of recall."""
import json
import pathlib
import re
import tempfile
from collections import defaultdict

import stories

PROPERTIES = {"WORKS_AT": "EMPLOYEE_OR_MEMBER_OF", "JOINED": "EMPLOYEE_OR_MEMBER_OF", "LEFT": "EMPLOYEE_OR_MEMBER_OF",
              "LEADS": "EMPLOYEE_OR_MEMBER_OF", "FOUNDED": "FOUNDED_BY", "STUDIED_AT": "EDUCATED_AT", "PART_OF": "SUBSIDIARY_OF"}
PRONOUNS = set("he she it they who which that his her its their i we you my our your him them whose where".split())


def words(name):
    name = re.sub(r"\(.*?\)|\b(the|inc|ltd|llc|co|corp|corporation|company|mr|dr|ms|jr|sr|professor)\b\.?", " ", name.lower())
    return set(re.findall(r"\w+", name))


def fits(name, other):
    """Whether two forms of a name can mean the same: one has all words of the other."""
    first, second = words(name), words(other)
    return bool(first and second) and (first <= second or second <= first)


def is_chief(role):
    role = role.lower()
    return "ceo" in role or "chief executive" in role


class Document:
    def __init__(self):
        self.sentences = []
        self.facts = defaultdict(list)  # property -> [(subject forms, object forms)]

    def add(self, row):
        if row["sentence"] not in self.sentences:
            self.sentences.append(row["sentence"])
        # the labels give one fact once for each form of its names: kept together by sentence and the other side
        self.facts[row["property"]].append((row["sentence"], row["subject"], row["object"], row["subject_qid"], row["object_qid"]))


def groups(facts):
    """Facts that differ only in the form of their names, as lists of forms."""
    out = []
    for sentence, subject, other, subject_id, object_id in facts:
        for group in out:
            same_subject = fits(subject, group["subjects"][0]) or subject.lower() in PRONOUNS or group["pronoun_subject"] or (
                subject_id and subject_id == group["subject_id"])
            same_object = fits(other, group["objects"][0]) or other.lower() in PRONOUNS or group["pronoun_object"] or (
                object_id and object_id == group["object_id"])
            if sentence == group["sentence"] and same_subject and same_object:
                group["subjects"].append(subject)
                group["objects"].append(other)
                break
        else:
            out.append({"sentence": sentence, "subjects": [subject], "objects": [other], "subject_id": subject_id,
                        "object_id": object_id, "pronoun_subject": subject.lower() in PRONOUNS,
                        "pronoun_object": other.lower() in PRONOUNS})
    return out


def named(forms):
    return any(form.lower() not in PRONOUNS for form in forms)


def read(path):
    documents = defaultdict(Document)
    for line in path.read_text().splitlines():
        row = json.loads(line)
        documents[row["doc"]].add(row)
    return documents


def claims_of_sentences(program, sentences):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("https://example.com/page\npublished: 2018-06-01\n\n" + "\n".join(sentences) + "\n")
        file.flush()
        return [claim for claim in stories.claims_of(program, file.name) if not claim["denied"]]


def score(program, path):
    """property -> {"right", "wrong", "found", "wanted"}."""
    out = defaultdict(lambda: {"right": 0, "wrong": 0, "found": 0, "wanted": 0})
    for document in read(path).values():
        wanted = {prop: groups(facts) for prop, facts in document.facts.items()}
        found = defaultdict(set)
        judged = set()
        for claim in claims_of_sentences(program, document.sentences):
            properties = [PROPERTIES.get(claim["relation"])]
            if claim["relation"] in ("WORKS_AT", "JOINED", "LEADS") and is_chief(claim["role"]):
                properties.append("CEO")
            for prop in properties:
                key = (prop, claim["subject"], claim["object"])
                if prop is None or key in judged or prop not in wanted and prop != "EMPLOYEE_OR_MEMBER_OF":
                    continue
                judged.add(key)
                person, organisation = claim["subject"], claim["object"]
                hits = []
                for number, group in enumerate(wanted.get(prop, [])):
                    subjects, objects = group["subjects"], group["objects"]
                    if prop in ("FOUNDED_BY", "CEO"):
                        subjects, objects = objects, subjects
                    same_person = any(fits(person, form) or form.lower() in PRONOUNS for form in subjects)
                    if same_person and any(fits(organisation, form) for form in objects):
                        hits.append(number)
                # a founder or chief works there too: no error of the employer relation
                implied = prop == "EMPLOYEE_OR_MEMBER_OF" and any(
                    any(fits(organisation, form) for form in group["subjects"])
                    for other in ("CEO", "FOUNDED_BY") for group in wanted.get(other, []))
                if not hits and (implied or prop not in wanted):
                    continue
                out[prop]["right" if hits else "wrong"] += 1
                found[prop].update(hits)
        for prop, facts in wanted.items():
            for number, group in enumerate(facts):
                if prop in ("FOUNDED_BY", "CEO", "EDUCATED_AT", "EMPLOYEE_OR_MEMBER_OF", "SUBSIDIARY_OF"):
                    out[prop]["wanted"] += 1
                    out[prop]["found"] += number in found[prop]
    return out
