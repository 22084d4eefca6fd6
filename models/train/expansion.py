"""Learns which legal words stand behind lay words: `python expansion.py DATA FILE`.

Pointwise mutual information (Church and Hanks 1990) between the words of a question and those of its article or answer,
over the training pairs alone, normalised to 0..1 after Bouma 2009. What the list REFUSED names was looked at and thrown
out by hand.
"""

import argparse
import json
import math
import re
from collections import Counter
from pathlib import Path

import jieba

from refused_words import REFUSED
from texts import read_articles, read_pairs, without_fold
from vocabulary import LETTERS, normal

NUMERAL = re.compile(r"[0-9a-z一二三四五六七八九十百千万亿两〇零几第条款项]")
LEAST_TOGETHER = 3
MOST_TARGETS = 8
LEAST_PMI = 0.28


def words(text: str) -> set[str]:
    """Words of two to six characters without numerals."""
    found = {word for run in LETTERS.findall(normal(text)) for word in jieba.cut(run, HMM=False)}
    return {word for word in found if 2 <= len(word) <= 6 and not NUMERAL.search(word) and word not in REFUSED}


def learn(pairs: list[tuple[set[str], set[str]]], common: Counter, articles: int) -> dict[str, list[list]]:
    """{lay word: [[legal word, weight], ...]}, the heaviest first. A legal word stands in law, but not everywhere."""
    asked, answered, both = Counter(), Counter(), Counter()
    for question, answer in pairs:
        asked.update(question)
        answered.update(answer)
        both.update((a, b) for a in question for b in answer if a != b and a not in b and b not in a)
    total = len(pairs)
    table: dict[str, list[list]] = {}
    for (lay, legal), count in both.items():
        if count < LEAST_TOGETHER or not 3 <= common[legal] <= articles * 0.08:
            continue
        # A discount for rare pairs: three chance meetings look like a law.
        pmi = math.log(count * total / (asked[lay] * answered[legal])) / -math.log(count / total)
        weight = pmi * count / (count + 2)
        if weight >= LEAST_PMI:
            table.setdefault(lay, []).append([legal, round(weight, 2)])
    return {
        lay: sorted(targets, key=lambda one: (-one[1], one[0]))[:MOST_TARGETS] for lay, targets in sorted(table.items())
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--leave-out", type=int, help="fold of the training questions that is not learned from")
    options = parser.parse_args()
    articles = read_articles(options.data)
    common: Counter = Counter()
    for article in articles:
        common.update(words(" ".join(article.clauses)))
    kept = read_pairs(options.data)
    if options.leave_out is not None:
        kept = without_fold(kept, options.data, options.leave_out)
    rows = [row for rows in kept.values() for row in rows if row["quality"] == "human"]
    pairs = [(words(row["query"]), words(re.sub(r"^.{2,40}?第[^条]{1,9}条", "", row["positive"]))) for row in rows]
    table = learn(pairs, common, len(articles))
    lines = [f"{json.dumps(lay, ensure_ascii=False)}: {json.dumps(t, ensure_ascii=False)}" for lay, t in table.items()]
    options.file.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    print(f"{len(table)} lay words, {sum(map(len, table.values()))} legal words")


if __name__ == "__main__":
    main()
