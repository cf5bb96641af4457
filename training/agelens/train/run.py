"""A whole training: a network's teachers first, where it has any, then the network itself."""

from pathlib import Path

from agelens.config import Config, read_config
from agelens.errors import AgeLensError
from agelens.train.loop import train
from agelens.train.run_folder import teachers_of


def train_with_teachers(config: Config, data: Path, run: Path) -> bool:
    """Train as `agelens.train.loop.train` does; teachers that are not trained yet are, in RUN/teachers.

    Returns whether everything is complete. Raises AgeLensError when a teacher has teachers itself.
    """
    files = config.distil.teachers if config.distil else []
    for file, folder in zip(files, teachers_of(config, run).values(), strict=True):
        teacher = read_config(file)
        if teacher.distil:
            raise AgeLensError(f"{file} is a teacher and has [distil] itself; remove the table there.")
        if not train(teacher, data, folder):
            return False
    return train(config, data, run)
