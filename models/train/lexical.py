"""BM25 (Robertson and Zaragoza 2009) over character pairs, words and single characters, and the figures of a ranking."""

import math
from collections import Counter

import jieba
import numpy as np
from scipy import sparse

from vocabulary import LETTERS, normal

FIELDS = {"bigrams": 1.0, "words": 0.5, "characters": 0.3}


def terms(text: str, field: str) -> list[str]:
    """The terms of one field; a run of a single letter is its own pair."""
    found: list[str] = []
    for run in LETTERS.findall(normal(text)):
        if field == "characters":
            found.extend(run)
        elif field == "words":
            found.extend(jieba.cut(run, HMM=False))
        else:
            found.extend(run[i : i + 2] for i in range(max(1, len(run) - 1)))
    return found


class Bm25:
    """One field: k1 1.2, b 0.75."""

    def __init__(self, texts: list[str], field: str, k1: float = 1.2, b: float = 0.75) -> None:
        self.field = field
        self.ids: dict[str, int] = {}
        rows, columns, counts, lengths = [], [], [], []
        for row, text in enumerate(texts):
            found = terms(text, field)
            lengths.append(len(found))
            for term, count in Counter(found).items():
                rows.append(row)
                columns.append(self.ids.setdefault(term, len(self.ids)))
                counts.append(count)
        length = np.array(lengths) / (sum(lengths) / len(lengths))
        count = np.array(counts, dtype=np.float32)
        frequency = np.bincount(columns, minlength=len(self.ids))
        idf = np.log(1 + (len(texts) - frequency + 0.5) / (frequency + 0.5))
        values = idf[columns] * count * (k1 + 1) / (count + k1 * (1 - b + b * length[rows]))
        self.weights = sparse.csc_matrix(
            (values.astype(np.float32), (rows, columns)), shape=(len(texts), len(self.ids))
        )

    def score(self, queries: list[str]) -> np.ndarray:
        """Scores [queries, texts]; a repeated term of the query counts once."""
        rows, columns = [], []
        for row, text in enumerate(queries):
            known = {self.ids[t] for t in terms(text, self.field) if t in self.ids}
            rows.extend([row] * len(known))
            columns.extend(known)
        ones = np.ones(len(rows), dtype=np.float32)
        asked = sparse.csr_matrix((ones, (rows, columns)), shape=(len(queries), len(self.ids)))
        return np.asarray((asked @ self.weights.T).todense())


def figures(scores: np.ndarray, relevant: list[set[int]]) -> dict[str, float]:
    """R@10, R@100, NDCG@10 with linear gain, and MRR, as in `score_retrieval.py`. `scores` is [queries, texts]."""
    sums = Counter()
    for row, good in zip(scores, relevant):
        top = np.argpartition(-row, 100)[:100]
        top = top[np.argsort(-row[top], kind="stable")].tolist()
        sums["R@10"] += len(good & set(top[:10])) / len(good)
        sums["R@100"] += len(good & set(top)) / len(good)
        gain = sum(1 / math.log2(i + 2) for i, at in enumerate(top[:10]) if at in good)
        sums["NDCG@10"] += gain / sum(1 / math.log2(i + 2) for i in range(min(10, len(good))))
        sums["MRR"] += next((1 / (i + 1) for i, at in enumerate(top) if at in good), 0)
    return {name: round(sums[name] / len(relevant), 4) for name in ("R@10", "R@100", "NDCG@10", "MRR")}


def normalised(scores: np.ndarray) -> np.ndarray:
    """Each query's scores divided by their maximum."""
    return scores / np.maximum(scores.max(axis=1, keepdims=True), 1e-9)


def fused(lexical: np.ndarray, cosine: np.ndarray, a: float) -> np.ndarray:
    """Lexical score over its maximum plus a times the cosine, over the union of both top hundreds."""
    joined = np.full(lexical.shape, -1e9, dtype=np.float32)
    for i in range(len(lexical)):
        union = np.union1d(np.argpartition(-lexical[i], 100)[:100], np.argpartition(-cosine[i], 100)[:100])
        joined[i, union] = lexical[i, union] / max(lexical[i].max(), 1e-9) + a * cosine[i, union]
    return joined
