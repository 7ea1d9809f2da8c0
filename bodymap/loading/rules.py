"""The kinds of mistake that a check tells apart, each with a sentence for those who meet it elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Rule = Literal[
    "unreadable-file",
    "encoding",
    "syntax",
    "plain-yaml",
    "duplicate-key",
    "stray-file",
    "unknown-key",
    "missing-key",
    "wrong-type",
    "unknown-choice",
    "duplicate-id",
    "unknown-id",
    "removed-id",
    "no-reference",
    "unverified-reference",
    "bad-identifier",
    "impossible-number",
    "wrong-unit",
    "blank-text",
    "shared-region",
    "missing-translation",
    "plain-svg",
    "unmatched-region",
    "doubtful-evidence",
    "doubtful-quote",
    "replaced-other",
]

RULES: Mapping[Rule, str] = MappingProxyType(
    {
        "unreadable-file": "A file or folder is missing, unreadable, too large or of another sort.",
        "encoding": "A text file is UTF-8 without control characters.",
        "syntax": "A file is YAML and begins with keys.",
        "plain-yaml": "No anchors, aliases, tags, second documents or endless nesting.",
        "duplicate-key": "A key stands once in its group.",
        "stray-file": "Every file of a pack lies where something reads it.",
        "unknown-key": "Only keys that the kind of record has.",
        "missing-key": "No key that the kind of record needs is left out.",
        "wrong-type": "Numbers are numbers, texts are texts, lists are lists.",
        "unknown-choice": "A word that is one of few is one of them.",
        "duplicate-id": "An id is unique among the records of its kind in a pack.",
        "unknown-id": "An id names something that is there.",
        "removed-id": "What a pack removes is there, and nothing still needs it.",
        "no-reference": "What was measured names the publication that says so.",
        "unverified-reference": "A reference that is not verified, or was retracted, carries nothing.",
        "bad-identifier": "Ids, DOIs, PMIDs, versions and ontology terms look like what they are.",
        "impossible-number": "Numbers agree with one another and with what can be.",
        "wrong-unit": "A unit is spelt as everywhere, and fits what was measured.",
        "blank-text": "A text that must be there says something.",
        "shared-region": "A region of the figure belongs to one organ.",
        "missing-translation": "A text that is in one language of its pack is in all of them.",
        "plain-svg": "A figure draws: it runs nothing, fetches nothing and comes to an end.",
        "unmatched-region": "What a figure draws is an organ or region of ours.",
        "doubtful-evidence": "What was seen in people rests on a study of people.",
        "doubtful-quote": "A text in quotes has straight ones.",
        "replaced-other": "A record replaces one about the same thing.",
    }
)
"""The sentence of each rule, in the order in which an author meets them."""

WARNINGS: frozenset[Rule] = frozenset(
    {"missing-translation", "unmatched-region", "doubtful-evidence", "doubtful-quote", "replaced-other"}
)
"""Rules that may be broken for a good reason: nothing is left out, and a check does not fail."""
