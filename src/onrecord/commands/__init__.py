"""What the commands do, one a file; `asked` and `given` declare them."""
