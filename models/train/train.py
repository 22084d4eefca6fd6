"""Trains the model and writes its folder: `python train.py DATA MODEL_FOLDER` (README.md says how long it takes)."""

import argparse
import copy
import logging
import time
from pathlib import Path

import jieba
import numpy as np
import torch

from bags import SelfSupervised, bag_articles, encode
from export import write_model
from model import StaticEmbedding, embed, info_nce
from supervised import Supervised
from texts import OWN, read_articles, read_pairs, without_fold
from vocabulary import build_tokenizer

TEMPERATURE = 0.05


def self_supervised_loss(model: StaticEmbedding, source: SelfSupervised, size: int, noisy: float) -> torch.Tensor:
    """InfoNCE both ways, without the same article, and without the same law where the pair is about the law."""
    pairs = source.batch(size, noisy)
    vectors = model([pair[0] for pair in pairs] + [pair[1] for pair in pairs])
    article = np.array([pair[2] for pair in pairs])
    law = np.array([pair[3] for pair in pairs])
    allowed = torch.from_numpy((article[:, None] != article) & ~((law[:, None] == law) & (law[:, None] >= 0)))
    scores = vectors[:size] @ vectors[size:].T
    return (info_nce(scores, allowed, TEMPERATURE) + info_nce(scores.T, allowed.T, TEMPERATURE)) / 2


def supervised_loss(model: StaticEmbedding, source: Supervised, size: int, hard: int, keep: float) -> torch.Tensor:
    """InfoNCE from query to passage, hard negatives of all queries shared by the batch."""
    queries, passages, allowed = source.batch(size, hard, keep)
    vectors = model(queries + passages)
    return info_nce(vectors[: len(queries)] @ vectors[len(queries) :].T, allowed, TEMPERATURE)


def descend(model: StaticEmbedding, steps: int, rate: float, loss_of) -> None:
    """Adam (Kingma and Ba 2015), a short warm-up, then a rate that falls in a straight line to a twentieth."""
    optimiser = torch.optim.Adam(
        [{"params": [model.table], "lr": rate}, {"params": [model.weight], "lr": rate * 10}],
        betas=(0.9, 0.98),
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / 20, max(0.05, 1 - step / steps))
    )
    began = time.process_time()
    for step in range(steps):
        optimiser.zero_grad()
        loss = loss_of()
        loss.backward()
        optimiser.step()
        schedule.step()
        if step % 50 == 0 or step == steps - 1:
            print(f"step {step} loss {loss.item():.4f} after {time.process_time() - began:.0f} s", flush=True)


def first_stage(model: StaticEmbedding, bare: SelfSupervised, options: argparse.Namespace) -> None:
    """Self-supervised alone."""
    if options.checkpoint and options.checkpoint.exists():
        model.load_state_dict(torch.load(options.checkpoint, weights_only=True))
        return
    steps, size = options.first_steps, options.first_batch
    descend(model, steps, options.first_rate, lambda: self_supervised_loss(model, bare, size, 0))
    if options.checkpoint:
        torch.save(model.state_dict(), options.checkpoint)


def second_stage(
    start: StaticEmbedding, bare: SelfSupervised, labelled: Supervised, options: argparse.Namespace
) -> StaticEmbedding:
    """Labelled pairs, with the first stage replayed so that statute-worded questions lose nothing."""
    model = copy.deepcopy(start)
    descend(
        model,
        options.second_steps,
        options.second_rate,
        lambda: supervised_loss(model, labelled, 512, options.hard, options.keep)
        + options.replay * self_supervised_loss(model, bare, 512, 1 / 3),
    )
    return model


def average(models: list[StaticEmbedding]) -> StaticEmbedding:
    """The mean of several second stages from one start (a model soup: Wortsman et al. 2022, arXiv:2203.05482)."""
    mean = copy.deepcopy(models[0])
    states = [model.state_dict() for model in models]
    mean.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    return mean


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tokens", type=int, default=24000)
    parser.add_argument("--dimensions", type=int, default=512)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--checkpoint", type=Path, help="keeps the state after the first stage, or goes on from it")
    parser.add_argument("--first-steps", type=int, default=800)
    parser.add_argument("--first-batch", type=int, default=2048)
    parser.add_argument("--first-rate", type=float, default=3e-3)
    parser.add_argument("--second-steps", type=int, default=300)
    parser.add_argument("--second-rate", type=float, default=1.5e-3)
    parser.add_argument("--runs", type=int, default=3, help="second stages that are averaged")
    parser.add_argument("--hard", type=int, default=3, help="hard negatives of each question")
    parser.add_argument("--replay", type=float, default=0.7, help="weight of the replayed first stage")
    parser.add_argument("--keep", type=float, default=0.8, help="share of a question's tokens that stays")
    parser.add_argument("--leave-out", type=int, help="fold of the training questions that the second stage never sees")
    options = parser.parse_args()
    jieba.setLogLevel(logging.WARNING)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)

    articles = read_articles(options.data)
    pairs = read_pairs(options.data)
    laws = [f"{a.head} {' '.join(a.clauses)}" for a in articles]
    asked = [p for source, rows in pairs.items() if source != OWN for p in rows if p["quality"] == "human"]
    human = [f"{pair['query']} {pair['positive']}" for pair in asked]
    tokenizer = build_tokenizer(laws, human, options.tokens)
    bags = bag_articles(tokenizer, articles)
    frequencies = np.bincount(np.concatenate(encode(tokenizer, laws)), minlength=tokenizer.get_vocab_size())
    print(f"{len(articles)} articles, {tokenizer.get_vocab_size()} tokens", flush=True)

    # A generator for each stage: going on from a checkpoint then gives what one run through gives.
    generators = [np.random.default_rng(options.seed + i) for i in range(3)]
    model = StaticEmbedding(frequencies + 1.0, options.dimensions, options.seed)
    first_stage(model, SelfSupervised(bags, generators[0]), options)
    if options.leave_out is not None:
        pairs = without_fold(pairs, options.data, options.leave_out)
    labelled = Supervised(options.data, pairs, tokenizer, generators[1])
    bare = SelfSupervised(bags, generators[2])
    labelled.mine_lexical()
    questions = encode(tokenizer, list(labelled.questions.values()))
    rows = model.rows()
    labelled.mine(embed(rows, questions) @ embed(rows, labelled.bags).T, (3, 40))
    model = average([second_stage(model, bare, labelled, options) for _ in range(options.runs)])
    write_model(options.folder, model.rows(), tokenizer)


if __name__ == "__main__":
    main()
