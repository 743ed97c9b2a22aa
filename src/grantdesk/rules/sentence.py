"""The sentences of the checks that every call shares: what is wrong and what to do. Facts fill the slots.

Every finding has the fact `label`: what it stands beside. `n` counts in the sentences that have a plural.
"""

from collections.abc import Mapping
from types import MappingProxyType

from grantdesk.words.phrase import Phrase, counted, phrase

_CHARACTERS = phrase("“{label}” is too long: {count} of at most {most} characters. Shorten it by {over}.")
_WORDS = phrase("“{label}” is too long: {count} of at most {most} words. Shorten it by {over}.")
_CHARACTERS_FEW = phrase("“{label}” is too short: {count} of at least {least} characters. Write more.")
_WORDS_FEW = phrase("“{label}” is too short: {count} of at least {least} words. Write more.")
_GONE = phrase("“{label}” refers to a row that is no longer there. Choose again.")

_NODES = {
    "required": phrase("“{label}” has not been answered yet. Fill it in."),
    "shape": phrase("“{label}” holds something that does not belong there. Clear it and answer again."),
    "unreadable": phrase("“{label}”: “{typed}” could not be read. Write it like this: {example}."),
    "lines": phrase("“{label}” is meant for one line. Remove the line breaks."),
    "characters": _CHARACTERS,
    "characters_few": _CHARACTERS_FEW,
    "words": _WORDS,
    "words_few": _WORDS_FEW,
    "low": phrase("“{label}” is {value}; the least allowed is {least}. Correct the value."),
    "high": phrase("“{label}” is {value}; the most allowed is {most}. Correct the value."),
    "early": phrase("“{label}” is {value}; the first allowed day is {least}. Correct the date."),
    "late": phrase("“{label}” is {value}; the last allowed day is {most}. Correct the date."),
    "option": phrase("“{label}”: the answer is not among the options. Choose again."),
    "reference": _GONE,
    "must_be": phrase("“{label}”: with this answer the application cannot be funded. Check it."),
    "choices_missing": counted(
        "“{label}”: choose at least {n} option.", "“{label}”: choose at least {n} options.", n=0
    ),
    "choices_many": counted(
        "“{label}”: choose at most {n} option.", "“{label}”: choose at most {n} options.", n=0
    ),
}

_TABLES_AND_FILES = {
    "rows_missing": counted(
        "“{label}”: at least {n} row is needed. Add it.",
        "“{label}”: at least {n} rows are needed. Add what is missing.",
        n=0,
    ),
    "rows_many": counted(
        "“{label}”: at most {n} row is allowed. Remove the others.",
        "“{label}”: at most {n} rows are allowed. Remove the others.",
        n=0,
    ),
    "too_long": phrase(
        "“{label}” was not checked: the call compares so many rows here that it would take too long. "
        "Remove rows that are not needed."
    ),
    "pages_many": phrase(
        "“{label}” takes {count} pages on paper; the limit is {most}. Shorten it by {over}."
    ),
    "same": phrase("“{label}”: {value} stands in another row too. Correct or remove one of them."),
    "files_many": counted(
        "“{label}”: at most {n} file is allowed. Remove the others.",
        "“{label}”: at most {n} files are allowed. Remove the others.",
        n=0,
    ),
    "format": phrase(
        "“{label}”: the file {name} is in a format that is not allowed. Replace it ({formats})."
    ),
    "size": phrase(
        "“{label}”: the file {name} is {size}; at most {most} is allowed. Replace it with a smaller one."
    ),
}

