"""Learns the reader. Goes on from its last checkpoint when it is started again.

usage: python train.py --data FOLDER --base BASE.onnx --tokenizer TOKENIZER.json --out FOLDER
       [--epochs N] [--seed N] [--rate N] [--share N] [--without SOURCE] [--teachers READER.pt …] [--threads N]

  --rate       highest step; less where BASE is a reader that has learned already (a .pt file)
  --teachers   learns from what these say as well as from the answers themselves (distillation)
  --share      learns from the worlds' examples of this share (0 to 1) of the worlds, for a learning curve
  --without    leaves out examples whose source begins with this; may be given several times
"""

import argparse
import json
import lzma
import math
import random
import time
import zlib
from pathlib import Path

import torch
import torch.nn.functional as functional

from encode import LENGTH, MASK, Encoder, Windows
from model import MASKED, Reader, from_base

BATCH = 48
# Batches are made of examples of like length, drawn from so many times a batch.
POOL = 40
RATE, HEAD_RATE = 2e-4, 5e-4
WARM_UP = 300
LOWEST = 0.02
DROPOUT = 0.1
# Share of a window's and a question's tokens that are hidden in each round, so that no example is learned by heart.
HIDDEN = 0.04
# How much of the loss comes from teachers, where there are any.
TAUGHT = 0.7
# The reader that is kept is the mean of those of the last thousand steps or so (exponential moving average).
KEEP = 0.999
CHECKPOINT_STEPS = 500
# Processors without these compute in half precision by emulation, many times slower than in full.
CPU = Path("/proc/cpuinfo")
HAS_BFLOAT16 = CPU.exists() and any(flag in CPU.read_text() for flag in ("avx512_bf16", "amx_bf16"))


def main():
    options = arguments()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    examples = Windows(chosen(options), device)
    order = list(batches_of(examples, options))
    reader = begun(options.base).to(device)
    mean = [parameter.detach().clone() for parameter in reader.body() + reader.heads()]
    optimizer = torch.optim.AdamW(
        [{"params": reader.body(), "lr": options.rate}, {"params": reader.heads(), "lr": HEAD_RATE * options.rate / RATE}],
        weight_decay=0.01,
        fused=device.type == "cuda",
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / WARM_UP) * max(LOWEST, 1 - step / len(order))
    )
    run = Run(options.out / "checkpoint.pt", reader, mean, optimizer, schedule, len(order))
    done = run.restore()
    taught = taught_by(options.teachers, examples, device)
    print(f"{len(examples.length)} examples, {len(order)} steps, {done} of them done before", flush=True)
    began, losses = time.time(), []
    reader.train()
    for step in range(done, len(order)):
        loss = loss_of(reader, examples, taught, *order[step])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        keep = min(KEEP, (step + 1) / (step + 10))
        torch._foreach_lerp_(mean, [parameter.detach() for parameter in reader.body() + reader.heads()], 1 - keep)
        losses.append(loss.detach())
        if len(losses) == 200 or step + 1 == len(order):
            pace = (time.time() - began) / (step + 1 - done)
            left = pace * (len(order) - step - 1) / 60
            mean_loss = torch.stack(losses).mean().item()
            print(f"step {step + 1}, loss {mean_loss:.3f}, {pace:.3f} s a step, {left:.1f} min left", flush=True)
            losses = []
        if (step + 1) % CHECKPOINT_STEPS == 0 or step + 1 == len(order):
            run.save(step + 1)
    for parameter, value in zip(reader.body() + reader.heads(), mean):
        parameter.data.copy_(value)
    # Aside first, so that a reader that is there is whole.
    aside = options.out / "reader.tmp"
    torch.save(reader.cpu().state_dict(), aside)
    aside.replace(options.out / "reader.pt")


def begun(path):
    """A reader to begin with: from the base's ONNX file, or from weights saved by torch."""
    if path.suffix == ".onnx":
        return from_base(path)
    reader = Reader()
    reader.load_state_dict(torch.load(path))
    return reader


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "base", "tokenizer", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--share", type=float, default=1)
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--teachers", type=Path, nargs="*", default=[])
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def chosen(options):
    """The examples to learn from, encoded; an answer that does not fit into the window's tokens is left out."""
    windows = []
    with opened(options.data / "train.jsonl") as lines:
        for line in lines:
            example = json.loads(line)
            source = example["source"]
            if any(source.startswith(left_out) for left_out in options.without):
                continue
            if source.startswith("everyday") and zlib.crc32(example["world"].encode()) % 100 >= 100 * options.share:
                continue
            windows.append((example["question"], example["context"], example["text"], example.get("span")))
    encoded = Encoder(options.tokenizer).encode_all(windows)
    return [one for one, window in zip(encoded, windows) if window[3] is None or one["span"] is not None]


