"""Is a logistic re-ranker worth its weight? `python rerank.py DATA MODEL_FOLDER --expansion FILE`

Sixty numbers: twelve cheap features of a question and a candidate, their squares, and both crossed with the length of
the question. Learned by five-fold cross-validation on the validation questions alone, for on the training questions the
model's cosine is better than it will ever be again. Listwise softmax (Cao et al. 2007, ListNet, top one).
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from bags import encode
from evaluate import expansion_scores, question_set, read_rows
from lexical import FIELDS, Bm25, figures, fused, normalised, terms
from model import embed
from texts import read_statutes

FOLDS = 5
CANDIDATES = 100
SHORT_QUESTION, LONG_QUESTION = 15, 40


def first(scores: np.ndarray, count: int) -> np.ndarray:
    return np.argpartition(-scores, count)[:count]


def candidate_features(
    at: int, query: str, parts: dict[str, np.ndarray], titles: list[set[str]], lengths: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Candidates [n] and their features [n, 60] of one question; `parts` are matrices [questions, texts]."""
    lexical, cosine = parts["lexical"][at], parts["cosine"][at]
    chosen = np.union1d(first(lexical, CANDIDATES), first(cosine, CANDIDATES))
    asked = set(terms(query, "words"))
    in_title = np.array([len(asked & titles[i]) / max(1, len(asked)) for i in chosen])
    columns = [
        *(parts[name][at, chosen] for name in ("lexical", *FIELDS, "expansion")),
        cosine[chosen],
        cosine[chosen] - cosine[chosen].max(),
        cosine[chosen] * lexical[chosen],
        1 / (1 + np.argsort(np.argsort(-lexical[chosen]))),
        1 / (1 + np.argsort(np.argsort(-cosine[chosen]))),
        in_title,
        np.log(lengths[chosen]) / 5,
    ]
    base = np.stack(columns, axis=1)
    bucket = 0 if len(query) < SHORT_QUESTION else 2 if len(query) > LONG_QUESTION else 1
    crossed = np.zeros((len(chosen), 3, base.shape[1]))
    crossed[:, bucket] = base
    return chosen, np.concatenate([base, base**2, crossed.reshape(len(chosen), -1)], axis=1).astype(np.float32)


def learn(examples: list[tuple[np.ndarray, np.ndarray, np.ndarray]], penalty: float) -> torch.Tensor:
    """Weights [60] that give the labelled candidates of each question the most of its softmax."""
    usable = [(torch.from_numpy(x), torch.from_numpy(y)) for _, x, y in examples if y.any()]
    weights = torch.zeros(usable[0][0].shape[1], requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=60, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        losses = [-(torch.log_softmax(x @ weights, 0)[y]).mean() for x, y in usable]
        loss = torch.stack(losses).mean() + penalty * weights.square().sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return weights.detach()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--expansion", type=Path, required=True)
    parser.add_argument("--penalty", type=float, default=3e-3)
    options = parser.parse_args()
    statutes = read_statutes(options.data)
    texts = [f"{row['title']} {row['text']}" for row in statutes]
    queries, relevant = question_set(options.data, statutes)
    fields = {name: Bm25(texts, name) for name in FIELDS}
    scores = {name: field.score(queries) for name, field in fields.items()}
    table = json.loads(options.expansion.read_text("utf-8"))
    rows = read_rows(options.folder)
    tokenizer = Tokenizer.from_file(str(options.folder / "tokenizer.json"))
    parts = {name: normalised(score) for name, score in scores.items()}
    parts["lexical"] = normalised(sum(weight * scores[name] for name, weight in FIELDS.items()))
    parts["expansion"] = normalised(expansion_scores(queries, table, fields["words"]))
    parts["cosine"] = embed(rows, encode(tokenizer, queries)) @ embed(rows, encode(tokenizer, texts)).T
    titles = [set(terms(row["title"], "words")) for row in statutes]
    lengths = np.array([len(text) for text in texts])
    examples = []
    for at, query in enumerate(queries):
        chosen, features = candidate_features(at, query, parts, titles, lengths)
        examples.append((chosen, features, np.isin(chosen, list(relevant[at]))))
    ranked = np.full((len(queries), len(texts)), -1e9, dtype=np.float32)
    for fold in range(FOLDS):
        weights = learn([one for i, one in enumerate(examples) if i % FOLDS != fold], options.penalty).numpy()
        for i in range(fold, len(queries), FOLDS):
            ranked[i, examples[i][0]] = examples[i][1] @ weights
    wide = parts["lexical"] + 0.3 * parts["expansion"]
    print(f"fused + expansion, a = 3: {json.dumps(figures(fused(wide, parts['cosine'], 3), relevant))}")
    print(f"re-ranker of {examples[0][1].shape[1]} features: {json.dumps(figures(ranked, relevant))}")


if __name__ == "__main__":
    main()
