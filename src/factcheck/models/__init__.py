"""Language packages for offline translation: what is installed, what an index offers, and safe ways between the two.

They are Argos's packages in Argos's folder, so that argostranslate and factcheck see the same ones. Nothing here is
needed to check translations, and only `read_index` and `install_offer` use the network.
"""

from factcheck.models.checksums import damage, recorded
from factcheck.models.folders import packages_folder, setting
from factcheck.models.index import Index, Offer, index_url, read_index
from factcheck.models.installed import Package, find, installed
from factcheck.models.metadata import Metadata, parse_name
from factcheck.models.obtain import install_offer
from factcheck.models.store import Store

__all__ = [
    "Index",
    "Metadata",
    "Offer",
    "Package",
    "Store",
    "damage",
    "find",
    "index_url",
    "install_offer",
    "installed",
    "packages_folder",
    "parse_name",
    "read_index",
    "recorded",
    "setting",
]