def opened(path):
    """A file of lines, compressed or not."""
    packed = path.with_suffix(".jsonl.xz")
    return lzma.open(packed, "rt", encoding="utf-8") if packed.exists() else open(path, encoding="utf-8")


def batches_of(examples, options):
    """Batches of like length, as (rows, length); the same for the same seed, so that a run can go on."""
    lengths = examples.length.tolist()
    device = examples.ids.device
    chance = random.Random(options.seed)
    batches = []
    for _ in range(math.ceil(options.epochs)):
        order = list(range(len(lengths)))
        chance.shuffle(order)
        own = []
        for at in range(0, len(order), BATCH * POOL):
            pool = sorted(order[at : at + BATCH * POOL], key=lambda place: lengths[place])
            own += [pool[first : first + BATCH] for first in range(0, len(pool), BATCH)]
        chance.shuffle(own)
        batches += own
    for rows in batches[: int(len(batches) * options.epochs / math.ceil(options.epochs))]:
        longest = max(lengths[row] for row in rows)
        yield torch.tensor(rows, device=device), min(LENGTH, -(-longest // 16) * 16)


def half_precision(device):
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cuda" or HAS_BFLOAT16)


def loss_of(reader, examples, taught, rows, length):
    """Cross entropy of the stretch's ends (token 0 where there is none), and of whether the window answers."""
    ids, types, mask, allowed = examples.batch(rows, length)
    hidden = (torch.rand(ids.shape, device=ids.device) < HIDDEN) & (ids > MASK)
    with half_precision(ids.device):
        starts, ends, answers = reader(ids.masked_fill(hidden, MASK), types, mask, DROPOUT)
    spans = examples.spans[rows]
    forbidden = (~allowed).float() * MASKED
    answered = (spans[:, 0] > 0).float()
    logs = [functional.log_softmax(logits.float() + forbidden, 1) for logits in (starts, ends)]
    span = sum(functional.nll_loss(log, spans[:, side]) for side, log in enumerate(logs)) / 2
    loss = span + functional.binary_cross_entropy_with_logits(answers.float(), answered)
    if taught is None:
        return loss
    wanted, sure = [side[rows, :length].float() for side in taught[:2]], taught[2][rows]
    span = sum(-(want * log.clamp(min=-30)).sum(1).mean() for want, log in zip(wanted, logs)) / 2
    theirs = span + functional.binary_cross_entropy_with_logits(answers.float(), sure)
    return TAUGHT * theirs + (1 - TAUGHT) * loss


@torch.no_grad()
def taught_by(teachers, examples, device):
    """What the teachers say of each example, the mean of their probabilities: of each start, of each end, of an answer."""
    if not teachers:
        return None
    count = len(examples.length)
    starts, ends = (torch.zeros(count, LENGTH, dtype=torch.float16, device=device) for _ in range(2))
    sure = torch.zeros(count, device=device)
    for path in teachers:
        teacher = Reader()
        teacher.load_state_dict(torch.load(path))
        teacher.to(device).eval()
        for rows in examples.length.argsort().split(256):
            length = int(examples.length[rows].max())
            ids, types, mask, allowed = examples.batch(rows, length)
            with half_precision(device):
                logits = teacher(ids, types, mask)
            forbidden = (~allowed).float() * MASKED
            for side, sum_of in enumerate((starts, ends)):
                sum_of[rows, :length] += (torch.softmax(logits[side].float() + forbidden, 1) / len(teachers)).half()
            sure[rows] += torch.sigmoid(logits[2].float()) / len(teachers)
    return starts, ends, sure


class Run:
    """A run's state, kept on disk."""

    def __init__(self, file, reader, mean, optimizer, schedule, steps):
        self.file, self.mean, self.steps = file, mean, steps
        self.parts = {"reader": reader, "optimizer": optimizer, "schedule": schedule}

    def save(self, step):
        """Writes a checkpoint aside and renames it, so that a kill leaves the old or the new one whole."""
        state = {name: part.state_dict() for name, part in self.parts.items()}
        aside = self.file.with_suffix(".tmp")
        torch.save({**state, "mean": self.mean, "step": step, "steps": self.steps}, aside)
        aside.replace(self.file)

    def restore(self):
        """Steps that a checkpoint of the same plan has done; 0 without one."""
        if not self.file.exists():
            return 0
        state = torch.load(self.file)
        if state["steps"] != self.steps:
            raise SystemExit(
                f"{self.file} is of another plan ({state['steps']} steps, not {self.steps}); move it away to begin anew."
            )
        for name, part in self.parts.items():
            part.load_state_dict(state[name])
        for value, kept in zip(self.mean, state["mean"]):
            value.copy_(kept)
        return state["step"]


if __name__ == "__main__":
    main()
