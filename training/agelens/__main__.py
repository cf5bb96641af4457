"""`python -m agelens` is the same as `agelens`."""

from agelens.cli import main

if __name__ == "__main__":
    main()
