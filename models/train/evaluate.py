"""Figures of a finished model folder: `python evaluate.py DATA MODEL_FOLDER [--expansion FILE]`.

Two sets over all articles of the search corpus: the validation part of the lay questions, and statute-worded texts of
violations (a table of discretion benchmarks) against the articles that they break and that punish them.
"""

import argparse
import json
import re
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper
from tokenizers import Tokenizer

from bags import encode
from lexical import FIELDS, Bm25, figures, fused, normalised
from model import embed
from texts import letters, read_lines, read_own, read_questions, read_statutes, short_title

CITED = re.compile(r"《(.+?)》(第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?)")


def read_rows(folder: Path) -> np.ndarray:
    """The table of a model folder as numbers: codes times scales."""
    graph = onnx.load(folder / "onnx/model_quantized.onnx").graph
    parts = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    return parts["codes"].astype(np.float32) * parts["scales"]


def violation_set(data: Path, statutes: list[dict]) -> tuple[list[str], list[set[int]]]:
    """Texts of violations, and the articles (same law, same number) that the table cites for them."""
    places: dict[str, set[int]] = {}
    for i, row in enumerate(statutes):
        places.setdefault(short_title(row["title"]), set()).add(i)
    found: dict[str, set[int]] = {}
    for row in read_lines(data / "discretion/guangdong_env_discretion_2022.jsonl"):
        text = row["violation"].removeprefix("裁量起点")
        for cited in row["violated_articles"] + row["penalty_basis"]:
            match = CITED.search(cited)
            at = places.get(short_title(match[1] + match[2]), set()) if match else set()
            # An older state of the law may number otherwise: half of the cited words must stand in the article.
            grams = {cited[i : i + 2] for i in range(match.end(), len(cited) - 1)} if match else set()
            for i in at:
                held = letters(statutes[i]["text"])
                if grams and sum(gram in held for gram in grams) >= len(grams) / 2 and text:
                    found.setdefault(text, set()).add(i)
    return list(found), list(found.values())


def question_set(data: Path, statutes: list[dict]) -> tuple[list[str], list[set[int]]]:
    """The validation questions and their articles."""
    place = {row["id"]: i for i, row in enumerate(statutes)}
    questions, relevant = read_questions(data, validation=True)
    return [q["text"] for q in questions], [{place[a] for a in relevant[q["id"]]} for q in questions]


def own_set(data: Path) -> tuple[list[str], list[str], list[set[int]]]:
    """The validation part of our own administrative questions, over the current national statutes (texts first)."""
    rows = read_lines(data / "laws/laws_national_2026-07_justlaws.jsonl")
    titles = [f"{row['law']}{row['article_no']}" for row in rows]
    place = {title: i for i, title in enumerate(titles)}
    held = read_own(data, validation=True)
    texts = [f"{title} {row['text']}" for title, row in zip(titles, rows)]
    return texts, [one["query"] for one in held], [{place[one["title"]]} for one in held]


def expanded(query: str, table: dict[str, list[list]]) -> dict[str, float]:
    """Legal words that the table adds to a question, with their weights."""
    added: dict[str, float] = {}
    for word, targets in table.items():
        if word in query:
            for target, weight in targets:
                added[target] = max(added.get(target, 0), weight)
    return added


def expansion_scores(queries: list[str], table: dict[str, list[list]], field: Bm25) -> np.ndarray:
    """Weighted BM25 of the added words, as whole words."""
    scores = np.zeros((len(queries), field.weights.shape[0]), dtype=np.float32)
    for i, query in enumerate(queries):
        for word, weight in expanded(query, table).items():
            if word in field.ids:
                scores[i] += weight * field.weights[:, [field.ids[word]]].toarray()[:, 0]
    return scores


def print_sets(
    sets: dict[str, tuple[list[str], list[set[int]]]],
    texts: list[str],
    rows: np.ndarray,
    tokenizer: Tokenizer,
    table: dict[str, list[list]] | None,
) -> None:
    """Prints the figures of every system on every set over one corpus."""
    passages = embed(rows, encode(tokenizer, texts))
    fields = {name: Bm25(texts, name) for name in FIELDS}
    for name, (queries, relevant) in sets.items():
        cosine = embed(rows, encode(tokenizer, queries)) @ passages.T
        parts = {field: bm25.score(queries) for field, bm25 in fields.items()}
        lexical = sum(weight * parts[field] for field, weight in FIELDS.items())
        systems = {"BM25 bigrams": parts["bigrams"], "three fields": lexical, "dense": cosine}
        systems |= {f"fused, a = {a}": fused(lexical, cosine, a) for a in (1, 2, 3)}
        if table:
            more = normalised(expansion_scores(queries, table, fields["words"]))
            wide = normalised(lexical) + 0.3 * more
            systems["three fields + expansion"] = wide
            systems |= {f"fused + expansion, a = {a}": fused(wide, cosine, a) for a in (1, 2, 3)}
        print(f"{name}: {len(queries)}")
        for system, scores in systems.items():
            print(f"  {system:28} {json.dumps(figures(scores, relevant))}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--expansion", type=Path)
    options = parser.parse_args()
    statutes = read_statutes(options.data)
    texts = [f"{row['title']} {row['text']}" for row in statutes]
    tokenizer = Tokenizer.from_file(str(options.folder / "tokenizer.json"))
    rows = read_rows(options.folder)
    table = json.loads(options.expansion.read_text("utf-8")) if options.expansion else None
    sets = {
        "lay questions": question_set(options.data, statutes),
        "violation texts": violation_set(options.data, statutes),
    }
    print_sets(sets, texts, rows, tokenizer, table)
    current, queries, relevant = own_set(options.data)
    print_sets({"own administrative questions": (queries, relevant)}, current, rows, tokenizer, table)


if __name__ == "__main__":
    main()
