"""The model: a table of token vectors, a learned weight for each token, and their weighted mean.

Close to the static embeddings of Arora et al. 2017 (a simple but tough-to-beat baseline for sentence embeddings) and
fastText (Bojanowski et al. 2017, arXiv:1607.04606), but trained for retrieval with InfoNCE (van den Oord et al. 2018,
arXiv:1807.03748).
"""

import numpy as np
import torch
from torch import nn
from torch.nn import functional


class StaticEmbedding(nn.Module):
    """Vectors start at random: a random projection keeps exact matches, which a start from LSA loses."""

    def __init__(self, frequencies: np.ndarray, dimensions: int, seed: int) -> None:
        super().__init__()
        generator = torch.Generator().manual_seed(seed)
        table = torch.randn(len(frequencies), dimensions, generator=generator) / dimensions**0.5
        self.table = nn.Parameter(table)
        share = torch.tensor(frequencies / frequencies.sum(), dtype=torch.float32)
        self.weight = nn.Parameter(torch.log(1e-4 / (1e-4 + share)) + 1)

    def forward(self, bags: list[np.ndarray]) -> torch.Tensor:
        """Unit vectors [bags, dimensions]."""
        ids = torch.from_numpy(np.concatenate(bags))
        starts = torch.from_numpy(np.cumsum([0] + [len(bag) for bag in bags[:-1]]))
        weights = self.weight[ids].exp()
        return functional.normalize(
            functional.embedding_bag(ids, self.table, starts, mode="sum", per_sample_weights=weights)
        )

    def rows(self) -> np.ndarray:
        """Table with the weights multiplied in: the plain mean of these rows has the same direction."""
        with torch.no_grad():
            return (self.table * self.weight.exp()[:, None]).numpy().copy()


def embed(rows: np.ndarray, bags: list[np.ndarray]) -> np.ndarray:
    """Unit vectors from a plain table, in batches."""
    table = torch.from_numpy(rows)
    parts = []
    for start in range(0, len(bags), 2048):
        part = bags[start : start + 2048]
        ids = torch.from_numpy(np.concatenate(part))
        starts = torch.from_numpy(np.cumsum([0] + [len(bag) for bag in part[:-1]]))
        parts.append(functional.normalize(functional.embedding_bag(ids, table, starts, mode="mean")))
    return torch.cat(parts).numpy()


def info_nce(scores: torch.Tensor, allowed: torch.Tensor, temperature: float) -> torch.Tensor:
    """Mean loss of naming the own passage [i, i] among all that are allowed as negatives.

    `scores` and `allowed` are [queries, passages]; the diagonal is always in.
    """
    own = torch.arange(len(scores))
    allowed = allowed.clone()
    allowed[own, own] = True
    return functional.cross_entropy((scores / temperature).masked_fill(~allowed, -1e4), own)
