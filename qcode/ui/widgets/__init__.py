"""Parts that can be used anywhere: the text view, the palette, headers, badges."""
