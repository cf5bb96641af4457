"""The one exception type whose message is meant for the person at the keyboard."""


class AgeLensError(Exception):
    """One sentence that says what is wrong and what to do; the command line prints it and exits with 1."""
