"""Pelican's settings, for a preview. What the briefing is called, and all else of its own, is in content/briefing.yaml.

The theme is the package's; for one of your own, copy it and add THEME = "theme" at the end.
"""

import os

from generator.site.settings import *  # noqa: F403

PATH = "content"
OUTPUT_PATH = "output"
# A preview as it will lie under a project's address: SITEURL=/repo make html
SITEURL = os.environ.get("SITEURL", "")
