"""Reads saved files with the programs that people open them with, and compares what arrives with the open data.

Usage: read_back.py OPEN_DATA FOLDER. The folder holds sources.ris, sources.bib and one table for each page:
causes.csv with all causes, and <page>.csv with the topics of a page. Ends with status 1 if anything differs.
"""

import io
import json
import re
import sys
import unicodedata
from contextlib import redirect_stderr
from pathlib import Path

import bibtexparser
import pandas
import rispy
from bibtexparser import middlewares

# `Brown P, Day BL`: a text of this form names persons only, whatever else the explorer concludes.
INITIALS = r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)* [A-Z]{1,3}"
PERSONS = re.compile(rf"{INITIALS}(?:, {INITIALS})+")

# A name with one of these words is an organisation's.
ORGANISATION = re.compile(
    r"\b(?:Academy|Association|Commission|Committee|Foundation|Institute|Institutes|Library|Ministry|Organization"
    r"|Organisation|Society|University)\b"
)

faults = []


def expect(holds, fault):
    """Notes a fault unless something holds."""
    if not holds:
        faults.append(fault)


def compare(what, found, expected):
    """Notes a fault unless two values are the same."""
    expect(found == expected, f"{what}: {found!r} instead of {expected!r}")


def ris_names(record):
    """The authors of a record of rispy. A comma at the end says that a name is whole."""
    names = []
    for author in record.get("authors", []):
        if author.endswith(","):
            names.append(("whole", author[:-1]))
        else:
            family, _, given = author.partition(", ")
            names.append(("person", family, given.replace(" ", "")))
    return names


def bibtex_names(entry):
    """The authors of an entry of bibtexparser, and whether there are others."""
    if "organization" in entry:
        # What many sources share is not written as their author: styles run out of labels.
        return [("whole", entry["organization"].removeprefix("{").removesuffix("}"))], False
    names, others = [], False
    for name in entry["author"] if "author" in entry else []:
        family = " ".join(name.von + name.last)
        if family == "others" and not name.first:
            others = True
        elif family.startswith("{") and family.endswith("}"):
            whole = " ".join(name.first + name.jr)
            expect(not whole, f"{entry.key}: {family} is divided, {whole} is left over")
            names.append(("whole", family[1:-1]))
        else:
            names.append(("person", family, " ".join(name.first).replace(" ", "")))
    return names, others


def greek(name):
    """The small Greek letter with a name as TeX has it."""
    name = {"lambda": "lamda"}.get(name, name)
    return unicodedata.lookup(f"GREEK SMALL LETTER {name}")


def plain(text):
    """A text of BibTeX without its escapes."""
    for escaped, letter in [
        ("\\textless{}", "<"), ("\\textgreater{}", ">"), ("\\textasciitilde{}", "~"),
        ("\\textasciicircum{}", "^"), ("\\textbackslash{}", "\\"),
    ]:
        text = text.replace(escaped, letter)
    text = re.sub(r"\{\\relax (.)\}", r"\1", text)
    text = re.sub(r"\{\$\\([a-z]+)\$\}", lambda found: greek(found[1]), text)
    return re.sub(r"\\([{}$&#_%])", r"\1", text)


