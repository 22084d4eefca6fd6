"""Training windows: sentences with silences between them, noise, and the tokens that the engine should write."""

from dataclasses import dataclass

import numpy as np

from speak import RATE, read_sentences
from tokens import CHINESE, COMPACT, END, PREVIOUS, SILENT, START, TRANSCRIBE, UNTRAINED, compact_text, compact_time

FRAME = RATE // 50
PUNCTUATION = "，。？！、"


@dataclass
class Window:
    sound: np.ndarray  # [samples], floats
    first: int  # frame (1/50 s) of the 30-s window at which the sound begins
    tokens: list[int]  # compact numbers, prompt included
    expected: list[float]  # for each token the second at which it is heard, or -1
    begin: int  # place of the start token
    heard: np.ndarray  # [frames], the compact number of the character that is heard at each, 0 for none


class Windows:
    def __init__(self, path: str, seed: int) -> None:
        takes = np.load(path)
        self.samples, self.owners = takes["samples"], takes["sentences"]
        ends = np.cumsum(takes["lengths"])
        self.spans = list(zip(ends - takes["lengths"], ends, strict=True))
        self.texts = [sentence for _, sentence in read_sentences()]
        self.random = np.random.default_rng(seed)

    def take(self) -> tuple[str, np.ndarray]:
        number = int(self.random.integers(len(self.spans)))
        start, end = self.spans[number]
        sound = self.samples[start:end].astype(np.float32) / 32768
        tempo = self.random.uniform(0.94, 1.06)
        places = np.arange(0, len(sound) - 1, tempo)
        return self.texts[self.owners[number]], np.interp(places, np.arange(len(sound)), sound).astype(np.float32)

    def gap(self, dense: bool) -> float:
        """Seconds between sentences: mostly short, now and then long; always short where silences were cut out."""
        if dense:
            return self.random.uniform(0.1, 0.75)
        return self.random.uniform(0.15, 1.2) if self.random.random() < 0.75 else self.random.uniform(1.2, 8)

    def noise(self, size: int) -> np.ndarray:
        """Hiss, murmur (low-passed) or hum, or nothing at all."""
        kind = self.random.integers(5)
        if kind == 0:
            return np.zeros(size, np.float32)
        noise = self.random.standard_normal(size).astype(np.float32)
        if kind >= 3:
            noise = np.convolve(noise, np.ones(12) / 3.5, "same").astype(np.float32)
        if kind == 4:
            noise += 2 * np.sin(np.arange(size) * (2 * np.pi * self.random.choice([50, 100]) / RATE)).astype(np.float32)
        return noise * 10 ** self.random.uniform(-4.2, -1.9)

    def prompt(self) -> list[int]:
        """What a window may be told before it begins: nothing, words, or what was said before."""
        kind = self.random.random()
        if kind < 0.7:
            return []
        tokens = [COMPACT[PREVIOUS]]
        if kind > 0.76:
            for _ in range(self.random.integers(1, 5)):
                unknown = [UNTRAINED] * int(self.random.integers(0, 12))
                tokens += unknown + compact_text(self.texts[self.random.integers(len(self.texts))])[:12]
        if kind < 0.88:
            second = 0.0
            for _ in range(self.random.integers(1, 6)):
                end = second + self.random.uniform(1, 4)
                text = compact_text(self.texts[self.random.integers(len(self.texts))])
                tokens += [compact_time(second), *text, compact_time(end)]
                second = end + self.random.uniform(0.2, 2)
                tokens += [compact_time(end), COMPACT[SILENT], compact_time(second)]
        return [tokens[0], *tokens[-223:]] if len(tokens) > 224 else tokens

    def window(self, frames: int, first: int, prompts: bool) -> Window:
        """A window in which only frames `first` to `first + frames` are looked at; before them nothing was heard."""
        size = frames * FRAME
        sound = np.zeros(size, np.float32)
        said: list[tuple[float, float, str]] = []
        empty = self.random.random() < 0.04
        limit = min(frames, 1500 - first) / 50
        # Sound of the whole window may break off early: what follows the end of a file is nothing.
        stop = limit if self.random.random() < 0.5 or frames < 400 else self.random.uniform(0.3, 1) * limit
        dense = self.random.random() < 0.5
        second = self.gap(dense) if self.random.random() < 0.3 and frames > 400 else self.random.uniform(0, 0.9)
        while not empty:
            text, voice = self.take()
            place, length = int(second * RATE), len(voice) / RATE
            if second + 0.3 > stop:
                break
            if second + length > stop - 0.1:
                # The last sentence is cut off by the end of the window: it is left to the next one. In a window that is
                # not full it would be lost, so there it does not begin at all.
                if stop == limit and first + frames == 1500 and len(said) > 0:
                    part = voice[: max(0, size - place)]
                    sound[place : place + len(part)] += part
                break
            loudness = 10 ** self.random.uniform(-0.35, 0)
            sound[place : place + len(voice)] += voice * loudness
            said.append((second, second + length, text))
            second += length + self.gap(dense)
        heard = int(min(limit, max(stop, said[-1][1] + 0.1 if said else 0)) * RATE)
        sound[:heard] += self.noise(heard)
        sound *= 10 ** self.random.uniform(-1.2, 0)
        return self.labelled(sound, first, said, prompts)

    def labelled(self, sound: np.ndarray, first: int, said: list[tuple[float, float, str]], prompts: bool) -> Window:
        tokens = self.prompt() if prompts else []
        begin = len(tokens)
        tokens += [COMPACT[START], COMPACT[CHINESE], COMPACT[TRANSCRIBE]]
        expected = [-1.0] * len(tokens)

        def add(token: int, second: float) -> None:
            tokens.append(token)
            expected.append(second)

        def skip(start: float, end: float) -> None:
            add(compact_time(start), start)
            add(COMPACT[SILENT], (start + end) / 2)
            add(compact_time(end), end)

        offset = first / 50
        last = 0.0
        heard = np.zeros(len(sound) // FRAME, np.int64)
        for start, end, text in said:
            start, end = start + offset, end + offset
            # The engine lets no window begin with a time after 1 s, and gives a segment the end of the one before as
            # its start; a silent token between two pairs of times moves it on.
            if last > 0 or start > 0.98:
                skip(last, start)
            add(compact_time(start), start)
            # Syllables last about equally long; punctuation is not heard.
            spoken = sum(character not in PUNCTUATION for character in text)
            length = (end - start) / spoken
            place = 0
            for character, token in zip(text, compact_text(text), strict=True):
                add(token, start + min(place + 0.5, spoken) * length)
                if character not in PUNCTUATION:
                    edges = [round((start - offset + (place + side) * length) * 50) for side in (0, 1)]
                    heard[edges[0] : edges[1]] = token
                    place += 1
            add(compact_time(end), end)
            last = end
        if not said:
            skip(0, 30)
        add(COMPACT[END], -1)
        return Window(sound, first, tokens, expected, begin, heard)
