"""The sentences of the checks that every call shares: what is wrong and what to do. Facts fill the slots."""

from collections.abc import Mapping
from types import MappingProxyType

from grantdesk.words.phrase import Phrase, counted, phrase

SENTENCES: Mapping[str, Phrase] = MappingProxyType(
    {
        # what is checked in every node
        "required": phrase("“{label}” has not been answered yet: fill it in."),
        "choices_missing": counted(
            "“{label}”: choose at least {n} option.", "“{label}”: choose at least {n} options.", n=0
        ),
        "choices_many": counted(
            "“{label}”: choose at most {n} option.", "“{label}”: choose at most {n} options.", n=0
        ),
        "unreadable": phrase("“{label}”: “{typed}” could not be read. Type it again."),
        "shape": phrase("“{label}”: the answer has a form that does not belong here. Answer again."),
        "characters": phrase("“{label}” has {count} characters of at most {most}: shorten it by {over}."),
        "words": phrase("“{label}” has {count} words of at most {most}: shorten it by {over}."),
        "characters_few": phrase(
            "“{label}” has {count} characters, at least {least} are asked for: write more."
        ),
        "words_few": phrase("“{label}” has {count} words, at least {least} are asked for: write more."),
        "lines": phrase("“{label}” is one line: remove the line breaks."),
        "low": phrase("“{label}” is {value}; the least allowed is {least}. Correct the value."),
        "high": phrase("“{label}” is {value}; the most allowed is {most}. Correct the value."),
        "early": phrase("“{label}” is {value}; the earliest allowed day is {least}. Correct the date."),
        "late": phrase("“{label}” is {value}; the last allowed day is {most}. Correct the date."),
        "option": phrase("“{label}”: the answer is not among the choices. Choose again."),
        "reference": phrase("“{label}” refers to a row that is no longer there. Choose again."),
        "must_be": phrase("“{label}”: with this answer the application cannot be funded. Check it."),
        "format": phrase(
            "“{label}”: the file {name} is not one of the allowed formats ({formats}). Replace it."
        ),
        "size": phrase(
            "“{label}”: the file {name} is {size}; at most {most} is allowed. Replace it with a smaller one."
        ),
        "files_many": counted(
            "“{label}”: at most {n} file is allowed. Remove the others.",
            "“{label}”: at most {n} files are allowed. Remove the others.",
            n=0,
        ),
        "rows_missing": counted(
            "“{label}” needs at least {n} row: add it.",
            "“{label}” needs at least {n} rows: add what is missing.",
            n=0,
        ),
        "rows_many": counted(
            "“{label}” may have at most {n} row: remove the others.",
            "“{label}” may have at most {n} rows: remove the others.",
            n=0,
        ),
        "same": phrase("“{label}”: {value} stands in more than one row. Correct or remove one of them."),
        # identifiers
        "business_id": phrase(
            "“{label}”: {value} is not a valid Business ID. Check the digits, for example 1234567-1."
        ),
        "vat_id": phrase("“{label}”: {value} is not a valid VAT number. Check it, for example FI12345671."),
        "iban": phrase("“{label}”: {value} is not a valid account number (IBAN). Check the digits."),
        "bic": phrase("“{label}”: {value} is not a valid bank code (BIC). Check the letters."),
        "email": phrase("“{label}”: {value} is not an e-mail address. Write it like name@example.org."),
        "postal_code": phrase(
            "“{label}”: {value} is not a postal code. Write five digits, for example 00100."
        ),
        "phone": phrase("“{label}”: {value} is not a telephone number. Write it like +358 40 123 4567."),
        "url": phrase("“{label}”: {value} is not a web address. Write it like https://www.example.org."),
        "municipality": phrase(
            "“{label}”: {value} is not a municipality code. Write three digits, for example 091."
        ),
        "pic": phrase("“{label}”: {value} is not a participant code (PIC). Write nine digits."),
        "orcid": phrase("“{label}”: {value} is not an ORCID. Check the digits."),
        # kinds of rules
        "rule.required": phrase("At least one of these must be answered: fill in what applies."),
        "rule.limit": phrase("The text has {count} of at most {most}: shorten it by {over}."),
        "rule.limit_few": phrase("The text has {count}, at least {least} are asked for: write more."),
        "rule.range_low": phrase("The value {value} is below {least}: correct it."),
        "rule.range_high": phrase("The value {value} is above {most}: correct it."),
        "rule.order": phrase("{then} comes before {first}: correct the dates."),
        "rule.order_apart": phrase("{then} must come after {first}: correct the dates."),
        "rule.unique": phrase("{value} stands in {rows} rows: correct or remove the others."),
        "rule.count_few": phrase("There are {count}, at least {least} are needed: add what is missing."),
        "rule.count_many": phrase("There are {count}, at most {most} are allowed: remove the others."),
        "rule.sum_equals": phrase(
            "The parts add up to {sum}, the total is {total}: correct the difference of {difference}."
        ),
        "rule.share_max": phrase(
            "{part} is more than {rate} of {whole}: at most {limit}, so reduce it by {over}."
        ),
        "rule.share_min": phrase(
            "{part} is less than {rate} of {whole}: at least {limit}, so {short} is missing."
        ),
        "rule.compare": phrase("{left} and {right} do not agree: correct one of them."),
        "rule.requires_attachment": counted(
            "An attachment is missing: add the file.",
            "At least {n} attachments are needed: add the files.",
            n=0,
        ),
        "rule.pattern": phrase("{value} is not written as the call asks: write it like {example}."),
        "rule.checksum": phrase("{value} is not valid: check the characters."),
        "rule.exists": phrase("What is referred to is no longer there: choose again."),
        "rule.composition_few": phrase("{group}: {count}, at least {least} are needed in the consortium."),
        "rule.composition_many": phrase("{group}: {count}, at most {most} are allowed in the consortium."),
        "rule.lookup": phrase("This combination is not allowed in the call: change one of the answers."),
        "rule.lookup_most": phrase("{value} is more than the call allows here, {most}: reduce it."),
        "rule.aid_intensity": phrase(
            "The aid {part} is above the intensity, {rate} of {whole}: at most {limit} is allowed. Reduce it by {over}."
        ),
        "rule.rolling_max": phrase(
            "Aid since {since} is {earlier}, with this application {sum}: {over} above the ceiling {most}. Reduce it."
        ),
    }
)
