"""From question, context and window to the ids that the reader takes, with the way back to places in the window."""

import torch
from tokenizers import Tokenizer

CLS, SEP = 101, 102
# Most tokens of each part; together with three signs they stay within LENGTH.
QUESTION, CONTEXT, LENGTH = 48, 56, 256


class Encoder:
    """Encodes folded texts; the tokenizer takes a Han character a token and does not change lengths."""

    def __init__(self, path):
        self.tokenizer = Tokenizer.from_file(str(path))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def encode(self, question, context, text, span=None):
        """One window. `span` is the answer's [start, end) in `text`; offsets count code points."""
        ask = self.tokenizer.encode(question, add_special_tokens=False).ids[:QUESTION]
        front = self.tokenizer.encode(f"{context}：" if context else "", add_special_tokens=False).ids[:CONTEXT]
        body = self.tokenizer.encode(text, add_special_tokens=False)
        room = LENGTH - len(ask) - len(front) - 3
        ids, offsets = body.ids[:room], body.offsets[:room]
        first = len(ask) + 2 + len(front)
        encoded = {
            "ids": [CLS, *ask, SEP, *front, *ids, SEP],
            "types": [0] * (len(ask) + 2) + [1] * (len(front) + len(ids) + 1),
            "first": first,
            "offsets": offsets,
            "span": None,
        }
        if span is not None:
            inside = [at for at, (start, end) in enumerate(offsets) if start < span[1] and end > span[0]]
            if inside:
                encoded["span"] = (first + inside[0], first + inside[-1])
        return encoded


def batch_of(encoded):
    """Windows as padded tensors: ids, types, mask, and which tokens a stretch may begin or end with (token 0: none)."""
    length = max(len(one["ids"]) for one in encoded)
    ids, types, mask = (torch.zeros(len(encoded), length, dtype=torch.long) for _ in range(3))
    allowed = torch.zeros(len(encoded), length, dtype=torch.bool)
    for row, one in enumerate(encoded):
        count = len(one["ids"])
        ids[row, :count] = torch.tensor(one["ids"])
        types[row, :count] = torch.tensor(one["types"])
        mask[row, :count] = 1
        allowed[row, one["first"] : one["first"] + len(one["offsets"])] = True
        allowed[row, 0] = True
    return ids, types, mask, allowed
