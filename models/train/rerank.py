"""Trains the re-ranker: `python rerank.py CANDIDATES.jsonl ../reranker.json`.

CANDIDATES is what bench/candidates.ts writes: for each question the candidates of both lists with their features. Learns
from the training questions alone; `--judge` prints the figures of the validation questions.
"""

import argparse
import json
import math
from collections import Counter
from pathlib import Path

import numpy as np
import torch

FEATURES = [
    *("pairs", "words", "characters", "behind", "lexical", "ideal share", "held", "held less best", "length"),
    *("lexical place", "lexical place, log", "cosine", "cosine less best", "dense place", "dense place, log"),
    *("asks", "statute-worded", "both", "query length", "best ideal share", "best held", "best cosine"),
    *("lead of the first", "tenth to first", "has words behind"),
    *("law asked",),
]
# A question of a group weighs so much: clauses of articles are many and easy.
LAY = "通俗提问"
WEIGHTS = {LAY: 1.0, "法条原句": 0.3}
OWN_WEIGHT = 1.5
DIGITS = 5


class Ranker(torch.nn.Module):
    """A weighted sum of the features, and one of a few hidden units over them."""

    def __init__(self, features: int, hidden: int, dropout: float) -> None:
        super().__init__()
        self.linear = torch.nn.Linear(features, 1, bias=False)
        self.inner = torch.nn.Linear(features, hidden)
        self.dropout = torch.nn.Dropout(dropout)
        self.outer = torch.nn.Linear(hidden, 1, bias=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return (self.linear(x) + self.outer(self.dropout(torch.tanh(self.inner(x))))).squeeze(-1)


def read(path: Path) -> list[dict]:
    """The questions; `rows` [candidates, features] and `right` become arrays."""
    questions = [json.loads(line) for line in open(path, encoding="utf-8")]
    for question in questions:
        question["rows"] = np.array(question["rows"], dtype=np.float32).reshape(-1, len(FEATURES))
        question["right"] = np.array(question["right"], dtype=np.float32)
    return questions


def count_laws(questions: list[dict]) -> Counter:
    """How many of the laypeople's questions each law answers."""
    return Counter(law for question in questions if question["group"] == LAY for law in laws_of(question))


def laws_of(question: dict) -> set[str]:
    return {law for law, right in zip(question["laws"], question["right"]) if right}


def tell_asked(questions: list[dict], asked: Counter, counted: bool) -> None:
    """Fills in the feature of the law. A question that was counted itself does not count for its own candidates, and the
    words of a statute are no layperson's."""
    statute = FEATURES.index("statute-worded")
    for question in questions:
        own = laws_of(question) if counted and question["group"] == LAY else set()
        counts = [math.log1p(asked[law] - (law in own)) for law in question["laws"]]
        question["rows"][:, -1] = np.where(question["rows"][:, statute] > 0, 0, counts)


def padded(questions: list[dict], mean: np.ndarray, spread: np.ndarray) -> tuple[torch.Tensor, ...]:
    """Features, labels and mask [questions, candidates]: all candidates, since the unlikely ones are ranked too."""
    most = max(len(question["rows"]) for question in questions)
    x = np.zeros((len(questions), most, len(FEATURES)), np.float32)
    y = np.zeros((len(questions), most), np.float32)
    mask = np.zeros((len(questions), most), bool)
    for at, question in enumerate(questions):
        count = len(question["rows"])
        x[at, :count] = (question["rows"] - mean) / spread
        y[at, :count] = question["right"]
        mask[at, :count] = True
    return torch.from_numpy(x), torch.from_numpy(y), torch.from_numpy(mask)


def learn(questions: list[dict], mean: np.ndarray, spread: np.ndarray, options: argparse.Namespace, seed: int) -> Ranker:
    """Softmax over the candidates of a question: the right ones are to have the most of it."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    x, y, mask = padded(questions, mean, spread)
    weight = torch.tensor([WEIGHTS.get(question["group"], OWN_WEIGHT) for question in questions])
    ranker = Ranker(len(FEATURES), options.hidden, options.dropout)
    optimiser = torch.optim.AdamW(ranker.parameters(), lr=1e-2, weight_decay=options.decay)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, options.steps)
    for _ in range(options.steps):
        some = torch.from_numpy(rng.choice(len(questions), 256, replace=False))
        scores = ranker(x[some]).masked_fill(~mask[some], -1e9)
        loss = -(torch.log_softmax(scores, 1) * y[some]).sum(1) / y[some].sum(1)
        loss = (loss * weight[some]).sum() / weight[some].sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return ranker.eval()


def as_data(rankers: list[Ranker], asked: Counter, mean: np.ndarray, spread: np.ndarray) -> dict:
    """The mean of several rankers as one, over features as they come."""
    linear = np.zeros(len(FEATURES))
    hidden = []
    for ranker in rankers:
        state = {name: value.detach().numpy().astype(np.float64) for name, value in ranker.state_dict().items()}
        linear += state["linear.weight"][0] / spread / len(rankers)
        for weights, bias, out in zip(state["inner.weight"], state["inner.bias"], state["outer.weight"][0]):
            scaled = weights / spread
            hidden.append(
                {
                    "weights": [round(float(value), DIGITS) for value in scaled],
                    "bias": round(float(bias - scaled @ mean), DIGITS),
                    "out": round(float(out) / len(rankers), DIGITS),
                }
            )
    laws = dict(sorted(asked.items(), key=lambda one: (-one[1], one[0])))
    return {"features": FEATURES, "asked": laws, "linear": [round(float(value), DIGITS) for value in linear], "hidden": hidden}


def score(data: dict, rows: np.ndarray) -> np.ndarray:
    """What the product makes of the numbers."""
    scores = rows @ np.array(data["linear"])
    weights = np.array([unit["weights"] for unit in data["hidden"]])
    biases = np.array([unit["bias"] for unit in data["hidden"]])
    outs = np.array([unit["out"] for unit in data["hidden"]])
    return scores + np.tanh(rows @ weights.T + biases) @ outs


def figures(questions: list[dict], scores: list[np.ndarray]) -> dict[str, float]:
    """R@10, R@100, NDCG@10 and MRR; an id that is there twice counts at its better place."""
    sums = Counter()
    for question, one in zip(questions, scores):
        right, seen = [], set()
        for at in np.argsort(-one, kind="stable"):
            if question["ids"][at] not in seen:
                seen.add(question["ids"][at])
                right.append(question["right"][at])
        right = right[:100]
        answers = question["answers"]
        best = sum(1 / math.log2(i + 2) for i in range(min(10, answers)))
        sums["R@10"] += sum(right[:10]) / answers
        sums["R@100"] += sum(right) / answers
        sums["NDCG@10"] += sum(value / math.log2(i + 2) for i, value in enumerate(right[:10])) / best
        sums["MRR"] += next((1 / (i + 1) for i, value in enumerate(right) if value), 0)
    return {name: round(float(value) / len(questions), 3) for name, value in sums.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("candidates", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--hidden", type=int, default=16)
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--decay", type=float, default=1e-2)
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--runs", type=int, default=6, help="rankers that are averaged")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--judge", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    questions = read(options.candidates)
    training = [one for one in questions if one["part"] == "train" and one["right"].any()]
    asked = count_laws(training)
    tell_asked(training, asked, counted=True)
    rows = np.concatenate([one["rows"] for one in training])
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    rankers = [learn(training, mean, spread, options, options.seed + run) for run in range(options.runs)]
    data = as_data(rankers, asked, mean, spread)
    units = ",\n".join(json.dumps(unit) for unit in data["hidden"])
    head = json.dumps({name: data[name] for name in ("features", "asked", "linear")}, ensure_ascii=False)
    options.file.write_text(f'{head[:-1]}, "hidden": [\n{units}\n]}}\n', "utf-8")
    if options.judge:
        judged = [one for one in questions if one["part"] == "validation"]
        tell_asked(judged, asked, counted=False)
        for group in dict.fromkeys(one["group"] for one in judged):
            some = [one for one in judged if one["group"] == group]
            print(group, len(some), figures(some, [score(data, one["rows"]) for one in some]), flush=True)


if __name__ == "__main__":
    main()
