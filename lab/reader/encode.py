"""From question, context and window to the ids that the reader takes, with the way back to places in the window."""

import torch
from tokenizers import Tokenizer

CLS, SEP, MASK = 101, 102, 103
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
        return self.encode_all([(question, context, text, span)])[0]

    def encode_all(self, windows):
        """Many windows of (question, context, text, span), as `encode` takes them."""

        def pieces(texts):
            return self.tokenizer.encode_batch(texts, add_special_tokens=False)

        asks = pieces([window[0] for window in windows])
        fronts = pieces([f"{window[1]}：" if window[1] else "" for window in windows])
        bodies = pieces([window[2] for window in windows])
        return [
            together(ask.ids[:QUESTION], front.ids[:CONTEXT], body.ids, body.offsets, window[3])
            for ask, front, body, window in zip(asks, fronts, bodies, windows)
        ]


def together(ask, front, ids, offsets, span):
    """CLS question SEP context window SEP, cut to LENGTH."""
    room = LENGTH - len(ask) - len(front) - 3
    ids, offsets = ids[:room], offsets[:room]
    first = len(ask) + 2 + len(front)
    encoded = {
        "ids": [CLS, *ask, SEP, *front, *ids, SEP],
        "asked": len(ask) + 2,
        "first": first,
        "offsets": offsets,
        "span": None,
    }
    if span is not None:
        inside = [at for at, (start, end) in enumerate(offsets) if start < span[1] and end > span[0]]
        if inside:
            encoded["span"] = (first + inside[0], first + inside[-1])
    return encoded


class Windows:
    """Encoded windows as tensors of one row each, on the device that reads them."""

    def __init__(self, encoded, device):
        count = len(encoded)
        ids = torch.zeros(count, LENGTH, dtype=torch.int16)
        for row, one in enumerate(encoded):
            ids[row, : len(one["ids"])] = torch.tensor(one["ids"], dtype=torch.int16)

        def column(values):
            return torch.tensor(values, dtype=torch.long, device=device)

        self.ids = ids.to(device)
        self.length = column([len(one["ids"]) for one in encoded])
        self.asked = column([one["asked"] for one in encoded])
        self.first = column([one["first"] for one in encoded])
        self.last = column([one["first"] + len(one["offsets"]) for one in encoded])
        self.spans = column([one["span"] or (0, 0) for one in encoded]).view(count, 2)

    def batch(self, rows, length):
        """Ids, types (0: question, 1: window), mask, and which tokens a stretch may begin or end with (token 0: none)."""
        places = torch.arange(length, device=self.ids.device)[None]
        ids = self.ids[rows, :length].long()
        types = (places >= self.asked[rows, None]) & (places < self.length[rows, None])
        mask = places < self.length[rows, None]
        allowed = (places >= self.first[rows, None]) & (places < self.last[rows, None])
        allowed[:, 0] = True
        return ids, types.long(), mask.long(), allowed
