"""What each key of a pack means, and in which unit: for schemas, and for docs/keys.md made from them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bodymap.authoring.key_value import Key, frozen
from bodymap.authoring.kinetic_key_words import KINETIC_FILES, KINETIC_KEYS, KINETIC_LISTS

_REFERENCES = "Ids of verified references; at least one."
_SURE = "How sure the whole row is: high (several studies or a decisive experiment in people), moderate, low."
_SCHOOL_AND_MORE = "The same said to a 15-year-old and to a student; nothing that the rows do not say."

KEYS: Mapping[str, Mapping[str, Key]] = MappingProxyType(
    {
        **KINETIC_KEYS,
        "Pack": frozen(
            id="Lower case with hyphens; unique among the packs that are read.",
            title="What readers see beside a claim of this pack.",
            version="Such as 1.0.0; in quotes where it would be a number (1.0).",
            licence="The SPDX name of a licence, such as CC-BY-4.0.",
            authors="Who answers for it; at least one.",
            languages="The codes of the languages of the texts, the usual one first: [en] or [en, de]. "
            "With several, a text may be written {en: Liver, de: Leber}; a plain text is the same in all.",
            remove="What is taken away from the packs below, by kind of record.",
        ),
        "Removal": frozen(
            organs="Ids of organs.",
            signals="Ids of signals.",
            movements="Ids of movements.",
            effects="Ids of effects.",
            findings="Ids of findings.",
            contrasts="Ids of contrasts.",
            claims=("Numbers of claims.", "number of the sentence"),
            references="Ids of references.",
            courses="Ids of published time courses (kinetics).",
            curves="Ids of curves (physiology), each that of its signal.",
            efforts="Ids of efforts (physiology).",
            days="Ids of ready days (physiology).",
        ),
        "Words": frozen(
            school="For a 15-year-old.",
            university="For a student of physiology: numbers with their units.",
        ),
        "Organ": frozen(
            id="Lower case with hyphens, such as liver.",
            name="What readers see, such as Liver.",
            latin="Name in the manner of Terminologia Anatomica 2.",
            ontology="UBERON, CL (immune cells) or MONDO (tumour) id, looked up: UBERON:0002107.",
            synonyms="Words that people search for.",
            regions="Where it lies: ids of regions of the figure; a region belongs to one organ.",
            closeup="The close-up picture that shows it.",
            pointed_at="Regions of it at which a label points; without them it points at the largest.",
            words=_SCHOOL_AND_MORE,
        ),
        "Signal": frozen(
            id="Lower case with hyphens, such as il6.",
            name="The full name, such as Interleukin-6.",
            short="The label in the figure, such as IL-6.",
            synonyms="Gene and spellings: IL6, interleukin 6.",
            gene="HGNC symbol of the human gene.",
            uniprot="UniProt accession, such as P05231.",
            chebi="ChEBI id, such as CHEBI:16651.",
            family="What sort of molecule: cytokine, growth factor, metabolite …",
            muscle='Whether working muscle sends it into the blood: "yes", contested, "no". Keep the quotes.',
            why="The reason for that word.",
            reach="endocrine (by the blood), paracrine (to neighbours), autocrine; the main one first.",
            sources="Who makes it: ids of organs; whole-body where many tissues do.",
            source_note="The sources in the authors' words, with what the list cannot say.",
            words=_SCHOOL_AND_MORE,
            disputed="What is not certain, a sentence each.",
            references="Ids of verified references for the words and for why.",
        ),
        "EffectsHead": frozen(
            agent="A signal's id, exercise or inactivity: once for all effects of the file."
        ),
        "Effect": frozen(
            id="Unique among all effects: in a pack of your own begin it with the pack's id.",
            organ="Id of the organ in which it was seen.",
            what="The effect in a plain sentence.",
            how="Mechanism, method, numbers with their units.",
            direction="What happens to the thing in of: increases, decreases, modulates, no-change.",
            of="The measured thing, such as visceral fat mass.",
            evidence="human-trial, human-observational, animal, in-vitro, review-consensus.",
            confidence=_SURE,
            n=("How many were studied, where the source says it; at least 1.", "people (or animals)"),
            references=_REFERENCES,
            claim=("The sentence of the article that it bears on.", "number of the sentence"),
        ),
        "Movement": frozen(
            id="Lower case, without a dose: running.",
            name="What readers see.",
            synonyms="Words that people search for.",
            rest="true only for sitting: its responses are never drawn as a release.",
            minutes=("The usual length; left out for a programme of weeks.", "minutes"),
            intensity="How hard it usually is.",
            words=_SCHOOL_AND_MORE,
            muscles="The muscle groups that work.",
            muscle_share="Share of the whole-body muscle mass that works, in words.",
            muscle_basis="Where loads and share come from: estimates for drawing, not measurements.",
            note="Anything else to keep in mind.",
            mets="Energy cost, one entry for each line of the Compendium.",
            responses="What it does to signals.",
        ),
        "Intensity": frozen(
            words="How hard, in words; always.",
            low=("Lower end, 0 to 100, where a number fits.", "% of maximal oxygen uptake"),
            high=("Upper end, 0 to 100, where a number fits.", "% of maximal oxygen uptake"),
            estimate="false only where it was measured.",
        ),
        "MuscleLoad": frozen(
            group="A muscle group of the figure, without its side: quadriceps.",
            load=("How hard it works, for drawing.", "0 to 1"),
        ),
        "Met": frozen(
            value=("Energy cost, above 0.", "metabolic equivalents (1 = sitting quietly)"),
            code="Code of the line in the Adult Compendium, in quotes.",
            activity="The words of that line.",
            references=_REFERENCES,
        ),
        "Response": frozen(
            agent="A signal's id, or exercise as a whole.",
            change="rises, falls, unchanged, unclear, not-measured: as the words of the row allow.",
            acute="The change in words.",
            size="Its size in numbers with their units.",
            confidence=_SURE,
            references="Ids of verified references; [] only where nothing was measured.",
        ),
        "FindingsHead": frozen(organ="Id of the organ of everything below: once for the file."),
        "Finding": frozen(
            id="Unique among all findings: in a pack of your own begin it with the pack's id.",
            kind="What people did: inactivity or exercise.",
            exposure="What was compared with what.",
            endpoint="What was measured.",
            measure="HR, RR, odds ratio, standardised mean difference, mean change, change % …",
            value=("The result; a ratio above 1 is more of the endpoint.", "as in unit"),
            low=("Lower end of the 95 % interval.", "as in unit"),
            high=("Upper end of the 95 % interval.", "as in unit"),
            unit="%, percentage points, SD, mmHg … A ratio has none.",
            words="The result where it is a direction or a ranking and not a number.",
            n=("How many people; at least 1.", "people"),
            bearing="Our reading: harm, benefit; unclear where the interval includes no difference.",
            design="Kind of study: meta-analysis, controlled human trial, cohort or cross-sectional, review.",
            plain="The sentence for everyone.",
            confidence=_SURE,
            caution="What to keep in mind.",
            references=_REFERENCES,
        ),
        "Contrast": frozen(
            id="Unique among all contrasts.",
            what="What is set side by side.",
            sedentary="Measured sedentary, in words and numbers.",
            active="Measured active, in words and numbers.",
            sedentary_value=("Only where both are numbers on one scale.", "as in unit"),
            active_value=("Only where both are numbers on one scale.", "as in unit"),
            unit="The unit of both values.",
            difference="Computed from the two values, or said plainly where it cannot be.",
            interval="How exact the difference is, in words; without it the card says that none was read.",
            note="What it means.",
            references=_REFERENCES,
        ),
        "NoHead": frozen(),
        "Claim": frozen(
            number=("Unique among all claims; effects name it.", "number of the sentence"),
            claim="The article's sentence, in your own words.",
            verdict="supported, nuanced, overstated, unverified.",
            nuance="What the literature really says, in a sentence.",
            references="Ids of the verified references that carry the verdict.",
            context="Ids of references that were read, but carry nothing.",
            organs="Ids of the organs it is about.",
            signals="Ids of the signals it is about.",
        ),
        "ReferencesHead": frozen(
            kind="human-trial, human-observational, animal, in-vitro, review, meta-analysis; once a file."
        ),
        "Reference": frozen(
            id="First author and year, such as wedell2019; with a word where that is taken.",
            authors='Such as Wedell-Neergaard AS et al.; "Authors not displayed" where the record has none.',
            year=("Of publication.", "year"),
            title="As in the record that was seen.",
            journal="Its name.",
            doi="Without the address: 10.1016/j.cmet.2018.12.007.",
            pmid='In quotes: "30595477".',
            verified="true only where its doi or pmid, which stands here then, was seen beside that title.",
            retracted="true for a paper that was taken back: listed only as a warning.",
            note="Anything else.",
        ),
    }
)
"""By type of record, and then by key."""

FILES: Mapping[str, str] = MappingProxyType(
    {
        "pack": "What this folder is and who answers for it.",
        "organs": "One organ or tissue a file: its names, its place in the figure, what exercise does there.",
        "signals": "One signal a file: who sends it, what is disputed, and beside it all its effects.",
        "effects": "Effects of one agent: a signal, exercise as a whole, or inactivity.",
        "movements": "One way to move a file: usual dose, working muscles, what was measured in the blood.",
        "findings": "Measured differences in one organ, and pairs measured sedentary and active.",
        "claims": "The sentences of a popular article, each with a verdict.",
        "references": "Publications of one kind of study.",
        **KINETIC_FILES,
    }
)
"""What each kind of file is for, in the order in which they are described."""
LISTS: Mapping[str, str] = MappingProxyType(
    {
        "effects": "What it does where.",
        "findings": "Measured differences.",
        "contrasts": "The same thing measured sedentary and active, side by side.",
        "claims": "The sentences.",
        "references": "The publications.",
        **KINETIC_LISTS,
    }
)
"""What the lists of records in files hold."""
