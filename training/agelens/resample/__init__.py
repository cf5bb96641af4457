"""Bringing a data set to a target age distribution, and checking that it got there."""
