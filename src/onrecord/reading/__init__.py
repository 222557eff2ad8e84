"""One report to observations. A pure function of the text and the reader version: no clock, no other report."""
