"""`python -m agelens COMMAND`: the command line, for launchers such as `torchrun` that start modules."""

from agelens.cli import main

main()
