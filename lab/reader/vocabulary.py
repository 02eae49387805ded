"""Writes a tokenizer's word pieces, one a line in the order of their ids, as the product reads them.

usage: python vocabulary.py --tokenizer TOKENIZER.json --to models/reader-vocabulary.txt
"""

import argparse
from pathlib import Path

from tokenizers import Tokenizer


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("tokenizer", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    numbers = Tokenizer.from_file(str(options.tokenizer)).get_vocab(with_added_tokens=False)
    pieces = sorted(numbers, key=numbers.get)
    if [numbers[piece] for piece in pieces] != list(range(len(pieces))) or any("\n" in piece for piece in pieces):
        raise ValueError(f"{options.tokenizer}: pieces with gaps between their ids, or of more than one line")
    options.to.write_text("".join(f"{piece}\n" for piece in pieces), encoding="utf-8", newline="\n")
    print(f"{len(pieces)} pieces")


if __name__ == "__main__":
    main()
