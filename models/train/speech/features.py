"""The log-mel spectrogram as whisper.cpp computes it: 80 filters, windows of 25 ms every 10 ms, 16 kHz."""

import numpy as np
import torch

RATE = 16000
FFT = 400
HOP = 160
MELS = 80


def mel_filters() -> np.ndarray:
    """[80, 201]: triangles on the scale of Slaney (Auditory Toolbox, 1998), each of unit area."""

    def to_mel(hertz: np.ndarray) -> np.ndarray:
        return np.where(hertz < 1000, hertz * 3 / 200, 15 + np.log(np.maximum(hertz, 1e-9) / 1000) * 27 / np.log(6.4))

    def to_hertz(mel: np.ndarray) -> np.ndarray:
        return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp((mel - 15) * np.log(6.4) / 27))

    edges = to_hertz(np.linspace(0, to_mel(np.array(RATE / 2)), MELS + 2))
    bins = np.linspace(0, RATE / 2, FFT // 2 + 1)
    rising = (bins - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - bins) / (edges[2:] - edges[1:-1])[:, None]
    triangles = np.maximum(0, np.minimum(rising, falling))
    return (triangles * (2 / (edges[2:] - edges[:-2]))[:, None]).astype(np.float32)


FILTERS = torch.from_numpy(mel_filters())
WINDOW = torch.hann_window(FFT, periodic=True)


def log_mel(sounds: torch.Tensor, louder: torch.Tensor | None = None) -> torch.Tensor:
    """[batch, 80, samples / 160] from [batch, samples].

    `louder` [batch]: by how much (log10 of power) the loudest moment of the whole recording exceeds that of the window:
    whisper.cpp cuts off below the loudest of the whole file.
    """
    padded = torch.cat([sounds[:, 1 : FFT // 2 + 1].flip(1), sounds, sounds.new_zeros(len(sounds), FFT // 2)], 1)
    power = torch.stft(padded, FFT, HOP, window=WINDOW, center=False, return_complex=True)[..., :-1].abs() ** 2
    mel = (FILTERS @ power).clamp(min=1e-10).log10()
    top = mel.amax((1, 2))
    if louder is not None:
        top = top + louder
    return (torch.maximum(mel, top[:, None, None] - 8) + 4) / 4
