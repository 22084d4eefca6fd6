"""The Whisper architecture (Radford et al. 2022, arXiv:2212.04356), small, with helps for a short training on a CPU.

- The rows of the 1,501 time tokens are a linear map of the positions of the encoder, so that all are learned together.
- The first coordinate of the last hidden state is always 1: a row (-30, 0, 0 …) can never be chosen.
- The heads of the encoder begin by looking at a few frames around their own, instead of everywhere.
"""

import math

import torch
from torch import nn
from torch.nn import functional

from tokens import COMPACT_TIME, TIMES, UNTRAINED

FRAMES = 1500
TEXT = 448
WIDTH = 96
HEADS = 3
ENCODER_LAYERS = 3
DECODER_LAYERS = 3
NEVER = -30.0


def waves(length: int, shortest: float, longest: float) -> torch.Tensor:
    """[length, WIDTH]: sines, then cosines, of wavelengths between the two."""
    rates = 2 * math.pi / torch.logspace(math.log10(shortest), math.log10(longest), WIDTH // 2)
    angles = torch.arange(length)[:, None] * rates
    return torch.cat([angles.sin(), angles.cos()], 1)


class Attention(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH, bias=False)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)

    def heads(self, x: torch.Tensor) -> torch.Tensor:
        return x.unflatten(2, (HEADS, -1)).transpose(1, 2)

    def forward(self, x: torch.Tensor, source: torch.Tensor, causal: bool) -> torch.Tensor:
        query, key, value = self.heads(self.query(x)), self.heads(self.key(source)), self.heads(self.value(source))
        mixed = functional.scaled_dot_product_attention(query, key, value, is_causal=causal)
        return self.out(mixed.transpose(1, 2).flatten(2))

    def weights(self, x: torch.Tensor, source: torch.Tensor) -> torch.Tensor:
        """[batch, tokens, frames] of the first head: where it looks."""
        size = WIDTH // HEADS
        query = functional.linear(x, self.query.weight[:size], self.query.bias[:size])
        key = functional.linear(source, self.key.weight[:size])
        return (query @ key.transpose(1, 2) / size**0.5).log_softmax(2)

    def look_near(self, offsets: list[int], positions: torch.Tensor) -> None:
        """Starts head h at `offsets[h]` frames from its own place, by turning its sines against its cosines."""
        rates = torch.atan2(positions[1, : WIDTH // 2], positions[1, WIDTH // 2 :])
        size = WIDTH // HEADS
        with torch.no_grad():
            self.query.weight.mul_(0.1)
            self.key.weight.mul_(0.1)
            for head, offset in enumerate(offsets):
                for pair in range(size // 2):
                    wave = pair * HEADS + head
                    sine, cosine = wave, WIDTH // 2 + wave
                    row = head * size + 2 * pair
                    turn = rates[wave] * offset
                    self.key.weight[row, sine] += 1.3
                    self.key.weight[row + 1, cosine] += 1.3
                    self.query.weight[row, sine] += 1.3 * turn.cos()
                    self.query.weight[row, cosine] += 1.3 * turn.sin()
                    self.query.weight[row + 1, cosine] += 1.3 * turn.cos()
                    self.query.weight[row + 1, sine] -= 1.3 * turn.sin()


class Block(nn.Module):
    def __init__(self, cross: bool) -> None:
        super().__init__()
        self.attn = Attention()
        self.attn_ln = nn.LayerNorm(WIDTH)
        if cross:
            self.cross_attn = Attention()
            self.cross_attn_ln = nn.LayerNorm(WIDTH)
        self.cross = cross
        # The engine's GELU is the tanh form.
        self.mlp = nn.Sequential(nn.Linear(WIDTH, 4 * WIDTH), nn.GELU("tanh"), nn.Linear(4 * WIDTH, WIDTH))
        self.mlp_ln = nn.LayerNorm(WIDTH)

    def forward(self, x: torch.Tensor, heard: torch.Tensor | None = None) -> torch.Tensor:
        own = self.attn_ln(x)
        x = x + self.attn(own, own, causal=self.cross)
        if heard is not None:
            asked = self.cross_attn_ln(x)
            x = x + self.cross_attn(asked, heard, causal=False)
            if self.training:
                self.look = self.cross_attn.weights(asked, heard)
        return x + self.mlp(self.mlp_ln(x))


class Hearing(nn.Module):
    def __init__(self, size: int, characters: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv1d(80, WIDTH, 3, padding=1)
        self.conv2 = nn.Conv1d(WIDTH, WIDTH, 3, stride=2, padding=1)
        self.register_buffer("positions", waves(FRAMES + 1, 8, 3000))
        self.encoder = nn.ModuleList(Block(cross=False) for _ in range(ENCODER_LAYERS))
        for depth, block in enumerate(self.encoder):
            block.attn.look_near([-(5 + 3 * depth), 0, 5 + 3 * depth], self.positions)
        self.ln_post = nn.LayerNorm(WIDTH)
        self.rows = nn.Parameter(torch.randn(COMPACT_TIME, WIDTH) / WIDTH**0.5)
        self.times = nn.Linear(WIDTH, WIDTH)
        self.text_positions = nn.Parameter(waves(TEXT, 6, 1000) * 0.3)
        self.decoder = nn.ModuleList(Block(cross=True) for _ in range(DECODER_LAYERS))
        self.ln = nn.LayerNorm(WIDTH)
        # Only for the training: which character is heard at which frame.
        self.spelling = nn.Linear(WIDTH, characters + 1)
        assert size == COMPACT_TIME + TIMES

    def table(self) -> torch.Tensor:
        """[compact tokens, WIDTH]."""
        fixed = torch.zeros(1, WIDTH)
        fixed[0, 0] = NEVER
        assert UNTRAINED == 0
        return torch.cat([fixed, self.rows[1:], self.times(self.positions)])

    def hear(self, mel: torch.Tensor, first: torch.Tensor) -> torch.Tensor:
        """[batch, frames, WIDTH] from [batch, 80, 2 × frames] whose first frame stands at `first` [batch]."""
        x = functional.gelu(self.conv1(mel), approximate="tanh")
        x = functional.gelu(self.conv2(x), approximate="tanh").transpose(1, 2)
        x = x + self.positions[first[:, None] + torch.arange(x.shape[1])]
        for block in self.encoder:
            x = block(x)
        return self.ln_post(x)

    def write(self, tokens: torch.Tensor, heard: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
        """Logits [wanted tokens, compact tokens] after `tokens` [batch, tokens], where `wanted` is true."""
        table = self.table()
        x = table[tokens] + self.text_positions[: tokens.shape[1]]
        for block in self.decoder:
            x = block(x, heard)
        normal = self.ln(x[wanted])
        return torch.cat([torch.ones_like(normal[:, :1]), normal[:, 1:]], 1) @ table.T
