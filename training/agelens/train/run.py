"""A whole training: a network's teachers first, where it has any, then the network itself."""

from pathlib import Path

from agelens.config import Config, read_config
from agelens.train.distil import check_teachers
from agelens.train.loop import train
from agelens.train.run_folder import teachers_of


def train_with_teachers(config: Config, data: Path, run: Path) -> bool:
    """Train as `agelens.train.loop.train` does; teachers that are not trained yet are, in RUN/teachers.

    Returns whether everything is complete. Raises AgeLensError, before hours of training, when a teacher cannot teach.
    """
    if config.distil:
        check_teachers(config)
        for file, folder in zip(config.distil.teachers, teachers_of(config, run).values(), strict=True):
            if not train(read_config(file), data, folder):
                return False
    return train(config, data, run)
