"""What the commands do, one a file; `onrecord.cli` declares them."""
