"""A first look at a data set: labels and quality of every picture, tables, charts, one HTML report."""
