"""A person at a desk with the real window: eyes (the accessibility tree and
screenshots), hands (pointer and keys), and the three means by which people use it."""
