"""Figures as people read them."""

# Figures that are shown in per cent.
SHARES = ("coverage", "accuracy", "precision", "recall", "f1", "groupAccuracy", "withinOneGroup")


def is_share(figure: str) -> bool:
    """Whether a figure is a share of pictures, shown in per cent."""
    return figure in SHARES or figure.startswith("cs")


def minus(text: str) -> str:
    """A number's text with a true minus sign.

    >>> minus("-0.39")
    '−0.39'
    """
    return text.replace("-", "−")


def number(value: float, figure: str) -> str:
    """A figure as people read it.

    >>> number(0.7934, "coverage"), number(5.0556, "mae"), number(0.91, "auc"), number(-0.387, "bias")
    ('79.3 %', '5.06', '0.910', '−0.39')
    """
    if is_share(figure):
        return f"{100 * value:.1f} %"
    return minus(f"{value:.3f}" if figure == "auc" else f"{value:.2f}")


def interval_text(entry: dict[str, float], figure: str) -> str:
    """The 95 % interval of a figure: "4.82 to 5.31"."""
    low, high = (number(entry[end], figure).removesuffix(" %") for end in ("low", "high"))
    return f"{low} to {high}"
