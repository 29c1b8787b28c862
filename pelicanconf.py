"""This site's settings for Pelican. All that is not said here stands in generator/site/settings.py."""

import os
import sys

# This checkout before any that is installed: a second working tree shares the first one's environment.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from generator.site.settings import *  # noqa: F403

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
# A preview as it will lie under a project's address: SITEURL=/repo make html
SITEURL = os.environ.get("SITEURL", "")
