"""Reads the training material and keeps the validation questions out of it.

DATA is a folder with `laws/*.jsonl`, `retrieval/statutes/`, `retrieval/cases/`, `pairs/pairs.jsonl` and
`discretion/`; README.md names the fields. Nothing of it is written into the model folder as text.
"""

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

CLAUSE = re.compile(r"(?<=[。；;：:\n])")
ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?")


@dataclass
class Article:
    """One article: `law` groups neighbours, `head` is title and chapter, `clauses` are the sentences of the text."""

    law: str
    head: str
    clauses: list[str]


def read_lines(path: Path) -> list[dict]:
    """Objects of a JSON Lines file."""
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def letters(text: str) -> str:
    """NFKC, lower case, letters and digits only: the form in which two questions are compared."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


def is_validation(question_id: str) -> bool:
    """About 30 %: the first byte of the SHA-256 of the id is below 77."""
    return hashlib.sha256(question_id.encode()).digest()[0] < 77


def split_clauses(text: str) -> list[str]:
    """Sentences and listed items, in order; nothing is lost but white space at the ends."""
    return [part.strip() for part in CLAUSE.split(text) if part.strip()]


def read_articles(data: Path) -> list[Article]:
    """All articles of the law files and of the search corpus; the same text is taken once."""
    seen: set[str] = set()
    articles: list[Article] = []

    def take(law: str, head: str, text: str) -> None:
        key = letters(text)
        if len(key) < 8 or key in seen:
            return
        seen.add(key)
        articles.append(Article(law, head, split_clauses(text)))

    for path in sorted((data / "laws").glob("*.jsonl")):
        if path.name == "version_index.jsonl":
            continue
        for row in read_lines(path):
            take(row["law"], f"{row['law']} {row.get('chapter') or ''}", row["text"])
    for row in read_statutes(data):
        law = ARTICLE.split(row["title"])[0]
        take(law, law, row["text"])
    return articles


SHORT = re.compile(r"^中华人民共和国|[（(].*?[)）]$")


def short_title(title: str) -> str:
    """Law and article without 中华人民共和国 and without a year in brackets, so that two corpora name an article alike."""
    number = ARTICLE.search(title)
    return SHORT.sub("", title[: number.start()]) + number[0] if number else title


def read_statutes(data: Path) -> list[dict]:
    """The search corpus: {id, title, text}."""
    return read_lines(data / "retrieval/statutes/corpus.jsonl")


def read_questions(data: Path, validation: bool) -> tuple[list[dict], dict[str, set[str]]]:
    """The questions of one side of the split, and the ids of the articles that answer them."""
    rows = read_lines(data / "retrieval/statutes/queries.jsonl")
    chosen = [row for row in rows if is_validation(row["id"]) == validation]
    ids = {row["id"] for row in chosen}
    relevant: dict[str, set[str]] = {}
    for line in open(data / "retrieval/statutes/qrels.tsv", encoding="utf-8"):
        question, article, _ = line.split()
        if question in ids:
            relevant.setdefault(question, set()).add(article)
    return [row for row in chosen if row["id"] in relevant], relevant


def bigrams(text: str) -> set[str]:
    """The pairs of neighbouring characters."""
    return {text[i : i + 2] for i in range(len(text) - 1)}


class HeldOut:
    """Tells whether a training query is a held-out text, contains one, lies in one, or nearly equals one."""

    def __init__(self, texts: list[str], share: float = 2 / 3) -> None:
        self.share = share
        self.texts = [letters(text) for text in texts]
        self.grams = [bigrams(text) for text in self.texts]
        self.exact = set(self.texts)
        self.by_gram: dict[str, list[int]] = {}
        for i, grams in enumerate(self.grams):
            for gram in grams:
                self.by_gram.setdefault(gram, []).append(i)

    def holds(self, query: str) -> bool:
        """True also where `share` of all character bigrams of both are shared (Jaccard)."""
        text = letters(query)
        if text in self.exact:
            return True
        grams = bigrams(text)
        shared: dict[int, int] = {}
        for gram in grams:
            for i in self.by_gram.get(gram, ()):
                shared[i] = shared.get(i, 0) + 1
        for i, count in shared.items():
            if count / (len(grams) + len(self.grams[i]) - count) >= self.share:
                return True
            if count >= 0.9 * min(len(grams), len(self.grams[i])):
                other = self.texts[i]
                if len(text) >= 8 and text in other or len(other) >= 8 and other in text:
                    return True
        return False


FOLDS = 3


def fold_of(question_id: str) -> int:
    """The part of the training questions that one of FOLDS models leaves out: the second byte of the SHA-256, modulo FOLDS."""
    return hashlib.sha256(question_id.encode()).digest()[1] % FOLDS


def without_fold(pairs: dict[str, list[dict]], data: Path, fold: int) -> dict[str, list[dict]]:
    """The pairs without the lay questions of one fold and all that nearly equal them."""
    questions, _ = read_questions(data, validation=False)
    held = HeldOut([row["text"] for row in questions if fold_of(row["id"]) == fold])
    return {source: [row for row in rows if not held.holds(row["query"])] for source, rows in pairs.items()}


OWN = "own questions"


def is_held_own(law: str, number: str) -> bool:
    """About 20 % of our own lines are for validation: whole articles, so that no wording of one is learned."""
    return hashlib.sha256(f"{law}{number}".encode()).digest()[0] < 51


def read_own(data: Path, validation: bool) -> list[dict]:
    """Our own administrative questions of one side, with the current text of the article that answers them."""
    texts = {
        (row["law"], row["article_int"]): row
        for row in read_lines(data / "laws/laws_national_2026-07_justlaws.jsonl")
    }
    found = []
    for line in (Path(__file__).parent / "questions.tsv").read_text("utf-8").splitlines():
        law, number, questions = line.split("\t")
        if is_held_own(law, number) == validation:
            article = texts[f"中华人民共和国{law}", int(number)]
            title = f"{article['law']}{article['article_no']}"
            for question in questions.split("|"):
                pair = {"query": question, "positive": f"{title} {article['text']}", "title": title}
                found.append(pair | {"quality": "human", "source": OWN, "text": article["text"]})
    return found


def read_measured() -> list[str]:
    """The questions that the product's search is measured by: of evals/questions, all that are not for training."""
    folder = Path(__file__).parents[2] / "evals/questions"
    rows = [row for row in read_lines(folder / "administrative.jsonl") if row["part"] == "validation"]
    return [row["text"] for row in rows + read_lines(folder / "facts.jsonl")]


def read_pairs(data: Path, say=print) -> dict[str, list[dict]]:
    """Training pairs by source, without validation questions, without like-case queries and without what we measure by."""
    questions, _ = read_questions(data, validation=True)
    lay = HeldOut([row["text"] for row in questions])
    cases = HeldOut([row["text"] for row in read_lines(data / "retrieval/cases/queries.jsonl")])
    # One author wrote both: half the bigrams in common are as good as the same question.
    measured = HeldOut(read_measured(), share=1 / 2)
    own = [
        row
        for row in read_own(data, validation=False)
        if not lay.holds(row["query"]) and not measured.holds(row["query"])
    ]
    kept: dict[str, list[dict]] = {OWN: own}
    removed: dict[str, int] = {}
    for row in read_lines(data / "pairs/pairs.jsonl"):
        held = lay if row["quality"] == "human" else cases
        if held.holds(row["query"]) or measured.holds(row["query"]):
            removed[row["source"]] = removed.get(row["source"], 0) + 1
        else:
            kept.setdefault(row["source"], []).append(row)
    say(f"pairs: kept {({k: len(v) for k, v in kept.items()})}, removed {removed}", flush=True)
    return kept
