"""What authors of packs are given: an example, schemas for editors, a check that other programs read."""
