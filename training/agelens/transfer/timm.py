"""timm, also where torchvision was built for another PyTorch.

timm imports torchvision for its picture transforms alone. A torchvision from PyPI beside a PyTorch for CPUs cannot load
its own operators and then refuses to be imported because two of them are unknown, so they are declared here, unused.
"""

from types import ModuleType

import torch

_OPERATORS = ("nms", "qnms")
_SIGNATURE = "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor"
_declared: list[torch.library.Library] = []


def import_timm() -> ModuleType:
    """The timm package."""
    try:
        import timm
    except RuntimeError as error:
        if "torchvision::" not in str(error) or _declared:
            raise
        library = torch.library.Library("torchvision", "DEF")
        for name in _OPERATORS:
            library.define(name + _SIGNATURE)
        _declared.append(library)
        return import_timm()
    return timm
