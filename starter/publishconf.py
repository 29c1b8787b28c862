"""Pelican's settings, for publication: as pelicanconf.py, but no page with an error passes.

SITEURL comes from the environment, as https://example.org or https://example.org/repo.
"""

import os
import sys

sys.path.append(os.path.dirname(os.path.abspath(__file__)))

from pelicanconf import *  # noqa: F403

STRICT = True
