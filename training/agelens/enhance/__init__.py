"""The app's repairs over a data set, until every picture meets the standards or nothing helps."""
