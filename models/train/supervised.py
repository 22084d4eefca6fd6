"""Batches of human and silver pairs with hard negatives, and the mask that keeps true answers out of the negatives."""

from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from bags import encode, thin
from lexical import Bm25
from texts import OWN, letters, read_questions, read_statutes, short_title

LAY = "STARD-train"
SHARES = {
    LAY: 0.42,
    OWN: 0.20,
    "LeCoQA(not in STARD-dev)": 0.18,
    "LeCaRD-facts→cited-article": 0.12,
    "LeCaRD-facts→reasoning": 0.08,
}
LONGEST_QUERY = 400


class Supervised:
    """Pairs by source; the lay questions carry hard negatives from BM25 (and later from the model itself)."""

    def __init__(
        self, data: Path, pairs: dict[str, list[dict]], tokenizer: Tokenizer, rng: np.random.Generator
    ) -> None:
        self.rng = rng
        self.statutes = read_statutes(data)
        self.texts = [f"{row['title']} {row['text']}" for row in self.statutes]
        self.bags = encode(tokenizer, self.texts)
        self.keys = [letters(row["text"]) for row in self.statutes]
        place = {row["id"]: i for i, row in enumerate(self.statutes)}
        questions, relevant = read_questions(data, validation=False)
        self.good = {letters(q["text"]): {place[a] for a in relevant[q["id"]]} for q in questions}
        named: dict[str, set[int]] = {}
        for i, row in enumerate(self.statutes):
            named.setdefault(short_title(row["title"]), set()).add(i)
        for row in pairs[OWN]:
            self.good[letters(row["query"])] = named.get(short_title(row["title"]), set())
        self.groups: dict[str, list[tuple[np.ndarray, np.ndarray, str]]] = {}
        for source, rows in pairs.items():
            queries = encode(tokenizer, [row["query"] for row in rows], LONGEST_QUERY)
            positives = encode(tokenizer, [row["positive"] for row in rows], LONGEST_QUERY)
            self.groups[source] = [
                (query, positive, letters(row["query"]))
                for row, query, positive in zip(rows, queries, positives)
            ]
        self.questions = {letters(row["query"]): row["query"] for source in (LAY, OWN) for row in pairs[source]}
        self.hard: dict[str, np.ndarray] = {}

    def mine(self, scores: np.ndarray, ranks: tuple[int, int]) -> None:
        """Adds hard negatives for each of `questions`: those at these ranks that no label calls right."""
        for (key, _), row in zip(self.questions.items(), scores):
            top = np.argpartition(-row, ranks[1])[: ranks[1]]
            top = top[np.argsort(-row[top])][ranks[0] :]
            good = self.good.get(key, set())
            same = {self.keys[i] for i in good}
            found = np.array([i for i in top if i not in good and self.keys[i] not in same], dtype=np.int64)
            self.hard[key] = np.concatenate([self.hard.get(key, found[:0]), found])

    def mine_lexical(self) -> None:
        self.mine(Bm25(self.texts, "bigrams").score(list(self.questions.values())), (0, 40))

    def batch(self, size: int, hard: int, keep: float) -> tuple[list[np.ndarray], list[np.ndarray], torch.Tensor]:
        """Queries, passages (own ones first, then hard negatives), and the allowed negatives [queries, passages]."""
        queries, own, extra, asked, numbers, extra_numbers = [], [], [], [], [], []
        for source, share in SHARES.items():
            rows = self.groups[source]
            for at in self.rng.choice(len(rows), min(len(rows), round(size * share)), replace=False):
                query, positive, key = rows[at]
                queries.append(thin(self.rng, query, keep if len(query) > 3 else 1))
                own.append(thin(self.rng, positive, 0.9))
                asked.append(key)
                numbers.append(positive.tobytes())
                if key in self.hard:
                    for i in self.rng.choice(self.hard[key], hard):
                        extra.append(self.bags[i])
                        extra_numbers.append(int(i))
        groups = {key: n for n, key in enumerate(dict.fromkeys(asked))}
        same_query = np.array([groups[key] for key in asked])
        texts = {key: n for n, key in enumerate(dict.fromkeys(numbers))}
        same_text = np.array([texts[key] for key in numbers])
        allowed = (same_query[:, None] != same_query) & (same_text[:, None] != same_text)
        fine = np.ones((len(queries), len(extra)), dtype=bool)
        for i, key in enumerate(asked):
            good = self.good.get(key, ())
            if good:
                fine[i] = ~np.isin(extra_numbers, list(good))
        return queries, own + extra, torch.from_numpy(np.concatenate([allowed, fine], axis=1))
