import numpy as np
import pytest
import torch
from tiny import TINY

from agelens.analyse.damage import DAMAGES
from agelens.analyse.gaps import largest_gaps, same_age_errors
from agelens.analyse.heat import activation_map, occlusion_map
from agelens.config import Config
from agelens.evaluate.groupings import Grouping
from agelens.models.build import build
from agelens.models.heads import AgeRegression
from agelens.models.network import Network
from agelens.models.spec import Spec
from agelens.predict.bands import band_of

CONFIG = Config(name="tiny", spec="spec.json")
CROPS = torch.randint(0, 256, (2, 40, 40, 3), dtype=torch.uint8, generator=torch.Generator().manual_seed(0))


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.key)
def test_damage_begins_with_none_and_grows(damage) -> None:
    pictures = [damage.apply(CROPS, 32, 32, level) for level in damage.levels]
    untouched = CROPS[:, 4:36, 4:36].permute(0, 3, 1, 2).float()
    assert torch.allclose(pictures[0], untouched, atol=1e-3)
    changes = [float((picture - untouched).abs().mean()) for picture in pictures]
    assert changes[-1] > 5
    assert all(picture.shape == (2, 3, 32, 32) for picture in pictures)
    assert all(picture.min() >= 0 and picture.max() <= 255 for picture in pictures)


class _LooksAtOnePlace(torch.nn.Module):
    """Gives the brightness of one pixel as years."""

    def __init__(self) -> None:
        super().__init__()
        self.spec = None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return 50 + x[:, :1, 20, 8]


def test_the_occlusion_map_points_at_the_place_that_counts() -> None:
    pixels = torch.full((3, 32, 32), 255.0)
    heat = occlusion_map(_LooksAtOnePlace(), CONFIG, AgeRegression(kind="age-regression"), slice(0, 1), pixels)
    assert heat.shape == (32, 32)
    # White there makes 2 years more than the grey that hides it; other places change nothing.
    assert heat[20, 8] == pytest.approx(2, abs=0.01)
    assert heat[4, 28] == 0


@pytest.fixture(scope="module")
def network() -> Network:
    torch.manual_seed(0)
    network = build(Spec.model_validate(TINY)).eval()
    torch.nn.init.normal_(network.head.weight, std=1)
    return network


def test_the_activation_map_is_what_the_last_layer_with_places_adds(network: Network) -> None:
    pixels = torch.rand((3, 32, 32), generator=torch.Generator().manual_seed(1)) * 255
    heat = activation_map(network, CONFIG, network.spec.head, slice(0, 101), pixels)
    assert heat.shape == (32, 32)
    assert np.isfinite(heat).all()
    assert np.abs(heat).max() > 0
    assert not network.body[-3]._forward_hooks


def _entry(value: float, slack: float) -> dict[str, float]:
    return {"value": value, "low": value - slack, "high": value + slack}


def test_gaps_are_named_from_the_largest_on() -> None:
    genders = Grouping("genders", "Gender", ("male", "female"), np.zeros(0, int))
    origins = Grouping("ethnicities", "Ethnicity", ("a", "b", "few"), np.zeros(0, int))
    metrics = {
        "genders": {"male": {"n": 500, "mae": _entry(5.0, 0.4)}, "female": {"n": 500, "mae": _entry(4.8, 0.4)}},
        "ethnicities": {
            "a": {"n": 300, "mae": _entry(4, 0.3)},
            "b": {"n": 200, "mae": _entry(6, 0.4)},
            "few": {"n": 3, "mae": _entry(20, 9)},
        },
    }
    largest, smaller = largest_gaps(metrics, [genders, origins], "mae")
    assert (largest["most"], largest["least"], largest["beyondChance"]) == ("b", "a", True)
    assert largest["difference"] == 2
    assert largest["low"] == pytest.approx(2 - 0.5)
    assert (smaller["key"], smaller["beyondChance"]) == ("genders", False)


def test_groups_of_other_ages_are_compared_at_the_same_ages() -> None:
    # Errors depend on age alone; the first group is young, the second old.
    ages = np.concatenate([np.repeat([25, 65], [300, 100]), np.repeat([25, 65], [100, 300])])
    error = np.where(ages == 25, 2.0, 8.0)
    origins = Grouping("ethnicities", "Ethnicity", ("young", "old"), np.repeat([0, 1], 400))
    assert error[:400].mean() == 3.5
    assert same_age_errors(error, band_of(ages), origins) == {"young": 5.0, "old": 5.0}
