"""Sites: posts, bases, crossings, hospitals."""
