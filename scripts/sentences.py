"""The sentences of the program: what stands in phrase("..."), counted("...", "...") and Phrase("...") in the source."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SLOT = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")


@dataclass
class Sentence:
    """An English sentence, its plural (or nothing), and the files it stands in."""

    said: str
    plural: str = ""
    sources: set[str] = field(default_factory=set)


class Unfit(Exception):
    """A call that cannot be translated; says why."""


def sentences(root: Path, source: str = "src") -> tuple[dict[str, Sentence], list[str]]:
    """Every sentence below root/source by its English text, and what is wrong: "src/x.py:12: why"."""
    found: dict[str, Sentence] = {}
    faults: list[str] = []
    for path in sorted((root / source).rglob("*.py")):
        name = path.relative_to(root).as_posix()
        for call in calls(ast.parse(path.read_text("utf-8"), name)):
            try:
                for said, plural in literals(call):
                    known = found.setdefault(said, Sentence(said, plural))
                    known.sources.add(name)
                    if known.plural != plural:
                        raise Unfit(f"{said!r} stands elsewhere with another plural")
                    filled(call, said + plural)
            except Unfit as why:
                faults.append(f"{name}:{call.lineno}: {why}")
    return found, faults


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """The calls that make a phrase of the program's own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in ("phrase", "counted", "Phrase"):
            yield node


def called(call: ast.Call) -> str:
    """The name that is called: phrase(...), words.phrase(...)."""
    if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value).endswith("words"):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def literals(call: ast.Call) -> list[tuple[str, str]]:
    """The (sentence, plural) that a call can make: one, or two where it says `"..." if x else "..."`."""
    name = called(call)
    plural = call.args[1] if name == "counted" and len(call.args) > 1 else None
    if name == "Phrase":
        plural = next((word.value for word in call.keywords if word.arg == "plural"), plural)
    said = texts(call.args[0]) if call.args else None
    more = texts(plural) if plural is not None else [""] * len(said or ())
    if said is None or more is None:
        if name == "Phrase":  # made from what was a phrase already, or from the texts of a call
            return []
        raise Unfit(f"{name}() needs its sentence written out, to be found and translated")
    if len(said) != len(more) or (name == "counted" and plural is None):
        raise Unfit("counted() needs a sentence for one and a sentence for several")
    return list(zip(said, more, strict=True))


def texts(node: ast.expr) -> list[str] | None:
    """The texts that an expression can be, if they are written out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        one, other = texts(node.body), texts(node.orelse)
        return one + other if one and other else None
    return None


def filled(call: ast.Call, text: str) -> None:
    """Unfit if a slot of the text has no fact in the call. A call without facts (but n) is filled later, elsewhere."""
    facts = {word.arg for word in call.keywords} - {"n"}
    missing = set(SLOT.findall(text)) - facts - {"n"}
    if called(call) != "Phrase" and facts and missing and None not in facts:  # None: the call passes **facts
        raise Unfit(f"no fact for {', '.join(sorted(missing))}")
