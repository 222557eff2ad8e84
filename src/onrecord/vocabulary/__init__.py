"""The words of the field, as data files, and the one loader and checker of them."""
