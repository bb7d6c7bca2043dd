"""From an offer of an index to an installed package."""

from __future__ import annotations

from factcheck.addresses import shown
from factcheck.models.archive import ArchiveError
from factcheck.models.checksums import is_met
from factcheck.models.download import Progress, download
from factcheck.models.index import TIMEOUT, Offer
from factcheck.models.installed import Package, installed
from factcheck.models.store import Store


def install_offer(
    store: Store,
    offer: Offer,
    timeout: float = TIMEOUT,
    progress: Progress | None = None,
    force: bool = False,
) -> Package | None:
    """Download and install what an index offers; as `Store.install`, inside its lock."""
    package = None
    if force or not is_met(offer, installed(store.home)):
        file = download(offer, store.downloads, timeout, progress)
        try:
            package = store.install(file, offer.pair, shown(offer.links[0]), force)
        except ArchiveError:
            file.unlink()  # or the next try would take it for what it wants
            raise
    for path in store.downloads.glob(f"{offer.name}-*"):  # also what a killed program left
        path.unlink()
    return package
