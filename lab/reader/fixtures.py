"""Fills in what the tokenizer and `encode.py` make of the texts in test/answering/reading/, which the product is held to.

The texts stand first in each row and are folded already. Places are turned into UTF-16 units.

usage: python fixtures.py --tokenizer TOKENIZER.json --to test/answering/reading
"""

import argparse
import json
import unicodedata
from itertools import groupby
from pathlib import Path

from tokenizers import Tokenizer

from encode import Encoder


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("tokenizer", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    tokenizer, encoder = Tokenizer.from_file(str(options.tokenizer)), Encoder(options.tokenizer)

    def tokens(text, *_):
        encoded = tokenizer.encode(text, add_special_tokens=False)
        return [text, encoded.ids, in_units(text, encoded.offsets)]

    def inputs(question, context, text, *_):
        one = encoder.encode(question, context, text)
        return [question, context, text, one["ids"], one["asked"], one["first"], in_units(text, one["offsets"])]

    for name, fill in (("tokens.json", tokens), ("inputs.json", inputs)):
        rows = json.loads((options.to / name).read_text(encoding="utf-8"))
        write(options.to / name, [fill(*row) for row in rows])
    write(options.to / "characters.json", classes(tokenizer))


def in_units(text, offsets):
    """[start, end) of each token in code points to a flat list in UTF-16 units."""
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if ord(character) > 0xFFFF else 1))
    return [units[place] for offset in offsets for place in offset]


def classes(tokenizer):
    """Runs of code points of one class, `[first, class]`; what this Python's Unicode has not assigned is left out (null)."""
    told = [class_of(tokenizer, code) for code in range(0x110000)]
    runs, at = [], 0
    for kind, group in groupby(told):
        runs.append([at, kind])
        at += len(list(group))
    return runs


def class_of(tokenizer, code):
    if 0xD800 <= code <= 0xDFFF or unicodedata.category(chr(code)) == "Cn":
        return None
    normal = tokenizer.normalizer.normalize_str(f"a{chr(code)}b")
    if normal == "ab":
        return "dropped"
    return {1: "letter", 2: "space", 3: "alone"}[len(tokenizer.pre_tokenizer.pre_tokenize_str(normal))]


def write(path, rows):
    lines = ",\n".join(json.dumps(row, ensure_ascii=True, separators=(",", ":")) for row in rows)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
