"""Measures a reader on questions that nothing was learned from: stretches, and telling near misses apart.

usage: python measure.py --data FOLDER --tokenizer TOKENIZER.json --weights READER.pt [--limit N]
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

import torch

from encode import Encoder, batch_of
from model import MASKED, Reader

# Longest stretch, in tokens, and how far the stretch's lead over "none" counts.
LONGEST, LEAD = 40, 8


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "tokenizer", "weights"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=0)
    options = parser.parse_args()
    reader = Reader()
    reader.load_state_dict(torch.load(options.weights))
    reader.eval()
    encoder = Encoder(options.tokenizer)
    results = defaultdict(lambda: {"right": 0, "answerable": 0, "yes": [], "no": []})
    with open(options.data / "kept-apart.jsonl", encoding="utf-8") as lines:
        questions = [json.loads(line) for line in lines]
    for question in questions[: options.limit or None]:
        score, stretch = read(reader, encoder, question["question"], question["windows"])
        public = question["source"] in ("cmrc_dev", "cmrc_trial", "drcd_dev", "squad2zh_dev")
        for group in {question["source"], "public" if public else "worlds", f"kind {question['kind'] or 'near miss'}"}:
            result = results[group]
            if question["answers"]:
                result["answerable"] += 1
                result["right"] += is_right(stretch, question["answers"])
                result["yes"].append(score)
            else:
                result["no"].append(score)
    for group, result in sorted(results.items()):
        right = 100 * result["right"] / max(1, result["answerable"])
        told = area(result["yes"], result["no"])
        print(
            f"{group}: stretch right {right:.1f} % of {result['answerable']}; "
            f"answerable against near miss {told:.3f} ({len(result['yes'])} / {len(result['no'])})"
        )


@torch.no_grad()
def read(reader, encoder, question, windows):
    """The best score over the windows, with its stretch: whether it answers, and half of the stretch's lead over none."""
    encoded = [encoder.encode(question, window["context"], window["text"]) for window in windows]
    ids, types, mask, allowed = batch_of(encoded)
    starts, ends, answers = reader(ids, types, mask)
    best = (float("-inf"), "")
    for row, (one, window) in enumerate(zip(encoded, windows)):
        first, count = one["first"], len(one["offsets"])
        if count == 0:
            continue
        sums = starts[row, first : first + count, None] + ends[row, None, first : first + count]
        fitting = torch.ones(count, count).triu().tril(LONGEST - 1) == 1
        sums = sums.masked_fill(~fitting, MASKED)
        at = int(sums.argmax())
        lead = sums.max().item() - (starts[row, 0] + ends[row, 0]).item()
        score = answers[row].item() + 0.5 * max(-LEAD, min(LEAD, lead))
        if score > best[0]:
            start, end = one["offsets"][at // count][0], one["offsets"][at % count][1]
            best = (score, window["text"][start:end])
    return best


def is_right(stretch, answers):
    """Whether a stretch has an answer in it, or lies in one and is at least half of it."""
    return any(answer in stretch or (stretch != "" and stretch in answer and 2 * len(stretch) >= len(answer)) for answer in answers)


def area(yes, no):
    """The chance that an answerable question scores higher than a near miss (area under the ROC curve)."""
    if not yes or not no:
        return float("nan")
    order = sorted([(score, True) for score in yes] + [(score, False) for score in no])
    below, won = 0, 0
    for _, answerable in order:
        if answerable:
            won += below
        else:
            below += 1
    return won / (len(yes) * len(no))


if __name__ == "__main__":
    main()
