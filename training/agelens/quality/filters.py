"""The app's filters, built from OpenCV's own; each takes an [y, x, RGB] float32 image 0…255 and the app's parameters.

OpenCV equalises bytes of grey pictures only: its two equalisers judge those of equalise.py, which work in colour.
"""

from collections.abc import Callable, Mapping

import cv2
import numpy as np

from agelens.quality.equalise import CLAHE_TILES, clahe, histogram_equalisation
from agelens.quality.metrics import luma

BORDER = cv2.BORDER_REFLECT_101
RESAMPLING = (cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_LANCZOS4)
GRAIN_SIGMA = 0.7


def gaussian(image: np.ndarray, sigma: float) -> np.ndarray:
    """GaussianBlur with a kernel of ±⌈3σ⌉."""
    side = 2 * int(np.ceil(3 * sigma)) + 1
    return cv2.GaussianBlur(image, (side, side), sigma, borderType=BORDER)


def unsharp_mask(image: np.ndarray, amount: float, sigma: float, threshold: float) -> np.ndarray:
    """Picture + amount times its difference to the blur, soft-thresholded."""
    detail = image - gaussian(image, sigma)
    return image + amount * np.sign(detail) * np.maximum(np.abs(detail) - threshold, 0)


def high_pass(image: np.ndarray, amount: float) -> np.ndarray:
    """filter2D with the sharpening kernel."""
    kernel = np.full((3, 3), -amount / 8)
    kernel[1, 1] = 1 + amount
    return cv2.filter2D(image, -1, kernel, borderType=BORDER)


def median(image: np.ndarray, radius: int) -> np.ndarray:
    """medianBlur of a picture with reflected margins, because OpenCV's own margin repeats the edge."""
    framed = cv2.copyMakeBorder(image, radius, radius, radius, radius, BORDER)
    return cv2.medianBlur(framed, 2 * radius + 1)[radius:-radius, radius:-radius]


def bilateral(image: np.ndarray, sigma_colour: float, sigma_space: float) -> np.ndarray:
    """bilateralFilter with the diameter that follows from the spatial sigma."""
    return cv2.bilateralFilter(image, -1, sigma_colour, sigma_space, borderType=BORDER)


def gamma(image: np.ndarray, exponent: float) -> np.ndarray:
    """Power law on 0…255."""
    return 255 * cv2.pow(image / 255, exponent)


def auto_gamma(image: np.ndarray, strength: float, brightness: float, limit: float) -> np.ndarray:
    """Power law that would bring a pixel of mean luma to `brightness`."""
    mean = np.clip(luma(image).mean(), 1, 254)
    wanted = np.log(brightness / 255) / np.log(mean / 255)
    return gamma(image, float(np.clip(wanted, 1 / limit, limit) ** strength))


def grey_equalisation(image: np.ndarray, strength: float) -> np.ndarray:
    """equalizeHist on a grey picture, blended with it."""
    return _blended(image, cv2.equalizeHist(_grey_bytes(image)), strength)


def grey_clahe(image: np.ndarray, strength: float, clip_limit: float) -> np.ndarray:
    """OpenCV's CLAHE on a grey picture, blended with it."""
    equaliser = cv2.createCLAHE(clip_limit, (CLAHE_TILES, CLAHE_TILES))
    return _blended(image, equaliser.apply(_grey_bytes(image)), strength)


def texture_boost(image: np.ndarray, amount: float, size: float, edge: float) -> np.ndarray:
    """Picture + the luma's difference of Gaussians, damped at edges."""
    plane = luma(image)
    band = gaussian(plane, GRAIN_SIGMA) - gaussian(plane, size)
    return image + (amount * band / (1 + (band / edge) ** 2))[..., None]


def resample(image: np.ndarray, factor: float, method: int) -> np.ndarray:
    """Resize down linearly and up again by the method; the sides must be multiples of `factor`."""
    height, width = image.shape[:2]
    small = cv2.resize(image, (round(width / factor), round(height / factor)), interpolation=cv2.INTER_LINEAR)
    return cv2.resize(small, (width, height), interpolation=RESAMPLING[method])


def _grey_bytes(image: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(image[..., 0]).astype(np.uint8)


def _blended(image: np.ndarray, plane: np.ndarray, strength: float) -> np.ndarray:
    return image + strength * (plane[..., None].astype(np.float32) - image)


FILTERS: dict[str, Callable[..., np.ndarray]] = {
    "median": median,
    "bilateral": bilateral,
    "gaussian": gaussian,
    "resample": resample,
    "auto-gamma": auto_gamma,
    "gamma": gamma,
    "histogram-equalisation": histogram_equalisation,
    "clahe": clahe,
    "texture-boost": texture_boost,
    "high-pass": high_pass,
    "unsharp-mask": unsharp_mask,
}


# What the app's filters are held against on grey pictures of whole numbers.
GREY_JUDGES: dict[str, Callable[..., np.ndarray]] = {
    **FILTERS,
    "histogram-equalisation": grey_equalisation,
    "clahe": grey_clahe,
}


def apply(
    filter_id: str,
    image: np.ndarray,
    params: dict[str, float],
    filters: Mapping[str, Callable[..., np.ndarray]] = FILTERS,
) -> np.ndarray:
    """Apply a filter by the app's name with the app's parameters, all of them, in the order of its definition."""
    return np.clip(filters[filter_id](image, *params.values()), 0, 255).astype(np.float32)
