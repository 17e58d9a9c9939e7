"""What Python says of a zip that is damaged."""

from __future__ import annotations

import lzma
import zlib
from zipfile import BadZipFile

UNREADABLE = (BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, UnicodeDecodeError)
"""What opening or reading one may raise. RuntimeError where the damage looks like a password, or like a packing that nobody knows;
UnicodeDecodeError where it hits the name of a part."""
