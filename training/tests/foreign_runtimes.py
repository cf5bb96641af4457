"""ONNX Runtime for Node and for C++, where this machine has them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[1]
NODE_MODULES = TRAINING / "node-example" / "node_modules"
CPP_EXAMPLE = TRAINING / "cpp-example"


def run(*words: object, folder: Path) -> str:
    """What a program prints; fails with what it complained about."""
    done = subprocess.run([str(word) for word in words], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def node_into(folder: Path) -> str:
    """Lets programs in a folder import onnxruntime-node; returns the name of Node's program."""
    if not shutil.which("node") or not (NODE_MODULES / "onnxruntime-node").is_dir():
        pytest.skip("there is no ONNX Runtime for Node: `npm ci --ignore-scripts` in training/node-example brings it")
    (folder / "node_modules").symlink_to(NODE_MODULES)
    return "node"


def cpp_compiler() -> str:
    """A C++ compiler."""
    found = next((name for name in ("c++", "g++", "clang++") if shutil.which(name)), None)
    if not found:
        pytest.skip("there is no C++ compiler")
    return found


def compile_cpp(sources: list[Path], root: Path, out: Path) -> Path:
    """Build a program against the ONNX Runtime in `root`, with all warnings as errors."""
    library = ("-L", root / "lib", "-lonnxruntime", f"-Wl,-rpath,{root / 'lib'}")
    words = (cpp_compiler(), "-std=c++20", "-Wall", "-Wextra", "-Werror", *sources)
    run(*words, "-I", root / "include", *library, "-o", out, folder=out.parent)
    return out


def unpack_cpp_runtime(root: Path) -> None:
    """ONNX Runtime for C++, from the wheel that Python uses."""
    run(sys.executable, CPP_EXAMPLE / "from_wheel.py", root, folder=root.parent)


def build_cpp_example(root: Path, folder: Path) -> Path:
    """The example for C++, built with CMake where there is one."""
    compiler = cpp_compiler()
    if not shutil.which("cmake"):
        return compile_cpp(sorted((CPP_EXAMPLE / "src").glob("*.cpp")), root, folder / "agelens-read")
    found = (f"-DCMAKE_CXX_COMPILER={compiler}", f"-DONNXRUNTIME_ROOT={root}")
    run("cmake", "-S", CPP_EXAMPLE, "-B", folder, *found, folder=folder)
    run("cmake", "--build", folder, folder=folder)
    return folder / "agelens-read"
