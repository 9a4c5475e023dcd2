"""Expected values for what findings cite, quote and name, computed independently of Malestok.

Made once with Python 3.11 and NumPy 1.24 (Debian 12: python3-numpy); the tests read only the JSON:

    python3 -P test/golden/answers.py

- answers.json: validity of citations, fabrication rate and its neighbours, quotes, advisory and contested
  recall, neutral findings, misses and false alarms by code. No code occurs twice in a case or an answer, so
  that findings and defects of one code match and nothing else does. What the words cite is written down by
  hand below, from the structure of the laws as of 1 September 2024 (bygningsreglementet.dk, retsinformation.dk)
"""
import collections
import json
import pathlib
import sys
import numpy as np

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(20241204)

# Words, verdict, what they cite (the same twice in a finding counts once), whole law or chapter.
known = [
    ("BR18 § 10, stk. 1, nr. 2", "valid", "10/1/2", False),
    ("br18/10/1/2", "valid", "10/1/2", False),
    ("BR18 § 177, nr. 2", "valid", "177/2", False),  # one stk. only, so the next is the same
    ("BR18 § 177, stk. 1, nr. 2", "valid", "177/2", False),
    ("BR18 § 82, nr. 2", "valid", "82/2/2", False),  # its numbers stand in stk. 2
    ("BR18 § 82, stk. 1, nr. 2", "nonexistent", "82/1/2", False),
    ("BR18 § 812", "nonexistent", "812", False),  # the last is § 565
    ("BR18 § 10, stk. 1, nr. 2 og § 812", "nonexistent", "10/1/2+812", False),  # one list, false in part
    ("BR15, kap. 2.2.3, stk. 1", "outdated", "br15", False),
    ("BR18", "valid", "br18", True),
    ("BR18, kap. 5", "valid", "kap5", True),
    ("vejloven § 49", "unverifiable", "vejloven", False),  # read in part
    ("jagtloven § 3", "unknownLaw", "jagtloven", False),
    ("efter min mening", "unparsable", "-", False),
]
verdicts = ("valid", "outdated", "nonexistent", "unverifiable", "unknownLaw", "unparsable")
texts = {"a": "Sag nr. 7: skur på 40 m², afstand til skel 2,5 m.", "b": "Målestok 1:100. Afstand til skel: se plan."}
quotes = [{"documentId": d, "quote": q} for d in texts for q in
          ("skur på 40 m²", "skur  på\n40 m²", "Målestok 1:100", "til skel", "taget er rødt")]


def draw_case():
    codes = ["x1", "x2", "y1", "y2", "z1", "z2"]
    roles = rng.choice(["required", "required", "advisory", "contested"], len(codes))
    defects = [{"code": c, "role": str(r)} for c, r in zip(codes, roles) if rng.random() < 0.5]
    findings = []
    for code in codes:
        if rng.random() < (0.6 if any(d["code"] == code for d in defects) else 0.2):
            findings.append({"code": code, "citations": [known[i][0] for i in rng.integers(0, len(known), 3)],
                             "quotes": [quotes[i] for i in rng.integers(0, len(quotes), rng.integers(0, 3))]})
    return {"defects": defects, "findings": findings}


def fold(text):
    return " ".join(text.split())


def judge(quote):
    words = fold(quote["quote"])
    if words in fold(texts[quote["documentId"]]):
        return "verbatim"
    return "elsewhere" if any(words in fold(text) for text in texts.values()) else "fabricated"


def share(flags):
    return float(np.mean(flags))


cases = [draw_case() for _ in range(20)]
findings = [f for case in cases for f in case["findings"]]
facts = {words: (verdict, cites, broad) for words, verdict, cites, broad in known}
# Distinct citations of each finding, by what they cite.
cited = [list({facts[w][1]: facts[w] for w in f["citations"]}.values()) for f in findings]
written = [entry for entries in cited for entry in entries]
checkable = [v for v, _, _ in written if v in ("valid", "outdated", "nonexistent")]
judged = [judge(q) for f in findings for q in f["quotes"]]
role_of = lambda case, code: next((d["role"] for d in case["defects"] if d["code"] == code), None)
named = lambda case, code: any(f["code"] == code for f in case["findings"])
recall = lambda role: share([named(c, d["code"]) for c in cases for d in c["defects"] if d["role"] == role])
found = [role_of(case, f["code"]) for case in cases for f in case["findings"]]
sought = [(d["code"], named(c, d["code"])) for c in cases for d in c["defects"] if d["role"] == "required"]
false_alarms = [f["code"] for case in cases for f in case["findings"] if role_of(case, f["code"]) is None]
counts = collections.Counter(v for v, _, _ in written)
text = json.dumps({
    "source": "NumPy (mean) and collections.Counter on facts written down by hand, see test/golden/answers.py",
    "versions": {"python": sys.version.split()[0], "numpy": np.__version__},
    "texts": texts,
    "cases": cases,
    "expected": {
        "written": len(written),
        "validity": {v: counts[v] for v in verdicts},
        "tooBroad": sum(broad for _, _, broad in written),
        "fabricationRate": share([v == "nonexistent" for v in checkable]),
        "uncheckedShare": share([v not in ("valid", "outdated", "nonexistent") for v, _, _ in written]),
        "findingsWithNonexistent": share([any(v == "nonexistent" for v, _, _ in entries) for entries in cited]),
        "verbatimQuotes": share([j == "verbatim" for j in judged]),
        "fabricatedQuotes": share([j == "fabricated" for j in judged]),
        "advisoryRecall": recall("advisory"),
        "contestedRecall": recall("contested"),
        "truePositives": found.count("required"),
        "falsePositives": found.count(None),
        "neutral": found.count("advisory") + found.count("contested"),
        "misses": {c: [sum(not hit for d, hit in sought if d == c), sum(d == c for d, _ in sought)]
                   for c in sorted({c for c, hit in sought if not hit})},
        "falseAlarms": dict(sorted(collections.Counter(false_alarms).items())),
    },
}, ensure_ascii=False, indent=1)
(here / "answers.json").write_text(text + "\n")
