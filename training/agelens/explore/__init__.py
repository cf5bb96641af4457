"""What a data set holds: labels and quality of every picture, tables, charts, one HTML report."""
