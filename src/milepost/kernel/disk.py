"""What the system says where there is no room left."""

from __future__ import annotations

import errno

NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
"""Numbers of an `OSError`: the disk is full, so is what its user may fill, or the file may grow no further."""