_IDENTIFIERS = {
    "business_id": phrase(
        "“{label}”: “{value}” is not a Business ID. Check the digits, for example 1234567-1."
    ),
    "vat_id": phrase("“{label}”: “{value}” is not a VAT number. Check it, for example FI12345671."),
    "iban": phrase("“{label}”: “{value}” is not an account number (IBAN). Check the letters and digits."),
    "bic": phrase("“{label}”: “{value}” is not a bank code (BIC). Check the letters and digits."),
    "email": phrase("“{label}”: “{value}” is not an e-mail address. Write it like name@example.org."),
    "postal_code": phrase("“{label}”: “{value}” is not a postal code. Write five digits, for example 00100."),
    "phone": phrase("“{label}”: “{value}” is not a telephone number. Write it like +358 40 123 4567."),
    "url": phrase("“{label}”: “{value}” is not a web address. Write it like https://www.example.org."),
    "municipality": phrase(
        "“{label}”: “{value}” is not a municipality code. Write three digits, for example 091."
    ),
    "pic": phrase("“{label}”: “{value}” is not a participant code (PIC). Write nine digits."),
    "orcid": phrase(
        "“{label}”: “{value}” is not an ORCID. Check the digits, for example 0000-0002-1825-0097."
    ),
}

_RULES = {
    "required": phrase("“{label}”: at least one of these must be answered. Fill in what applies."),
    "limit": _CHARACTERS,
    "limit_words": _WORDS,
    "limit_few": _CHARACTERS_FEW,
    "limit_few_words": _WORDS_FEW,
    "range_low": phrase("“{label}”: {value} is below {least}. Correct it."),
    "range_high": phrase("“{label}”: {value} is above {most}. Correct it."),
    "order": phrase("“{label}”: {then} comes before {first}. Correct the dates."),
    "order_apart": phrase("“{label}”: {then} must come after {first}. Correct the dates."),
    "unique": phrase("“{label}”: {value} stands in {rows} rows. Correct them, or remove all but one."),
    "count_few": phrase("“{label}”: at least {least} needed, now {count}. Add what is missing."),
    "count_many": phrase("“{label}”: at most {most} allowed, now {count}. Remove the others."),
    "sum_equals": phrase(
        "“{label}”: the parts add up to {sum}, but the total is {total}. Correct the difference of {difference}."
    ),
    "share_max": phrase(
        "“{label}”: {part} is more than {rate} of {whole}. At most {limit} is allowed: reduce it by {over}."
    ),
    "share_min": phrase(
        "“{label}”: {part} is less than {rate} of {whole}. At least {limit} is needed: add {short}."
    ),
    "compare": phrase("“{label}”: {left} and {right} do not agree. Correct one of them."),
    "requires_attachment": counted(
        "“{label}”: the file is missing. Add it.",
        "“{label}”: at least {n} files are needed. Add the missing ones.",
        n=0,
    ),
    "pattern": phrase("“{label}”: “{value}” is not in the form that is asked for. Write it like {example}."),
    "checksum": phrase("“{label}”: “{value}” is not valid. Check the letters and digits."),
    "exists": _GONE,
    "composition_few": phrase(
        "“{label}”: {group}: at least {least} needed, now {count}. Add what is missing."
    ),
    "composition_many": phrase("“{label}”: {group}: at most {most} allowed, now {count}. Remove the others."),
    "lookup": phrase("“{label}”: the call does not allow this combination. Change one of the answers."),
    "lookup_most": phrase("“{label}”: {value} is more than the call allows here, {most}. Reduce it."),
    "aid_intensity": phrase(
        "“{label}”: the aid of {part} is above the intensity, {rate} of {whole}. "
        "At most {limit} is allowed: reduce it by {over}."
    ),
    "rolling_max": phrase(
        "“{label}”: the aid since {since} is {earlier}, with this application {sum}. "
        "That is {over} above the ceiling of {most}: reduce the aid applied for."
    ),
}

SENTENCES: Mapping[str, Phrase] = MappingProxyType(
    _NODES | _TABLES_AND_FILES | _IDENTIFIERS | {f"rule.{kind}": said for kind, said in _RULES.items()}
)
"""By the kind of a finding; "rule." before those of the kinds of rules. A rule of kind expr has its own text."""
