"""What the figures were measured on, and how they are printed."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path


def machine() -> str:
    """One line: processor, cores, memory, system, Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {system}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor())


def timed(work: Callable[[], object], *, rounds: int = 7) -> tuple[float, float]:
    """The least and the median milliseconds of so many rounds."""
    figures = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        figures.append((time.perf_counter() - begun) * 1000)
    return min(figures), statistics.median(figures)


def worked(work: Callable[[], object], *, rounds: int = 15) -> tuple[float, float]:
    """The least milliseconds of this process's processor time and the median by the clock, for machines that others load as well."""
    processor, clock = [], []
    for _ in range(rounds):
        begun, at = time.process_time(), time.perf_counter()
        work()
        clock.append((time.perf_counter() - at) * 1000)
        processor.append((time.process_time() - begun) * 1000)
    return min(processor), statistics.median(clock)


def show(what: str, figure: float, target: float, unit: str = "ms") -> None:
    """One line of result: what, how much, the target, and whether it is met."""
    print(f"{what}: {figure:,.0f} {unit} (target {target:,.0f} {unit}: {'met' if figure <= target else 'MISSED'})")
