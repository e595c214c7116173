"""Trains the names model from the marked reports in corpus/."""
