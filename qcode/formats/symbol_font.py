"""Characters that Word stores as places in the font Symbol, after Adobe's encoding of it."""

from __future__ import annotations

_FROM_0X21 = (
    "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_FROM_0XA1 = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
_FROM_0XF1 = "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
_SYMBOL = {
    first + offset: char
    for first, chars in ((0x21, _FROM_0X21), (0xA1, _FROM_0XA1), (0xF1, _FROM_0XF1))
    for offset, char in enumerate(chars)
}


def character(font: str, code: str) -> str:
    """Return the character at ``code`` (hexadecimal) of ``font``.

    Places of the font Symbol become Unicode. Other fonts' private places (U+F020 to U+F0FF) stay
    as they are, so that nothing is lost; a code that is none gives an empty text.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0x20 <= number <= 0xFFFF or 0xD800 <= number <= 0xDFFF:
        return ""
    if font.strip().lower() == "symbol":
        place = number - 0xF000 if number >= 0xF000 else number
        return _SYMBOL.get(place, chr(number))
    return chr(number)
