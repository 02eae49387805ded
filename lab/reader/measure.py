"""Measures a reader on questions that nothing was learned from: stretches, and telling near misses apart.

usage: python measure.py --data FOLDER --tokenizer TOKENIZER.json --weights READER.pt [--part calibration] [--to SCORES.jsonl]
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

import torch

from encode import Encoder, Windows
from model import MASKED, Reader
from train import half_precision, opened

# Longest stretch, in tokens, and how far the stretch's lead over "none" counts.
LONGEST, LEAD = 40, 8
BATCH = 128


def main():
    options = arguments()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    reader = Reader()
    reader.load_state_dict(torch.load(options.weights))
    reader.to(device).eval()
    with opened(options.data / f"{options.part}.jsonl") as lines:
        questions = [json.loads(line) for line in lines][: options.limit or None]
    readings = read(reader, Encoder(options.tokenizer), questions, device)
    results = defaultdict(lambda: {"right": 0, "answerable": 0, "yes": [], "no": []})
    for question, own in zip(questions, readings):
        score, stretch = max(((scored(reading), reading["stretch"]) for reading in own), default=(float("-inf"), ""))
        public = question["source"] in ("cmrc_dev", "cmrc_trial", "drcd_dev", "squad2zh_dev")
        for group in {question["source"], "all public" if public else "all worlds", f"kind {question['kind'] or 'near miss'}"}:
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
    if options.to:
        with open(options.to, "w", encoding="utf-8") as file:
            for own in readings:
                file.write(json.dumps(own, ensure_ascii=False) + "\n")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "tokenizer", "weights"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--part", default="kept-apart")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--to", type=Path)
    return parser.parse_args()


@torch.no_grad()
def read(reader, encoder, questions, device):
    """For each question, for each of its windows: whether it answers, its best stretch and this one's lead over none."""
    flat = [
        (number, question["question"], window["context"], window["text"])
        for number, question in enumerate(questions)
        for window in question["windows"]
    ]
    encoded = encoder.encode_all([(*window[1:], None) for window in flat])
    windows = Windows(encoded, device)
    readings = [[] for _ in questions]
    found = [None] * len(flat)
    for rows in windows.length.argsort().split(BATCH):
        length = int(windows.length[rows].max())
        ids, types, mask, allowed = windows.batch(rows, length)
        with half_precision(device):
            starts, ends, answers = (logits.float() for logits in reader(ids, types, mask))
        inside = allowed.clone()
        inside[:, 0] = False
        outside = (~inside).float() * MASKED
        fitting = torch.ones(length, length, device=device).triu().tril(LONGEST - 1)
        sums = (starts + outside)[:, :, None] + (ends + outside)[:, None, :] + (1 - fitting) * MASKED
        best, at = sums.flatten(1).max(1)
        lead = best - starts[:, 0] - ends[:, 0]
        for row, where, ahead, answer in zip(rows.tolist(), at.tolist(), lead.tolist(), answers.tolist()):
            one, (_, _, _, text) = encoded[row], flat[row]
            if not one["offsets"]:
                found[row] = {"answers": answer, "lead": -LEAD, "stretch": ""}
                continue
            start = one["offsets"][where // length - one["first"]][0]
            end = one["offsets"][where % length - one["first"]][1]
            found[row] = {"answers": round(answer, 3), "lead": round(ahead, 3), "stretch": text[start:end]}
    for (number, *_), reading in zip(flat, found):
        readings[number].append(reading)
    return readings


def scored(reading):
    return reading["answers"] + 0.5 * max(-LEAD, min(LEAD, reading["lead"]))


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
