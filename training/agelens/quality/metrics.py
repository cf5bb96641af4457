"""The app's quality metrics with NumPy and OpenCV; definitions as in src/engine/metrics."""

import cv2
import numpy as np

LAPLACIAN = np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]], np.float64)
IMMERKAER = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float64)

# Luma of whole channel values comes in steps of 0.001; half a step of slack keeps rounding from deciding.
LUMA_SLACK = 0.0005


def luma(image: np.ndarray) -> np.ndarray:
    """Luma 0…255 of an [y, x, RGB] image with channels 0…255 (ITU-R BT.601)."""
    return image.astype(np.float64) @ np.array([0.299, 0.587, 0.114])


def measure(image: np.ndarray) -> dict[str, float]:
    """Every pixel metric of an [y, x, RGB] image with channels 0…255; keys as in the app's registry."""
    plane = luma(image)
    second_difference = np.abs(filtered(plane, IMMERKAER))
    return {
        "sharpness": float(filtered(plane, LAPLACIAN).var()),
        "brightness": float(plane.mean()),
        "contrast": float(plane.std()),
        "noise": float(np.sqrt(np.pi / 2) / 6 * second_difference.mean()),
        "clippedShadows": float((plane <= 5 + LUMA_SLACK).mean()),
        "clippedHighlights": float((plane >= 250 - LUMA_SLACK).mean()),
    }


def filtered(plane: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """A plane correlated with a kernel, borders reflected without repeating the edge."""
    return cv2.filter2D(plane, cv2.CV_64F, kernel, borderType=cv2.BORDER_REFLECT_101)
