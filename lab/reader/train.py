"""Learns the reader. Goes on from its last checkpoint when it is started again.

usage: python train.py --data FOLDER --base BASE.onnx --tokenizer TOKENIZER.json --out FOLDER [--epochs N] [--threads N]
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as functional

from encode import Encoder, batch_of
from model import MASKED, from_base

BATCH = 24
# Batches are made of examples of like length, drawn from so many times a batch.
POOL = 40
RATE, HEAD_RATE = 1.5e-4, 5e-4
WARM_UP = 150
LOWEST = 0.02
DROPOUT = 0.1
CHECKPOINT_STEPS = 200
SEED = 8
# Processors without these compute in half precision by emulation, many times slower than in full.
CPU = Path("/proc/cpuinfo")
HAS_BFLOAT16 = CPU.exists() and any(flag in CPU.read_text() for flag in ("avx512_bf16", "amx_bf16"))


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    options.out.mkdir(parents=True, exist_ok=True)
    encoder = Encoder(options.tokenizer)
    examples = [encoded for encoded in encode_all(encoder, options.data / "train.jsonl")]
    batches = [batch for epoch in range(math.ceil(options.epochs)) for batch in batches_of(examples, epoch)]
    batches = batches[: int(len(batches) * options.epochs / math.ceil(options.epochs))]
    reader = from_base(options.base)
    optimizer = torch.optim.AdamW(
        [{"params": reader.body(), "lr": RATE}, {"params": reader.heads(), "lr": HEAD_RATE}], weight_decay=0.01
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / WARM_UP) * max(LOWEST, 1 - step / len(batches))
    )
    checkpoint = options.out / "checkpoint.pt"
    done = restore(checkpoint, reader, optimizer, schedule, len(batches))
    print(f"{len(examples)} examples, {len(batches)} steps, {done} of them done before", flush=True)
    began, losses = time.time(), []
    reader.train()
    for step in range(done, len(batches)):
        loss = loss_of(reader, [examples[at] for at in batches[step]])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
        if len(losses) == 50 or step + 1 == len(batches):
            pace = (time.time() - began) / (step + 1 - done)
            left = pace * (len(batches) - step - 1) / 60
            print(f"step {step + 1}, loss {sum(losses) / len(losses):.3f}, {pace:.2f} s a step, {left:.0f} min left", flush=True)
            losses = []
        if (step + 1) % CHECKPOINT_STEPS == 0 or step + 1 == len(batches):
            save(checkpoint, reader, optimizer, schedule, step + 1, len(batches))
    torch.save(reader.state_dict(), options.out / "reader.pt")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "base", "tokenizer", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def encode_all(encoder, file):
    """Every example of a file, encoded; an answer that does not fit into the window's tokens is left out."""
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            example = json.loads(line)
            span = example.get("span")
            encoded = encoder.encode(example["question"], example["context"], example["text"], span)
            if span is None or encoded["span"] is not None:
                yield encoded


def batches_of(examples, epoch):
    """An epoch's batches of like length, as places in `examples`; the same for the same epoch, so that a run can go on."""
    chance = random.Random(SEED * 1000 + epoch)
    order = list(range(len(examples)))
    chance.shuffle(order)
    batches = []
    for at in range(0, len(order), BATCH * POOL):
        pool = sorted(order[at : at + BATCH * POOL], key=lambda place: len(examples[place]["ids"]))
        own = [pool[first : first + BATCH] for first in range(0, len(pool), BATCH)]
        chance.shuffle(own)
        batches += own
    return batches


def loss_of(reader, examples):
    """Cross entropy of the stretch's ends (token 0 where there is none), and of whether the window answers."""
    ids, types, mask, allowed = batch_of(examples)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HAS_BFLOAT16):
        starts, ends, answers = reader(ids, types, mask, DROPOUT)
    spans = torch.tensor([example["span"] or (0, 0) for example in examples])
    forbidden = (~allowed).float() * MASKED
    span = sum(
        functional.cross_entropy(logits.float() + forbidden, spans[:, side]) for side, logits in enumerate((starts, ends))
    )
    answered = torch.tensor([float(example["span"] is not None) for example in examples])
    return span / 2 + functional.binary_cross_entropy_with_logits(answers.float(), answered)


def save(file, reader, optimizer, schedule, step, steps):
    """Writes a checkpoint aside and renames it, so that a kill leaves the old or the new one whole."""
    state = {
        "reader": reader.state_dict(),
        "optimizer": optimizer.state_dict(),
        "schedule": schedule.state_dict(),
        "step": step,
        "steps": steps,
    }
    aside = file.with_suffix(".tmp")
    torch.save(state, aside)
    aside.replace(file)


def restore(file, reader, optimizer, schedule, steps):
    """Steps that a checkpoint of the same plan has done; 0 without one."""
    if not file.exists():
        return 0
    state = torch.load(file)
    if state["steps"] != steps:
        raise SystemExit(f"{file} is of another plan ({state['steps']} steps, not {steps}); move it away to begin anew.")
    reader.load_state_dict(state["reader"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    return state["step"]


if __name__ == "__main__":
    main()
