"""Placing a face upright in a square crop: template, similarity transform, resampling."""
