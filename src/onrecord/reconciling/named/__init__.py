"""The actors and places that the observations name."""
