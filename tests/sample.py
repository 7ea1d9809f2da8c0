"""A small atlas and anatomy made by hand: enough to say precisely what follows from what."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import (
    Claim,
    Contrast,
    Effect,
    Finding,
    Intensity,
    Met,
    Movement,
    MuscleLoad,
    Organ,
    Reach,
    Reference,
    Response,
    Signal,
    Words,
)
from bodymap.figure.figure import Anatomy, Closeup, Region, Side


def sample_atlas() -> Atlas:
    """Six organs, five signals, three movements, and what is known of them."""
    return Atlas.of([*_organs(), *_signals(), *_movements(), *_effects(), *_measured(), *_references()])


def sample_anatomy() -> Anatomy:
    """Two legs, a few organs, one part without data, and a close-up of the brain."""
    names = {
        "muscle": (None, "Skeletal muscles"),
        "liver": (None, "Liver"),
        "gallbladder": (None, "Gallbladder"),
        "kidney": (None, "Kidney"),
        "brain": (None, "Brain"),
        "cerebellum": ("brain", "Cerebellum"),
        "cerebrum": ("brain", "Cerebrum"),
        "hippocampus": ("brain", "Hippocampus"),
        "skin": (None, "Skin"),
    }
    regions = [Region(i, name, None, None, "none", parent) for i, (parent, name) in names.items()]
    for side in ("left", "right"):
        regions += _leg(side)
        regions.append(Region(f"kidney-{side}", f"{side.title()} kidney", "Ren", None, side, "kidney"))
    found = {r.id: r for r in regions}
    held = {i: replace(r, members=_members(found, i)) for i, r in found.items()}
    return Anatomy(held, {"brain": _brain_closeup()})


def _leg(side: Side) -> list[Region]:
    left = side.title()
    return [
        Region(f"quadriceps-{side}", f"{left} quadriceps (front of thigh)", None, None, side, "muscle"),
        Region(f"rectus-femoris-{side}", f"{left} rectus femoris", None, None, side, f"quadriceps-{side}"),
        Region(f"vastus-{side}", f"{left} vastus", None, None, side, f"quadriceps-{side}"),
        Region(f"calf-{side}", f"{left} calf", None, None, side, "muscle"),
        Region(f"soleus-{side}", f"{left} soleus", None, None, side, f"calf-{side}"),
    ]


def _members(regions: dict[str, Region], group: str) -> tuple[str, ...]:
    children = [r.id for r in regions.values() if r.parent == group]
    return tuple(leaf for child in children for leaf in _members(regions, child) or (child,))


def _brain_closeup() -> Closeup:
    regions = (
        Region("cerebral-cortex", "Cerebral cortex", None, "UBERON:0000956", "none", None),
        Region("hippocampus", "Hippocampus (lies deeper)", None, "UBERON:0001954", "none", None),
    )
    return Closeup("brain", "Brain", "brain", {r.id: r for r in regions})


def _organs() -> list[Organ]:
    def organ(name: str, title: str, ontology: str, *regions: str) -> Organ:
        words = Words(f"{title} at school.", f"{title} at university.")
        return Organ(name, title, ontology, words, latin=f"Latin {title}", regions=regions)

    return [
        organ("skeletal-muscle", "Skeletal muscle", "UBERON:0001134", "muscle"),
        organ("liver", "Liver", "UBERON:0002107", "liver"),
        organ("kidneys", "Kidneys", "UBERON:0002113", "kidney"),
        organ("brain", "Brain", "UBERON:0000955", "brain"),
        organ("hippocampus", "Hippocampus", "UBERON:0001954", "hippocampus"),
        Organ(
            "whole-body",
            "Whole body",
            "UBERON:0000468",
            Words("All.", "Everything."),
            synonyms=("mortality",),
        ),
    ]


def _signals() -> list[Signal]:
    def signal(
        name: str,
        short: str,
        muscle: Literal["yes", "contested", "no"],
        reach: tuple[Reach, ...],
        sources: tuple[str, ...],
    ) -> Signal:
        return Signal(
            id=name,
            name={"il6": "Interleukin-6", "irisin": "Irisin"}.get(name, short),
            short=short,
            family="cytokine",
            muscle=muscle,
            why="It was measured.",
            words=Words(f"{short} at school.", f"{short} at university."),
            reach=reach,
            sources=sources,
            gene={"il6": "IL6", "irisin": "FNDC5"}.get(name),
            synonyms=("IL6",) if name == "il6" else (),
            disputed=("Its role in fat burning is disputed.",) if name == "il6" else (),
            references=("a2000",),
        )

    return [
        signal("il6", "IL-6", "yes", ("endocrine",), ("skeletal-muscle",)),
        signal("irisin", "Irisin", "contested", ("endocrine",), ("skeletal-muscle",)),
        signal("bdnf", "BDNF", "no", ("endocrine", "paracrine"), ("brain",)),
        signal("il15", "IL-15", "contested", ("autocrine", "paracrine"), ("skeletal-muscle",)),
        signal("gpld1", "GPLD1", "no", ("endocrine",), ("liver",)),
    ]


def _movements() -> list[Movement]:
    running = Movement(
        id="running",
        name="Running",
        words=Words("You run.", "One runs."),
        intensity=Intensity("hard", 65, 75, True),
        muscles=(MuscleLoad("quadriceps", 0.9), MuscleLoad("calf", 0.6)),
        minutes=30,
        muscle_basis="From anatomy, for drawing.",
        mets=(Met(8.5, "12030", "running 5 mph", ("a2000",)),),
        responses=(
            Response("il6", "rises", "first rise", "at 30 min", "high", ("a2000",)),
            Response("il15", "rises", "brief", "at 10 min", "low", ("b2010",)),
            Response("bdnf", "falls", "a day later", "a little", "low", ("b2010",)),
            Response("irisin", "not-measured", "not measured", "no data", "low", ()),
        ),
    )
    yoga = Movement("yoga", "Yoga", Words("Calm.", "Calm."), Intensity("light"), (MuscleLoad("calf", 0.3),))
    sitting = Movement(
        id="sitting",
        name="Sitting",
        words=Words("You sit.", "One sits."),
        intensity=Intensity("none"),
        muscles=(MuscleLoad("calf", 0.05),),
        minutes=480,
        rest=True,
        responses=(Response("il6", "unchanged", "no burst", "resting level higher", "moderate", ("c2007",)),),
    )
    return [sitting, running, yoga]


def _effects() -> list[Effect]:
    return [
        Effect("e1", "il6", "liver", "IL-6 makes the liver send out sugar.", "By infusion.", "increases",
               "sugar output", "human-trial", "high", ("b2010", "a2000"), n=6),
        Effect("e2", "il6", "liver", "IL-6 may shrink liver fat.", "", "decreases", "liver fat", "animal",
               "low", ("a2000",)),
        Effect("e3", "il6", "brain", "IL-6 curbs appetite in mice.", "", "decreases", "appetite", "animal",
               "low", ("c2007",)),
        Effect("e4", "bdnf", "hippocampus", "BDNF keeps nerve cells plastic.", "", "increases", "plasticity",
               "animal", "moderate", ("b2010",)),
        Effect("e5", "il15", "skeletal-muscle", "IL-15 stays inside muscle.", "", "no-change", "blood IL-15",
               "human-trial", "moderate", ("b2010",)),
        Effect("e6", "gpld1", "hippocampus", "A liver enzyme helps memory in old mice.", "", "increases",
               "memory", "animal", "moderate", ("c2007",)),
        Effect("e7", "exercise", "liver", "Training lowers liver fat.", "", "decreases", "liver fat",
               "human-trial", "high", ("a2000",)),
        Effect("e8", "inactivity", "brain", "Sitting slows the blood to the brain.", "", "decreases",
               "blood flow", "human-trial", "moderate", ("c2007",)),
        Effect("e9", "irisin", "kidneys", "Irisin protects mouse kidneys.", "", "increases", "survival",
               "animal", "moderate", ("b2010",)),
    ]  # fmt: skip


def _measured() -> list[Finding | Contrast | Claim]:
    return [
        Finding("s1", "whole-body", "inactivity", "most sitting", "death from any cause", "HR", "harm",
                "meta-analysis", "More sitting, more risk.", "high", ("a2000",), 2.63, "", 1.93, 3.57,
                n=1005791, caution="Self-reported sitting."),
        Finding("s2", "liver", "inactivity", "5 days in bed", "liver fat", "mean change", "harm",
                "controlled human trial", "Bed rest fattens the liver.", "moderate", ("b2010",), 3.2,
                unit="points"),
        Finding("s3", "liver", "exercise", "training", "liver fat", "mean change", "benefit",
                "meta-analysis", "Training lowers it.", "high", ("c2007",), -3.46, "", -5.2, -1.73, "points"),
        Finding("s4", "liver", "inactivity", "sitting", "liver enzymes", "association", "unclear",
                "cohort", "It goes with more.", "low", ("b2010",), None, "higher"),
        Contrast("c1", "liver", "resting IL-6", "higher", "lower", "lower with exercise", ("c2007",)),
        Claim(9, "IL-6 is the best known myokine.", "overstated", "It depends.", ("a2000",), (),
              ("liver",), ("il6",)),
    ]  # fmt: skip


def _references() -> list[Reference]:
    return [
        Reference("a2000", "Ada A et al.", 2000, "A paper", "Diabetes", "human-trial", True, doi="10.1/a"),
        Reference("b2010", "Ben B, Cy C", 2010, "B paper", "Cell Metab", "animal", True, pmid="123"),
        Reference("c2007", "Di D", 2007, "C paper", "Lancet", "review", True, retracted=True),
    ]
