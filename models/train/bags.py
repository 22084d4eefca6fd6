"""Bags of token numbers, and the pairs of bags on which the model learns.

The mean over tokens knows no order, so a text can be cut, joined and thinned as an array of numbers.
"""

from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from texts import Article


def encode(tokenizer: Tokenizer, texts: list[str], longest: int | None = None) -> list[np.ndarray]:
    """Token numbers of each text, without padding and unknown pieces."""
    tokenizer.no_padding()
    bags = []
    for start in range(0, len(texts), 4096):
        for one in tokenizer.encode_batch_fast(texts[start : start + 4096], add_special_tokens=False):
            ids = np.array(one.ids, dtype=np.int64)
            ids = ids[ids != 1]
            bags.append(ids[:longest] if len(ids) else np.ones(1, dtype=np.int64))
    return bags


@dataclass
class BagArticle:
    """An article as bags; `law` is a number."""

    law: int
    head: np.ndarray
    clauses: list[np.ndarray]

    def whole(self) -> np.ndarray:
        return np.concatenate(self.clauses)


def bag_articles(tokenizer: Tokenizer, articles: list[Article]) -> list[BagArticle]:
    """Encodes every clause once; neighbours in the list are neighbours in the law."""
    heads = encode(tokenizer, [article.head for article in articles])
    flat = iter(encode(tokenizer, [clause for article in articles for clause in article.clauses]))
    laws: dict[str, int] = {}
    return [
        BagArticle(laws.setdefault(article.law, len(laws)), head, [next(flat) for _ in article.clauses])
        for article, head in zip(articles, heads)
    ]


def thin(rng: np.random.Generator, bag: np.ndarray, keep: float) -> np.ndarray:
    """Each token stays with this probability; one always stays."""
    kept = bag[rng.random(len(bag)) < keep]
    return kept if len(kept) else bag[:1]


class SelfSupervised:
    """Pairs from bare articles, after the inverse cloze task (Lee et al. 2019, arXiv:1906.00300).

    Half: one clause against the rest (the clause left in at 15 %, the head in front at 40 %). A fifth: the head against
    the article. A tenth: neighbouring articles. A fifth: two thinned spans.
    """

    def __init__(self, articles: list[BagArticle], rng: np.random.Generator) -> None:
        self.articles = articles
        self.rng = rng
        self.many = [i for i, article in enumerate(articles) if len(article.clauses) > 1]

    def pair(self, noisy: bool = False) -> tuple[np.ndarray, np.ndarray, int, int]:
        """Query, passage, and the groups (article or law) that must not serve as each other's negatives."""
        rng = self.rng
        draw = rng.random()
        if noisy or draw < 0.5:
            at = self.many[rng.integers(len(self.many))]
            article = self.articles[at]
            chosen = int(rng.integers(len(article.clauses)))
            query = article.clauses[chosen]
            left = rng.random() < 0.15
            rest = [c for i, c in enumerate(article.clauses) if i != chosen or left]
            if rng.random() < 0.4:
                rest.append(article.head)
            return (self.distract(query) if noisy else query), np.concatenate(rest), at, -1
        at = int(rng.integers(len(self.articles)))
        article = self.articles[at]
        if draw < 0.7:
            return article.head, article.whole(), at, article.law
        if draw < 0.8:
            after = self.articles[min(at + 1, len(self.articles) - 1)]
            if after.law == article.law and after is not article:
                return article.whole(), after.whole(), at, article.law
        whole = np.concatenate([article.head, article.whole()])
        return self.span(whole), self.span(whole), at, -1

    def span(self, bag: np.ndarray) -> np.ndarray:
        """A stretch of a third to all of the bag, of which half to nine tenths stays."""
        length = max(1, int(len(bag) * self.rng.uniform(0.33, 1)))
        start = int(self.rng.integers(len(bag) - length + 1))
        return thin(self.rng, bag[start : start + length], self.rng.uniform(0.5, 0.9))

    def distract(self, query: np.ndarray) -> np.ndarray:
        """The query thinned, beside a clause that has nothing to do with it: a long question with noise."""
        other = self.articles[int(self.rng.integers(len(self.articles)))].clauses
        noise = other[int(self.rng.integers(len(other)))]
        return np.concatenate([thin(self.rng, query, 0.8), thin(self.rng, noise, 0.6)])

    def batch(self, size: int, noisy_share: float = 0.0) -> list[tuple[np.ndarray, np.ndarray, int, int]]:
        return [self.pair(noisy=i < size * noisy_share) for i in range(size)]
