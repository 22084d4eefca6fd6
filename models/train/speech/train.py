"""Trains the model: `python train.py TAKES.npz CHECKPOINT.pt` (README.md says how long it takes).

First on stretches of a few seconds, put at any place of the 30-s window, then on whole windows.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from features import log_mel
from model import FRAMES, Hearing
from tokens import CHARACTERS, COMPACT_SIZE, COMPACT_TIME, TIMES
from windows import Window, Windows

# A frame of a sentence counts as looked at when it lies within this many frames (1/50 s) of the expected one.
NEAR = 12
IGNORED = -100


def spread_times() -> torch.Tensor:
    """[TIMES, TIMES]: a time that is one or two steps off is nearly right."""
    steps = torch.arange(TIMES)
    near = torch.exp(-((steps[:, None] - steps) ** 2) / (2 * 1.2**2)) * ((steps[:, None] - steps).abs() <= 4)
    return near / near.sum(1, keepdim=True)


SPREAD = spread_times()


def batch_of(windows: list[Window], random: np.random.Generator) -> dict[str, torch.Tensor]:
    longest = max(len(window.tokens) for window in windows)
    tokens = torch.zeros(len(windows), longest, dtype=torch.long)
    targets = torch.full((len(windows), longest), IGNORED)
    expected = torch.full((len(windows), longest), -1.0)
    for row, window in enumerate(windows):
        size = len(window.tokens)
        tokens[row, :size] = torch.tensor(window.tokens)
        targets[row, window.begin : size - 1] = tokens[row, window.begin + 1 : size]
        expected[row, : size - 1] = torch.tensor(window.expected[1:])
    louder = torch.from_numpy(np.where(random.random(len(windows)) < 0.5, 0, random.uniform(0, 1, len(windows))))
    return {
        "mel": log_mel(torch.from_numpy(np.stack([window.sound for window in windows])), louder.float()),
        "first": torch.tensor([window.first for window in windows]),
        "tokens": tokens,
        "targets": targets,
        "expected": expected,
        "heard": torch.from_numpy(np.stack([window.heard for window in windows])),
    }


def writing_loss(logits: torch.Tensor, targets: torch.Tensor, tokens: torch.Tensor) -> torch.Tensor:
    """Mean over the tokens to write; a time that repeats the one before must repeat it exactly."""
    known = targets != IGNORED
    logits, targets, before = logits.log_softmax(1), targets[known], tokens[known]
    is_time = (targets >= COMPACT_TIME) & (before != targets)
    exact = -logits[~is_time].gather(1, targets[~is_time, None]).sum()
    near = -(logits[is_time][:, COMPACT_TIME:] * SPREAD[targets[is_time] - COMPACT_TIME]).sum()
    return (exact + near) / known.sum()


def looking_loss(looks: list[torch.Tensor], batch: dict[str, torch.Tensor]) -> torch.Tensor:
    """How little of the first head's look lies near the frame where the next token is heard."""
    frames = looks[0].shape[2]
    own = batch["expected"] * 50 - batch["first"][:, None]
    wanted = (batch["expected"] >= 0) & (own > 0) & (own < frames - 1) & (batch["targets"] != IGNORED)
    far = (torch.arange(frames) - own[wanted][:, None]).abs() > NEAR
    losses = [-look[wanted].masked_fill(far, -1e4).logsumexp(1).clamp(min=-20).mean() for look in looks]
    return torch.stack(losses).mean()


def step_loss(model: Hearing, batch: dict[str, torch.Tensor], looking: float, spelling: float) -> tuple:
    heard = model.hear(batch["mel"], batch["first"])
    logits = model.write(batch["tokens"], heard, batch["targets"] != IGNORED)
    written = writing_loss(logits, batch["targets"], batch["tokens"])
    looked = looking_loss([block.look for block in model.decoder[1:]], batch)
    spelled = functional.cross_entropy(model.spelling(heard).flatten(0, 1), batch["heard"].flatten())
    return written + looking * looked + spelling * spelled, written, looked, spelled


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("takes")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--short", type=int, default=1600, help="steps on short stretches")
    parser.add_argument("--whole", type=int, default=800, help="steps on whole windows")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(arguments.seed)
    model = Hearing(COMPACT_SIZE, len(CHARACTERS))
    optimiser = torch.optim.AdamW(model.parameters(), lr=arguments.rate, betas=(0.9, 0.98), weight_decay=0.01)
    total = arguments.short + arguments.whole
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / 100, max(0.02, 1 - step / total))
    )
    done = 0
    if arguments.checkpoint.exists():
        saved = torch.load(arguments.checkpoint)
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        # Going on may ask for another rate.
        schedule.base_lrs = [arguments.rate]
        done = saved["done"]
    windows = Windows(arguments.takes, arguments.seed + done)
    random = windows.random
    began = time.process_time()
    sums = np.zeros(3)
    for step in range(done, total):
        whole = step >= arguments.short
        frames = FRAMES if whole else int(random.choice([250, 350, 500]))
        size = 3 if whole else 4000 // frames
        prompts = whole or random.random() < 0.15
        parts = []
        for _ in range(size):
            first = 0 if whole or random.random() < 0.3 else int(random.integers(0, FRAMES - frames + 1))
            parts.append(windows.window(frames, first, prompts))
        early = max(0.1, 1 - step / arguments.short)
        loss, *shown = step_loss(model, batch_of(parts, random), looking=0.3, spelling=early if not whole else 0.3)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        sums += [value.item() for value in shown]
        if (step + 1) % 50 == 0:
            written, looked, spelled = sums / 50
            sums[:] = 0
            print(f"step {step + 1} written {written:.3f} looked {looked:.3f} spelled {spelled:.3f}", end=" ")
            print(f"after {time.process_time() - began:.0f} s", flush=True)
        if (step + 1) % 100 == 0 or step + 1 == total:
            state = {"model": model.state_dict(), "optimiser": optimiser.state_dict()}
            saved = {**state, "schedule": schedule.state_dict(), "done": step + 1}
            torch.save(saved, arguments.checkpoint.with_suffix(".part"))
            arguments.checkpoint.with_suffix(".part").rename(arguments.checkpoint)


if __name__ == "__main__":
    main()
