"""All publications: found by kind, year, species, signal, organ or words; copied, opened, exported."""
