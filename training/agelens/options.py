"""Arguments and options that several commands share; what else they stand for is in each command's own help."""

from pathlib import Path
from typing import Annotated

import typer

Pictures = Annotated[Path, typer.Argument(help="folder with pictures, searched with the folders inside it")]
Configuration = Annotated[Path, typer.Argument(help="TOML file, see training/configs")]
Run = Annotated[Path, typer.Argument(help="folder that `agelens train` wrote")]

Data = Annotated[Path, typer.Option("--data", help="folder with split, template and crops")]
Export = Annotated[Path, typer.Option("--export", help="folder that `agelens export` wrote")]
Keypoints = Annotated[Path, typer.Option("--keypoints", help="keypoints.csv from the detector")]
MaybeExport = Annotated[Path | None, typer.Option("--export", help="folder that `agelens export` wrote")]
ModelId = Annotated[
    str | None, typer.Option("--model", help="id of a published model; without --export and --model the app's default")
]
OutFile = Annotated[Path, typer.Option("--out", help="file to write")]
OutFolder = Annotated[Path, typer.Option("--out", help="folder to write")]
FrameSize = Annotated[int, typer.Option(help="side of the template's frame in pixels", min=16)]

Settings = Annotated[Path | None, typer.Option("--config", help="TOML file, see training/configs")]
LabelTable = Annotated[
    Path | None, typer.Option("--labels", help="CSV with filename, age[, gender, ethnicity] instead of file names")
]
Columns = Annotated[str | None, typer.Option("--columns", help="which columns of the table are ours: age=Alter,…")]
Classes = Annotated[
    str | None,
    typer.Option("--classes", help="ages of named folders or groups: young=0-25,… or a spec that has them"),
]
AllowLosses = Annotated[
    bool | None, typer.Option("--allow-losses", help="go on where over 5 % of the pictures are lost")
]
MaybeKeypoints = Annotated[Path | None, typer.Option("--keypoints", help="keypoints.csv; without: a picture is a face")]
MaybeTemplate = Annotated[Path | None, typer.Option("--template", help="template.json; without: the published model's")]
Jobs = Annotated[int | None, typer.Option("--jobs", help="worker processes, 0 for all cores", min=0)]
Scheduler = Annotated[str | None, typer.Option("--scheduler", help="Dask scheduler instead, tcp://host:8786")]
