"""Sveltia CMS over a briefing's pages: a page of the published site in which an editor without git changes them.

Nothing of it is in a site unless `briefing cms` put it there. The program itself is Sveltia's, from its npm package,
and lies beside the page; its configuration is made from the model and from the pages as they are.
"""

from generator.cms.bundle import BundleError, fetched, named
from generator.cms.config import BackendError, below_repository, configured, risks
from generator.cms.page import OccupiedError, write

__all__ = [
    "BackendError",
    "BundleError",
    "OccupiedError",
    "below_repository",
    "configured",
    "fetched",
    "named",
    "risks",
    "write",
]
