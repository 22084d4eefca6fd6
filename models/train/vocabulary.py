"""Builds the tokenizer: a Unigram model (Kudo 2018, arXiv:1804.10959) whose pieces are counted with jieba.

Counting words instead of running expectation maximisation takes seconds, and the words are those a lawyer would name.
Names of people do not enter: court texts are not counted, only laws and questions.
"""

import math
import re
import unicodedata
from collections import Counter

import jieba
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

LETTERS = re.compile(r"[^\W_]+")
PAD, UNKNOWN = "[PAD]", "[UNK]"
LONGEST = 6
CHARACTER_PENALTY = 4.0
QUESTION_WEIGHT = 8


def normal(text: str) -> str:
    """What the tokenizer's normaliser does: NFKC, lower case, any digit becomes 0."""
    return re.sub(r"\d", "0", unicodedata.normalize("NFKC", text).lower())


def count_words(texts: list[str], weight: int, counts: Counter) -> None:
    """Adds jieba's words of each run of letters, up to six characters long."""
    for text in texts:
        for run in LETTERS.findall(normal(text)):
            for word in jieba.cut(run, HMM=False):
                if len(word) <= LONGEST:
                    counts[word] += weight


def build_tokenizer(laws: list[str], questions: list[str], size: int, least: int = 3) -> Tokenizer:
    """A tokenizer of `size` pieces: all common single characters, then words by how often they occur."""
    words: Counter = Counter()
    count_words(laws, 1, words)
    count_words(questions, QUESTION_WEIGHT, words)
    characters: Counter = Counter()
    for word, count in words.items():
        for character in word:
            characters[character] += count
    total = sum(words.values())
    singles = [c for c, count in characters.most_common() if count >= 3]
    longer = [w for w, count in words.most_common() if len(w) > 1 and count >= least]
    longer = longer[: size - 2 - len(singles)]
    pieces = [(PAD, 0.0), (UNKNOWN, -25.0)]
    pieces += [(word, math.log(words[word] / total)) for word in longer]
    pieces += [(c, math.log(max(words[c], 1) / total) - CHARACTER_PENALTY) for c in singles]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=1, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Lowercase(), normalizers.Replace(Regex(r"\d"), "0")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(r"[^\p{L}\p{N}]+"), behavior="removed")
    return finish(tokenizer)


def finish(tokenizer: Tokenizer) -> Tokenizer:
    """Padding, and one unknown piece after each text, so that a text without a letter still has a vector."""
    tokenizer.add_special_tokens([PAD, UNKNOWN])
    tokenizer.post_processor = processors.TemplateProcessing(single=f"$A {UNKNOWN}", special_tokens=[(UNKNOWN, 1)])
    tokenizer.enable_padding(pad_id=0, pad_token=PAD)
    return tokenizer
