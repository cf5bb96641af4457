import pytest
import torch

from agelens.config import Augment
from agelens.predict.logits import central, normalise
from agelens.train.augment import augment, blur, degrade, erase, recolour

OFF = {name: 0.0 for name in Augment.model_fields if name.endswith("_probability")}
STILL = {name: 0.0 for name in ("rotation_degrees", "scale", "shift", "brightness", "contrast", "saturation")}
NEUTRAL = Augment(**OFF, **STILL, white_balance=0.0, gamma=0.0)


def _generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def _crops(count: int = 6) -> torch.Tensor:
    return torch.randint(0, 256, (count, 40, 40, 3), dtype=torch.uint8, generator=_generator(9))


def test_neutral_settings_leave_the_central_crop_or_its_mirror() -> None:
    crops = _crops()
    plain = central(crops, 32, 32)
    changed = augment(crops, 32, 32, NEUTRAL, _generator())
    same = [torch.allclose(a, b, atol=0.02) for a, b in zip(changed, plain, strict=True)]
    mirrored = [torch.allclose(a.flip(-1), b, atol=0.02) for a, b in zip(changed, plain, strict=True)]
    assert all(a != b for a, b in zip(same, mirrored, strict=True))
    assert any(same) and any(mirrored)


def test_the_result_depends_on_the_generator_alone() -> None:
    first, again, other = (augment(_crops(), 32, 24, Augment(), _generator(s)) for s in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)
    assert first.shape == (6, 3, 24, 24)
    assert first.min() >= 0 and first.max() <= 255


def test_grey_pictures_have_equal_channels() -> None:
    x = torch.rand(4, 3, 8, 8) * 255
    grey = recolour(x.clone(), NEUTRAL.model_copy(update={"grey_probability": 1.0}), _generator())
    assert torch.allclose(grey[:, 0], grey[:, 2], atol=1e-2)
    assert torch.allclose(grey[:, 0], 0.299 * x[:, 0] + 0.587 * x[:, 1] + 0.114 * x[:, 2], atol=1e-2)


def test_contrast_keeps_each_pictures_mean() -> None:
    x = torch.rand(4, 3, 8, 8) * 255
    y = recolour(x.clone(), NEUTRAL.model_copy(update={"contrast": 0.5}), _generator())
    assert torch.allclose(y.mean((2, 3)), x.mean((2, 3)), atol=0.01)
    assert not torch.allclose(y, x, atol=1)


@pytest.mark.parametrize("name", ["downsample", "blur"])
def test_degradation_takes_detail_away(name: str) -> None:
    x = torch.rand(9, 3, 64, 64, generator=_generator()) * 255
    damaged = degrade(x.clone(), NEUTRAL.model_copy(update={f"{name}_probability": 1.0}), _generator(3))
    detail, before = (y.diff(dim=-1).abs().mean((1, 2, 3)) for y in (damaged, x))
    assert (detail < before).all()
    assert torch.allclose(damaged.mean((1, 2, 3)), x.mean((1, 2, 3)), atol=3)


def test_dark_pictures_lose_light_and_noise_adds_variance() -> None:
    x = torch.full((8, 3, 32, 32), 120.0)
    dark = degrade(x.clone(), NEUTRAL.model_copy(update={"dark_probability": 1.0}), _generator())
    assert (dark < 0.71 * x).all()
    noisy = degrade(x.clone(), NEUTRAL.model_copy(update={"noise_probability": 1.0}), _generator())
    assert (noisy.std((1, 2, 3)) > 0).all()


def test_blur_of_a_point_is_a_gaussian() -> None:
    x = torch.zeros(1, 1, 21, 21)
    x[0, 0, 10, 10] = 1
    y = blur(x, 2.0)[0, 0]
    assert y.sum().item() == pytest.approx(1, abs=1e-5)
    assert (y[10, 12] / y[10, 10]).item() == pytest.approx(2.718281828 ** (-0.5), rel=1e-4)


def test_erasing_paints_one_even_rectangle() -> None:
    x = torch.rand(1, 3, 50, 50, generator=_generator()) * 255
    y = erase(x.clone(), NEUTRAL.model_copy(update={"erase_probability": 1.0}), _generator(4))
    painted = (y != x).all(1)[0]
    rows, columns = painted.any(1).sum(), painted.any(0).sum()
    assert 25 <= painted.sum() <= 400
    assert painted.sum() == rows * columns
    assert y[0][:, painted].std() < 1e-3


def test_normalise() -> None:
    x = normalise(torch.full((1, 3, 2, 2), 255.0), (127.5, 0.0, 255.0), (127.5, 255.0, 1.0))
    assert x[0, :, 0, 0].tolist() == [1.0, 1.0, 0.0]
