"""What all kinds that hang on a verb or noun ask of it: who, to whom, whether, when, where, by whose word."""
