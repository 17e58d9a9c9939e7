"""Django as WSGI: what runs in the fixed thread pool of `asgi.py`, and what any other WSGI server may load."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "milepost.config.settings")
application = get_wsgi_application()
