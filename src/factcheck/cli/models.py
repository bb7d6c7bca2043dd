"""factcheck models: the language packages for offline translation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli._options import example
from factcheck.cli._packages import each, index_options, transfer

if TYPE_CHECKING:
    from factcheck.models.index import Index
    from factcheck.models.store import Store


@click.group(
    epilog=example(
        "factcheck models available",
        "factcheck models install en_es es_en",
        "factcheck models install translate-en_es-1_0.argosmodel",
    )
)
def command() -> None:
    """Manage the language packages for offline translation.

    They are Argos's packages, in Argos's folder. A package's name is FROM_TO, such as en_es.
    """


@command.command("list", epilog=example("factcheck models list"))
def list_command() -> None:
    """List the installed packages."""
    from factcheck.cli._console import emit, grid, note
    from factcheck.models.checksums import damage, recorded
    from factcheck.models.installed import installed
    from factcheck.models.store import Store

    store = Store()
    store.tidy()
    rows = []
    for package in installed(store.home):
        state = damage(package, thorough=False) or ("installed" if recorded(package) else "installed, not recorded")
        size = f"{package.size / 1e6:.1f} MB"
        rows.append((package.name, package.languages, package.version, size, state, str(package.folder)))
    if not rows:
        note(f"no packages in {store.home}; see: factcheck models available")
    emit(grid(("Package", "Languages", "Version", "Size", "State", "Folder"), rows))


@command.command(epilog=example("factcheck models available", "factcheck models available es"))
@click.argument("langs", nargs=-1, metavar="[LANG]...")
@index_options
def available(langs: tuple[str, ...], index: str | None, timeout: float) -> None:
    """List the packages of the index; with LANG, those of these languages."""
    from factcheck.cli._console import emit, grid, note
    from factcheck.models.installed import installed

    offered = _read(index, timeout)
    here = {package.pair: package.version for package in installed()}
    best = {offer.pair: offer for offer in offered.offers if not langs or set(langs) & set(offer.pair)}
    rows = [(offer.name, offer.languages, offer.version, here.get(pair, "")) for pair, offer in best.items()]
    emit(grid(("Package", "Languages", "Version", "Installed"), rows))
    if offered.left_out:
        note(f"{offered.left_out} entries of the index were left out: they describe no package that can be used")


@command.command(epilog=example("factcheck models install en_es", "factcheck models install FILE.argosmodel"))
@click.argument("packages", nargs=-1, required=True, metavar="PACKAGE...")
@index_options
@click.option("--force", is_flag=True, help="Also install what is there already, or an older version.")
def install(packages: tuple[str, ...], index: str | None, timeout: float, force: bool) -> int:
    """Install each PACKAGE: a name, from the index; or a file.

    A later version takes the place of an earlier one. A package is installed whole or not at all, and what could not be
    installed is named; the command exits 2 then.
    """
    from factcheck.cli._console import note
    from factcheck.models.store import Store

    store = Store()
    with store.locked(lambda: note("another program is changing the packages; waiting for it")):
        offered: list[Index] = []

        def the_index() -> Index:
            offered.extend([] if offered else [_read(index, timeout)])
            return offered[0]

        return each(packages, lambda name: _install(store, name, the_index, timeout, force))


def _install(store: Store, name: str, index: Callable[[], Index], timeout: float, force: bool) -> None:
    from factcheck.cli._console import note
    from factcheck.models.metadata import parse_name
    from factcheck.models.obtain import install_offer

    file = Path(name)
    if file.suffix == ".argosmodel" or file.is_file():
        package = store.install(file, force=force)
    else:
        pair = parse_name(name)
        offer = index().best(pair)
        with transfer(offer.name) as progress:
            package = install_offer(store, offer, timeout, progress, force)
    if package:
        note(f"installed {package.name} {package.version} in {package.folder}")
    else:
        note(f"{name} is installed already, in this version or a later one; --force installs it anyway")


@command.command(epilog=example("factcheck models remove en_es"))
@click.argument("packages", nargs=-1, required=True, metavar="PACKAGE...")
def remove(packages: tuple[str, ...]) -> int:
    """Remove each installed PACKAGE: a name, or the name of its folder."""
    from factcheck.cli._console import note
    from factcheck.models.installed import find, installed
    from factcheck.models.store import Store

    store = Store()

    def work(name: str) -> None:
        for package in find(name, installed(store.home)):
            store.remove(package)
            note(f"removed {package.name} {package.version}")

    with store.locked(lambda: note("another program is changing the packages; waiting for it")):
        return each(packages, work)


@command.command(epilog=example("factcheck models verify", "factcheck models verify en_es"))
@click.argument("packages", nargs=-1, metavar="[PACKAGE]...")
def verify(packages: tuple[str, ...]) -> int:
    """Compare installed packages with the checksums recorded at their installation.

    Without PACKAGE: all. Exits 2 when one was changed, or has no record as another program installed it.
    """
    from factcheck.cli._console import emit, grid
    from factcheck.models.checksums import damage, recorded
    from factcheck.models.installed import find, installed
    from factcheck.models.store import Store

    store = Store()
    store.tidy()
    here = installed(store.home)
    chosen = [package for name in packages for package in find(name, here)] if packages else here
    rows, failed = [], False
    for package in chosen:
        wrong = damage(package) or ("" if recorded(package) else "not recorded: `factcheck models install` records")
        failed = failed or bool(wrong)
        rows.append((package.name, package.version, wrong or "verified", str(package.folder)))
    emit(grid(("Package", "Version", "State", "Folder"), rows))
    return 2 if failed else 0


def _read(index: str | None, timeout: float) -> Index:
    from factcheck.models.index import index_url, read_index

    return read_index(index_url(index), timeout)
