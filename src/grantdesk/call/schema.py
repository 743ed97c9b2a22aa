"""The JSON Schema of a packed call, with what the terms say of each of their keys."""

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from grantdesk.call.terms.call import Call
from grantdesk.call.terms.value import Strict


def schema() -> dict[str, Any]:
    """The JSON Schema, published for other programs and editors."""
    whole = Call.model_json_schema(by_alias=True)
    models: list[type[BaseModel]] = [*_models(Strict)]
    for model in models:
        described = whole if model is Call else whole["$defs"].get(model.__name__, {})
        for key, said in _remarks(model).items():
            described.get("properties", {}).get(key, {}).setdefault("description", said)
    return whole


def _models(above: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for model in above.__subclasses__():
        yield model
        yield from _models(model)


def _remarks(model: type[BaseModel]) -> dict[str, str]:
    """What is said below the fields of a model and of those that it extends, by the keys of its JSON.

    It is read from the source, and only here: pydantic would do so whenever the program starts.
    """
    found: dict[str, str] = {}
    for owner in reversed(model.__mro__):
        if issubclass(owner, Strict) and owner is not Strict:
            found |= dict(_said(owner))
    fields = model.model_fields
    return {fields[name].alias or name: said for name, said in found.items() if name in fields}


def _said(owner: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Each field of a class with the text that stands right below it."""
    body = [each for top in ast.parse(inspect.getsource(owner)).body for each in ast.iter_child_nodes(top)]
    for field, below in pairwise(body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(said))):
                yield name, inspect.cleandoc(said)
