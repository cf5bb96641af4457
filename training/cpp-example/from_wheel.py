"""Lays the library of pip's onnxruntime out as an unpacked release of ONNX Runtime, for C++: ROOT/include and ROOT/lib.

    pip install onnxruntime
    python from_wheel.py ROOT

Linux and macOS. The wheel has no headers: ROOT/include holds what `abi` declares, enough for the examples.
"""

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

ABI = Path(__file__).parent / "abi"


def main(root: Path) -> None:
    """Links the library under the names that compilers and loaders look for, and copies the header."""
    spec = find_spec("onnxruntime")
    if spec is None or spec.origin is None:
        sys.exit("onnxruntime is not installed; install it with `pip install onnxruntime`.")
    libraries = sorted((Path(spec.origin).parent / "capi").glob("libonnxruntime.*"))
    if not libraries:
        sys.exit(f"{spec.origin} comes without a library; unpack a release of ONNX Runtime instead.")
    shutil.copytree(ABI, root / "include", dirs_exist_ok=True)
    (root / "lib").mkdir(parents=True, exist_ok=True)
    on_mac = libraries[0].suffix == ".dylib"
    names = ("libonnxruntime.dylib", libraries[0].name) if on_mac else ("libonnxruntime.so", "libonnxruntime.so.1")
    for name in names:
        link = root / "lib" / name
        link.unlink(missing_ok=True)
        link.symlink_to(libraries[0])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
