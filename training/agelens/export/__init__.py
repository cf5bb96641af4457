"""Turning a trained network into files that the browser side can load and check."""
