"""Things worn before a face, on plain central crops: masks and scarves, hats, dark glasses."""

import torch

from agelens.predict.logits import central

GREY = 127.5

# Where the template that `agelens template` measures puts the eyes, and the half axes of a lens, in shares of the crop.
_EYES = ((0.33, 0.33), (0.67, 0.33))
_LENS = (0.15, 0.1)
_BRIDGE_HALF_HEIGHT = 0.02


def cover_from_below(crops: torch.Tensor, frame: int, size: int, share: float) -> torch.Tensor:
    """A grey bar from below, like a mask or a scarf, over `share` of the crop."""
    x = central(crops, frame, size).clone()
    x[:, :, size - round(share * size) :] = GREY
    return x


def cover_from_above(crops: torch.Tensor, frame: int, size: int, share: float) -> torch.Tensor:
    """A grey bar from above, like a hat or a hood, over `share` of the crop; the brows begin at about 0.24."""
    x = central(crops, frame, size).clone()
    x[:, :, : round(share * size)] = GREY
    return x


def cover_eyes(crops: torch.Tensor, frame: int, size: int, darkness: float) -> torch.Tensor:
    """Glasses that keep `darkness` of the light back: two elliptic lenses and a bridge."""
    return central(crops, frame, size) * (1 - darkness * _glasses(size))


def _glasses(size: int) -> torch.Tensor:
    """1 where the glasses are, else 0: [size, size]."""
    across = (torch.arange(size) + 0.5) / size
    x, y = across[None, :], across[:, None]
    lenses = [((x - ex) / _LENS[0]) ** 2 + ((y - ey) / _LENS[1]) ** 2 <= 1 for ex, ey in _EYES]
    (left, level), (right, _) = _EYES
    bridge = ((y - level).abs() <= _BRIDGE_HALF_HEIGHT) & (x > left) & (x < right)
    return (lenses[0] | lenses[1] | bridge).float()
