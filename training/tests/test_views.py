"""What a photo's face counts as: the crop and its mirror image."""

import pytest
import torch
from torch import Tensor, nn

from agelens.models.heads import Multi
from agelens.models.heads.age_regression import AgeRegression
from agelens.models.heads.gender import Gender
from agelens.predict.views import PhotoViews


class _LeftColumn(nn.Module):
    """Gives the three channels of the upper left pixel as outputs."""

    def forward(self, x: Tensor) -> Tensor:
        return x[:, :, 0, 0]


def test_the_mean_of_years_and_of_probabilities_over_a_face_and_its_mirror_image() -> None:
    gender = Gender(kind="gender", name="gender")
    head = Multi(kind="multi", heads=[AgeRegression(kind="age-regression", name="age"), gender])
    x = torch.zeros(1, 3, 1, 2)
    x[0, :, 0, 0] = torch.tensor([20.0, 0.0, 0.0])
    x[0, :, 0, 1] = torch.tensor([30.0, 1.0, -1.0])

    years, *logits = PhotoViews(_LeftColumn(), head)(x)[0]

    assert float(years) == 25
    assert torch.stack(logits).softmax(0).tolist() == pytest.approx([(0.5 + 0.880797) / 2, (0.5 + 0.119203) / 2])
