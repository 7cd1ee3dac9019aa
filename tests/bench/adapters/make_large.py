#!/usr/bin/env python3
"""Files for measuring adapters: the samples of the fuzz target, repeated with changed ids to any size.

usage: make_large.py ADAPTER MEGABYTES FILE

Formats of one document a file (XML records, pages) become a tar of many, as their publishers ship them."""
import io
import pathlib
import re
import sys
import tarfile

SEEDS = pathlib.Path(__file__).resolve().parents[2] / "fuzz" / "adapters_seeds.txt"
NAMES = ("careers-table observed-flows orcid-json orcid-xml ror openalex openalex-merged wikidata edgar-form-d edgar-item-502 "
         "edgar-submissions json-resume schema-org personnel-table graphml claims-jsonl html feed edgar-8k-html "
         "edgar-full-text").split()
TABLES = {"careers-table", "observed-flows", "openalex-merged", "personnel-table"}
IN_TAR = {"orcid-xml", "edgar-form-d", "html", "edgar-8k-html"}
# What identifies: the digits of these are replaced, so that every copy is about somebody else.
IDS = re.compile(r"0000-000\d-\d{4}-\d{3}[\dX]|0example\w*|(?<=openalex\.org/[AIW])\d+|\bQ9\d{6,}|(?<=org/)example|"
                 r"(?<=<cik>)\d+|(?<=\"cik\":\")\d+|0000000042|courier-\d+|example/\w+(?=[<\"?])|"
                 r"(?<=put-code=\")\d+|(?<=\"put-code\":)\s*\d+|(?<= id=\")\w+|(?<=source=\")\w+|(?<=target=\")\w+")


def sample(adapter):
    letter = chr(ord("@") + NAMES.index(adapter))
    lines = [line[1:] for line in SEEDS.read_text(encoding="utf8").splitlines() if line.startswith(letter)]
    return lines[0].replace("\\n", "\n")


def changed(text, number):
    def replace(found):
        old = found.group(0)
        if old.startswith("0000-"):
            digits = f"{number % 10**11:011d}"
            return f"0000-000{digits[0]}-{digits[1:5]}-{digits[5:8]}{digits[8]}"
        if not old.strip().isdigit():
            return f"{old}{number}"
        return f"{(int(old) + number) % 10**9:0{len(old) if old.startswith('0') else 1}d}"
    return IDS.sub(replace, text)


def records(adapter, text):
    """What stands before the repeated part, the part, and what stands behind it."""
    if adapter in TABLES:
        header, _, rows = text.partition("\n")
        if adapter == "personnel-table":
            rows = text[text.index("|---"):].split("\n", 1)[1]
            return text[:len(text) - len(rows)], rows.rstrip("\n") + "\n", ""
        return header + "\n", rows.rstrip("\n") + "\n", ""
    if adapter == "feed":
        begin, end = text.index("<item"), text.rindex("</item>") + len("</item>")
        return text[:begin], text[begin:end] + "\n", text[end:]
    if adapter == "graphml":
        begin, end = text.index("<node"), text.rindex("</graph>")
        return text[:begin], text[begin:end], text[end:]
    if adapter == "edgar-full-text":
        return "", text[:text.index("</SEC-DOCUMENT>")] + "</SEC-DOCUMENT>\n", ""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].rstrip("]").strip().rstrip(",")
    return "", " ".join(text.split("\n")) + "\n" if adapter != "claims-jsonl" else text + "\n", ""


def write_text(adapter, size, path):
    before, part, behind = records(adapter, sample(adapter))
    with open(path, "w", encoding="utf8") as out:
        out.write(before)
        written = number = 0
        while written < size:
            number += 1
            piece = changed(part, number)
            if adapter in TABLES:
                piece = re.sub(r"^(\|? ?)([^,|\n]*)", lambda m: f"{m.group(1)}{m.group(2).rstrip()} {number} ", piece, flags=re.M) \
                    if adapter in ("careers-table", "personnel-table") else re.sub(r"A(\d+)", lambda m: f"A{int(m.group(1)) + number * 10}", piece)
            out.write(piece)
            written += len(piece)
        out.write(behind)


def write_tar(adapter, size, path):
    text = sample(adapter)
    suffix = ".xml" if "xml" in adapter or "form" in adapter else ".html"
    with tarfile.open(path, "w") as out:
        written = number = 0
        while written < size:
            number += 1
            data = changed(text, number).encode()
            entry = tarfile.TarInfo(f"{number % 1000:03d}/{number}{suffix}")
            entry.size = len(data)
            out.addfile(entry, io.BytesIO(data))
            written += len(data)


adapter, megabytes, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
(write_tar if adapter in IN_TAR else write_text)(adapter, megabytes * 1000000, path)
