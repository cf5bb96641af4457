"""Doing one thing to every picture of a data set: on all cores or on a Dask cluster, and never twice."""
