"""How the desk writes days and moments, alike in our languages; of another language Django's own way is kept."""
