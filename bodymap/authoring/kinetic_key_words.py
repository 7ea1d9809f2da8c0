"""What each key of physiology and of published courses means, and its unit; `key_words` has the rest."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bodymap.authoring.key_value import Key, frozen

_NUMBER = "A number of the model, with its unit, kind and sources."
_REFERENCES = "Ids of verified references."
_BOUTS = "The bouts of movement, in the order of their start."
_ID = "Unique among all records of its kind."
_SIGNAL = "Id of the signal."

KINETIC_KEYS: Mapping[str, Mapping[str, Key]] = MappingProxyType(
    {
        "Parameter": frozen(
            value=("The number.", "as in unit"),
            unit='Its unit; "1" for a pure number.',
            kind="measured, derived (from measured numbers), fitted (by the fit command), assumed.",
            why="What it rests on, in a sentence.",
            references="Ids of verified references; these or courses are there, but where it is assumed.",
            courses="Ids of the courses that it was derived from or fitted to.",
            spread="How well it is known, in words.",
        ),
        "BodyModel": frozen(
            id="body.",
            **{
                name: f"{_NUMBER} {meaning}"
                for name, meaning in {
                    "early": "Release that does not wait for empty stores, against release with them.",
                    "steepness": "Power of release on the share of fuel used.",
                    "muscle_exponent": "Power on the mass of working muscle.",
                    "muscle_reference": "What works in running: half of a man's skeletal muscle.",
                    "use": "Time constant of fuel use at use_intensity.",
                    "use_intensity": "The intensity at which use holds.",
                    "use_exponent": "Power of fuel use on intensity.",
                    "level_intensity": "From here on work empties the stores; below it, fuel use levels off.",
                    "level_exponent": "Power with which that level falls below level_intensity.",
                    "refill": "Time constant of filling.",
                    "carbohydrate": "Release with a sugar drink against release without.",
                    "fasted_store": "Fuel in the muscle after exercise and food without sugar.",
                    "body_mass": "Mass of the reference man.",
                    "vo2max": "Maximal oxygen uptake of the reference man, with which MET become per cent.",
                    "met": "Oxygen uptake of one metabolic equivalent: sitting still.",
                    "cap": "The hardest effort that is calculated.",
                    "unknown": "For so long after a movement that was never measured nothing is drawn.",
                    "repeat_within": "Later second bouts are marked extrapolated.",
                    "long_minutes": "Longer whole-body work was measured up to long_intensity only.",
                    "long_intensity": "Harder work for longer than long_minutes is told in words.",
                    "long_unfed": "So is work that is harder than this, where nothing is eaten.",
                    "exhausted": "The fuel that is used when people cannot go on.",
                    "widening": "How much wider the band is outside the measured range.",
                }.items()
            },
        ),
        "Effort": frozen(
            id="Id of the movement, or of an effort of a study.",
            group="The kind of movement; kinds were measured, or not, together.",
            muscle=("The working muscle.", "kg"),
            share=("The share of the time spent working.", "0 to 1"),
            why="Where these numbers come from.",
            intensity=("Only where the movement's usual range has no middle.", "% of maximal oxygen uptake"),
            levels="false for small muscle groups, whose per cent are of their own peak power.",
            laboratory="true for an effort that is no movement of the atlas.",
            references=_REFERENCES,
        ),
        "Span": frozen(
            easiest=("The lowest intensity at which it was measured.", "% of maximal oxygen uptake"),
            hardest=("The highest.", "% of maximal oxygen uptake"),
            shortest=("The shortest unbroken bout.", "minutes"),
            longest=("The longest.", "minutes"),
            why="Where these bounds come from.",
            courses="Ids of the courses that they were read from.",
        ),
        "Curve": frozen(
            id=_SIGNAL,
            drive="What drives it: exhaustion of the stores, work, follows-il6, instant.",
            modelled="The kinds of movement in which it was measured and is modelled.",
            extrapolated="The kinds in which it is drawn, and marked as extrapolated.",
            measured="The bouts at which it was measured; outside it the curve is marked extrapolated.",
            gain=f"{_NUMBER} Its size, at full effort.",
            rise=f"{_NUMBER} Half-time of the rise.",
            fall=f"{_NUMBER} Half-time of the fall.",
            band=f"{_NUMBER} The band of uncertainty, as a factor.",
            wobble=f"{_NUMBER} How much it swings by itself.",
            unit='The unit of its level in blood; "" where assays do not compare.',
            rest=f"{_NUMBER} The level at rest.",
            alpha=f"{_NUMBER} How it grows with the effort.",
            threshold=f"{_NUMBER} The effort from which on it rises.",
            onset=f"{_NUMBER} The share of fuel used from which on it rises; for a curve of exhaustion.",
            note="Anything else to keep in mind.",
        ),
        "Telling": frozen(
            id=_SIGNAL,
            measured="false where nothing was measured after one session.",
            words="What is known, in words: direction and when.",
            references="Ids of verified references; at least one where measured.",
        ),
        "Floor": frozen(
            id=_SIGNAL,
            sedentary=f"{_NUMBER} The resting level of people who sit, as a multiple of active people's.",
            low=("The least multiple.", "times the level of active people"),
            high=("The greatest.", "times the level of active people"),
            note="Anything else to keep in mind.",
        ),
        "Habit": frozen(
            id="What names the row.",
            signal=_SIGNAL,
            habit="training, sitting.",
            weeks=("After how long it was measured.", "weeks"),
            what="What people did.",
            people="Who was measured.",
            words="What was found, in words.",
            references=_REFERENCES,
            fold=("The resting level against that before; left out where only words are known.", "times"),
            low=("Lower end.", "times"),
            high=("Upper end.", "times"),
            n=("How many people.", "people"),
            note="Anything else to keep in mind.",
        ),
        "Bout": frozen(
            movement="Id of a movement, or of an effort of a study.",
            start=("When it begins, from the start of the course or from midnight.", "minutes"),
            minutes=("Its length; left out for the usual one.", "minutes"),
            intensity=("How hard; left out for the usual.", "% of maximal oxygen uptake"),
            met=("How hard, in place of intensity.", "MET"),
            climbs_to=("Where a graded test ends, which begins at intensity.", "% of maximal oxygen uptake"),
            share=("The share of the time spent working.", "0 to 1"),
            muscle=("The working muscle.", "kg"),
            fuel="fasted, normal, carbohydrate.",
            store=("How full the muscles' fuel is.", "0 to 1"),
            exhausts="true where people could not go on at its end: their fuel was gone by then.",
            repeats=("How often it is done; 1 for once.", "times"),
            every=("From one start to the next.", "minutes"),
        ),
        "Point": frozen(
            minute=("From the start of the movement.", "minutes"),
            value=("What was measured.", "as measure and unit say"),
            spread=("How much people or means differ.", "as value"),
            spread_is="SE, SD, CI, IQR, not stated.",
            low=("Lower end.", "as value"),
            high=("Upper end.", "as value"),
            words="What the source says where it gives no number, or when this was.",
        ),
        "CoursesHead": frozen(signal="Id of the signal of every course below: once for the file."),
        "Course": frozen(
            id=_ID,
            what="What people did, in words.",
            people="Who they were.",
            measure="fold (times rest), level, rise, percent-change, percent-of-rest.",
            fit="How much it weighs in the fit: full, half, none.",
            points="What was measured when.",
            references=_REFERENCES,
            bouts=f"{_BOUTS} Left out where it cannot be simulated, only shown.",
            n=("How many; at least 1.", "people"),
            rest=("The level at rest.", "as in unit"),
            unit="The unit of the values.",
            lifestyle="active or sedentary.",
            muscle_factor=("Their muscle against the reference man's.", "times"),
            reading="What was assumed when the paper's words became bouts.",
            note="Anything else to keep in mind.",
        ),
        "Expectation": frozen(
            id=_ID,
            signal=_SIGNAL,
            says="What the study says, in our words.",
            measure="fold, ratio (of two folds), release-ratio, peak (its minute), reach (until level).",
            bouts=_BOUTS,
            low=("The least that would be true to the words.", "as measure says"),
            references=_REFERENCES,
            high=("The most.", "as measure says"),
            minute=("When it is asked.", "minutes"),
            against="The bouts that it is compared with, for a ratio.",
            against_minute=("When those are asked.", "minutes"),
            level=("What is to be reached.", "times rest"),
            aim=("The number itself, where the study gives one.", "as measure says"),
            muscle_factor=("Their muscle against the reference man's.", "times"),
            fitted="Whether the fit must keep it.",
            met="false where the model is known to fail.",
        ),
        "Freedom": frozen(
            id="The parameter that may move, such as il6.gain.",
            signal="The fit that it belongs to.",
            start=("Where the search begins.", "as the parameter"),
            log="Whether prior and width are about its logarithm.",
            also="Parameters that take the same value.",
            prior=("A value that holds it weakly.", "as the parameter"),
            width=("How weakly.", "as the parameter; a share where log"),
        ),
        "FitRules": frozen(
            id="fit.",
            study_spread=("What two laboratories differ by.", "share"),
            bound_spread=("How far beyond a bound costs as much.", "share"),
            half=("The weight of a course that is marked half.", "0 to 1"),
            order="Ids of the signals, in the order of their fits.",
            band="Parameters that take the spread with a study left out.",
        ),
        "Setting": frozen(
            parameter="A parameter, such as il6.gain.",
            value=("Its value in this fit.", "as the parameter"),
        ),
        "Prediction": frozen(
            course="Id of the course.",
            minute=("Which of its points.", "minutes"),
            value=("What the model says of it.", "times rest"),
        ),
        "LeftOut": frozen(
            id="Id of the reference that was left out.",
            settings="The parameters of the fit without it.",
            predictions="What that fit says of its points.",
        ),
        "Day": frozen(
            id=_ID,
            name="What readers see.",
            words="What to look at, and what was not measured.",
            lifestyle="active or sedentary.",
            bouts=f"{_BOUTS} Minutes count from midnight.",
            references=_REFERENCES,
        ),
    }
)
"""By type of record, and then by key."""

KINETIC_FILES: Mapping[str, str] = MappingProxyType(
    {
        "kinetics": "Published courses of one signal in blood.",
        "physiology": "The curve of one signal over time: every number with unit, kind and source.",
        "physiology/body": "What the model says of every body: fuel and release.",
        "physiology/efforts": "What each movement asks of the body.",
        "physiology/words": "Signals without a curve: what is known in words.",
        "physiology/rest": "Resting levels of people who sit.",
        "physiology/weeks": "Resting levels after weeks of training, or of sitting.",
        "physiology/expectations": "What studies say in words, as bounds on the model.",
        "physiology/fit": "How the model is fitted.",
        "physiology/left-out": "The fit without one study at a time; written by `bodymap simulate --fit`.",
        "physiology/days": "Ready days.",
    }
)
KINETIC_LISTS: Mapping[str, str] = MappingProxyType(
    {
        "courses": "The courses.",
        "efforts": "The efforts.",
        "signals": "The signals.",
        "floors": "The levels.",
        "habits": "The rows.",
        "expectations": "The expectations.",
        "free": "The parameters that may move.",
        "studies": "The studies.",
        "days": "The days.",
    }
)
"""What the lists of records in these files hold."""
