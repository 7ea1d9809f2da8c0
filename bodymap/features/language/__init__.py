"""The language of texts: as the system says, or one of those that packs and interface have."""
