"""From the text of an expression to its parts.

The grammar is a subset of CEL's, with the same precedence. From the outermost: ? :   ||   &&   one comparison or `in`
+ -   * / %   ! and -   then .field ["field"] .method(variable, body).
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from grantdesk.call.expr.fault import ExpressionFault
from grantdesk.call.expr.grammar import syntax
from grantdesk.call.expr.grammar.syntax import Node
from grantdesk.call.expr.grammar.token import NULL, RESERVED, Cursor, unquoted, whole
from grantdesk.words.phrase import phrase

PARTS = 200
"""Parts that an expression may have."""
DEPTH = 24
"""How deep brackets, conditions, lists and calls may stand in each other; signs and fields in a row count too."""
METHODS = ("all", "exists", "filter", "map")
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")

P = TypeVar("P", bound=syntax.Part)


def parsed(source: str) -> Node:
    """The expression as parts. ExpressionFault at the first thing that does not belong."""
    cursor = Cursor(source)
    node = _Parser(cursor).expression()
    if cursor.here.kind != "end":
        raise cursor.unexpected()
    return node


class _Parser:
    """One method for each level of the grammar, from the outermost down."""

    def __init__(self, cursor: Cursor) -> None:
        self._at = cursor
        self._parts = 0
        self._depth = 0

    def expression(self) -> Node:
        self._depth += 1
        self._bounded(self._depth)
        node = self._either()
        if self._at.passed("?"):
            then = self._either()
            self._at.expected(":")
            other = self.expression()
            node = self._made(syntax.Conditional(node.start, other.end, node, then, other))
        self._depth -= 1
        return node

    def _either(self) -> Node:
        return self._logic("||", self._both)

    def _both(self) -> Node:
        return self._logic("&&", self._relation)

    def _logic(self, sign: str, part: Callable[[], Node]) -> Node:
        parts = [part()]
        while self._at.passed(sign):
            parts.append(part())
        if len(parts) == 1:
            return parts[0]
        return self._made(syntax.Logic(parts[0].start, parts[-1].end, sign, tuple(parts)))

    def _relation(self) -> Node:
        left = self._sum()
        token = self._at.passed(*COMPARISONS, "in")
        if not token:
            return left
        right = self._sum()
        if self._at.sees(*COMPARISONS, "in"):
            # In CEL 1 < 2 < 3 compares a truth value with 3; whoever writes it means something else.
            raise self._at.fault(phrase("Comparisons do not follow each other. Join them with &&."))
        if token.text == "in":
            return self._made(syntax.Membership(left.start, right.end, token.start, left, right))
        return self._made(syntax.Comparison(left.start, right.end, token.text, token.start, left, right))

    def _sum(self) -> Node:
        return self._arithmetic(("+", "-"), self._product)

    def _product(self) -> Node:
        return self._arithmetic(("*", "/", "%"), self._signed)

    def _arithmetic(self, signs: tuple[str, ...], part: Callable[[], Node]) -> Node:
        left = part()
        while token := self._at.passed(*signs):
            right = part()
            left = self._made(syntax.Arithmetic(left.start, right.end, token.text, token.start, left, right))
        return left

    def _signed(self) -> Node:
        signs = []
        while token := self._at.passed("!", "-"):
            signs.append(token)
            self._bounded(len(signs))
        node = self._member()
        for token in reversed(signs):
            node = self._made(syntax.signed(token.text, token.start, node))
        return node

    def _member(self) -> Node:
        node = self._primary()
        steps = 0
        while self._at.sees(".", "["):
            steps += 1
            self._bounded(steps)
            node = self._dotted(node) if self._at.passed(".") else self._keyed(node)
        return node

    def _dotted(self, of: Node) -> Node:
        name = self._at.name(NULL)
        if not self._at.passed("("):
            return self._made(syntax.Select(of.start, name.end, of, name.text))
        if name.text not in METHODS:
            said = phrase("Lists know all, exists, filter and map, not “{name}”.", name=name.text)
            raise ExpressionFault(said, name.start)
        variable = self._at.name(RESERVED)
        self._at.expected(",")
        body = self.expression()
        end = self._at.expected(")").end
        return self._made(syntax.Loop(of.start, end, name.text, of, variable.text, variable.start, body))

    def _keyed(self, of: Node) -> Node:
        self._at.expected("[")
        if self._at.here.kind != "text":
            raise self._at.fault(phrase("In square brackets stands a field's name in quotation marks."))
        name = unquoted(self._at.step())
        end = self._at.expected("]").end
        return self._made(syntax.Select(of.start, end, of, name))

    def _primary(self) -> Node:
        token = self._at.here
        match token.kind:
            case "number":
                return self._literal(whole(token))
            case "text":
                return self._literal(unquoted(token))
            case "truth":
                return self._literal(token.text == "true")
            case "name":
                return self._named()
        if self._at.passed("("):
            inner = self.expression()
            end = self._at.expected(")").end
            return replace(inner, start=token.start, end=end)  # the source is quoted with its brackets
        if self._at.passed("["):
            items, end = self._items("]")
            return self._made(syntax.Listed(token.start, end, items))
        raise self._at.unexpected()

    def _literal(self, value: bool | int | str) -> Node:
        token = self._at.step()
        return self._made(syntax.Literal(token.start, token.end, value))

    def _named(self) -> Node:
        name = self._at.name(RESERVED)
        if not self._at.passed("("):
            return self._made(syntax.Name(name.start, name.end, name.text))
        arguments, end = self._items(")")
        if name.text != "has":
            return self._made(syntax.Call(name.start, end, name.text, arguments))
        if len(arguments) != 1 or not isinstance(arguments[0], syntax.Name | syntax.Select):
            raise ExpressionFault(phrase("has() takes one field: has(project.start)."), name.start)
        return self._made(syntax.Has(name.start, end, arguments[0]))

    def _items(self, close: str) -> tuple[tuple[Node, ...], int]:
        """Expressions with commas between, and the offset after the closing bracket."""
        if token := self._at.passed(close):
            return (), token.end
        items = [self.expression()]
        while self._at.passed(","):
            items.append(self.expression())
        return tuple(items), self._at.expected(close).end

    def _made(self, node: P) -> P:
        self._parts += 1
        if self._parts > PARTS:
            said = phrase("The expression is too large: it has more than {limit} parts.", limit=PARTS)
            raise ExpressionFault(said, node.start)
        return node

    def _bounded(self, depth: int) -> None:
        if depth > DEPTH:
            raise self._at.fault(phrase("More than {limit} levels stand in each other here.", limit=DEPTH))