def read_references(data, folder):
    """Compares both files of references with the sources of the open data, and with each other."""
    sources = {source["id"]: source for source in data["sources"]}
    with open(folder / "sources.ris", encoding="utf-8") as file:
        ris = {record["id"]: record for record in rispy.load(file)}
    stack = [middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    library = bibtexparser.parse_file(str(folder / "sources.bib"), append_middleware=stack)
    compare("entries that bibtexparser cannot read", [str(block) for block in library.failed_blocks], [])
    bibtex = {entry.key: entry for entry in library.entries}
    for name, keys, count in [
        ("sources.ris", ris, sum(1 for _ in ris)),
        ("sources.bib", bibtex, len(library.entries)),
    ]:
        compare(f"{name}: number of sources", count, len(sources))
        compare(f"{name}: keys", list(keys), list(sources))
    persons = organisations = 0
    for key, source in sources.items():
        if key not in ris or key not in bibtex:
            continue
        one, other = ris[key], bibtex[key]
        compare(f"{key}: title in RIS", one["title"], " ".join(source["title"].split()))
        title = plain(other["title"].removeprefix("{").removesuffix("}"))
        compare(f"{key}: title in BibTeX", title, " ".join(source["title"].split()))
        compare(f"{key}: year in RIS", one.get("year"), str(source["year"]) if "year" in source else None)
        compare(f"{key}: year in BibTeX", other["year"] if "year" in other else None, one.get("year"))
        compare(f"{key}: DOI in RIS", one.get("doi"), source.get("doi"))
        compare(f"{key}: DOI in BibTeX", other["doi"] if "doi" in other else None, source.get("doi"))
        names, others = bibtex_names(other)
        names = [tuple(plain(part) for part in name) for name in names]
        check_names(key, source.get("authors", ""), ris_names(one), names, others)
        persons += sum(name[0] == "person" for name in names)
        organisations += sum(name[0] == "whole" for name in names)
    expect(persons > 0 and organisations > 0, f"{persons} persons and {organisations} organisations")
    print(f"  {len(ris)} sources in RIS, {len(bibtex)} in BibTeX: {persons} persons, {organisations} whole names")


def check_names(key, shown, ris, bibtex, others):
    """Compares the authors in both files with each other and with the text of the open data."""
    # The comma at the end of a whole name leaves no room in RIS for another one.
    bare = [("whole", name[1].replace(",", "")) if name[0] == "whole" else name for name in bibtex]
    compare(f"{key}: authors in RIS", ris, bare)
    expect(bool(bibtex) == bool(shown), f"{key}: {bibtex} for {shown!r}")
    compare(f"{key}: further authors", others, bool(re.search(r"\bet al\b|\bothers\b", shown)))
    for kind, name, *_ in bibtex:
        expect(name and name in shown, f"{key}: {name!r} is not in {shown!r}")
        expect("et al" not in name and ";" not in name, f"{key}: {name!r} is more than one name")
        is_organisation = ORGANISATION.search(name) is not None
        expect(not is_organisation or kind == "whole", f"{key}: {name!r} is divided as a person's name")
    if PERSONS.fullmatch(shown):
        expected = [tuple(name.rsplit(" ", 1)) for name in shown.split(", ")]
        found = [(name[1], re.sub(r"[. ]", "", name[2])) for name in bibtex if name[0] == "person"]
        compare(f"{key}: persons", found, expected)
    elif ORGANISATION.search(shown) and ";" not in shown:
        compare(f"{key}: organisation", bibtex, [("whole", shown)])


def read_tables(data, folder):
    """Compares every table with the open data, read as pandas reads it unasked and read as text."""
    known = {("cause", cause["id"]): cause for cause in data["causes"]}
    known |= {(topic["kind"], topic["id"]): topic for topic in data["topics"]}
    seen = []
    for path in sorted(folder.glob("*.csv")):
        table = pandas.read_csv(path)
        texts = pandas.read_csv(path, dtype=str, keep_default_na=False)
        compare(f"{path.name}: rows", len(table), len(texts))
        compare(f"{path.name}: last column", table.columns[-1], "notice")
        for column in table.columns:
            # A gene that is called `NA` or a name such as `None` would be lost here.
            lost = texts[column][table[column].isna() & (texts[column] != "")]
            compare(f"{path.name}: cells of {column} that pandas takes for empty", list(lost), [])
        for _, row in texts.iterrows():
            key = (row.get("kind", "cause"), row["id"])
            expect(key in known, f"{path.name}: {key} is not in the open data")
            entry = known.get(key, {})
            compare(f"{path.name}: name of {key}", row["name"].removeprefix("'"), entry.get("name"))
            synonyms = "; ".join(entry.get("synonyms", []))
            compare(f"{path.name}: synonyms of {key}", row["synonyms"].removeprefix("'"), synonyms)
            sources = set(row["sources"].split("; ")) - {""}
            expect(sources <= IDS, f"{path.name}: {key} cites {sources - IDS}")
            expect("not reviewed" in row["notice"].lower(), f"{path.name}: {key} has no notice")
            seen.append(key)
        print(f"  {path.name}: {len(table)} rows, {len(table.columns)} columns")
    compare("entries in all tables", sorted(seen), sorted(known))


open_data, folder = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2])
IDS = {source["id"] for source in open_data["sources"]}
read_references(open_data, folder)
read_tables(open_data, folder)
for fault in faults:
    print(f"  {fault}", file=sys.stderr)
sys.exit(bool(faults))
