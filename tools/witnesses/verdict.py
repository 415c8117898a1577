"""Whether two runs of a witness show the difference that the report claims."""

import re

# What is another text in every run.
NOISE = [
    (re.compile(r"0x[0-9a-fA-F]+"), "0xADDRESS"),
    (re.compile(r"/[^\s'\"]*/witness-[^\s'\"/]*(/[^\s'\"]*)?"), "PATH"),
    (re.compile(r"/[^\s'\"]*/site-packages/"), "SITE-PACKAGES/"),
    (re.compile(r"(?<=_)\d+\b"), "N"),
    (re.compile(r"\bid=\d+"), "id=N"),
]
LOAD = re.compile(r"load (?P<producer>\S+)/(?P<key>.*)", re.DOTALL)


def split_key(difference):
    """(producer or None, the name that the witness prints) of a difference."""
    key = difference["id"][len(difference["suite"]) + 1 + len(difference["check"]) + 1:]
    loaded = LOAD.fullmatch(key)
    return (loaded["producer"], loaded["key"]) if loaded else (None, key)


def quiet(text):
    for pattern, replacement in NOISE:
        text = pattern.sub(replacement, text)
    return text


def told(outcome, key):
    """What a run tells of one observation: what it printed of it, or how it ended before that. All that it printed
    where nothing stands under the name: witnesses of symbols, and of how a check ended."""
    starts = [match.start() for match in re.finditer(r"^" + re.escape(key) + r" (=|raised) ", outcome.output, re.M)]
    if outcome.signal:
        return f"signal {outcome.signal}"
    if starts:
        rest = outcome.output[starts[-1]:]
        following = re.search(r"\n\S[^\n]{0,79} (= |raised )", rest)  # messages go on indented
        return quiet(rest[: following.start()] if following else rest)
    return quiet(outcome.output + "\n" + outcome.uncaught)


def shows(difference, key, before, after):
    """`before` and `after`: lists of the outcomes of one or more runs."""
    old, new = {told(run, key) for run in before}, {told(run, key) for run in after}
    if difference["kind"] == "stability":
        return (len(old) == 1) != (len(new) == 1)
    return old.isdisjoint(new)
