"""How many cores there are to work on."""

import os
from pathlib import Path

_CPUS = Path("/sys/devices/system/cpu")
_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def cores(cpus: Path = _CPUS, quota: Path = _QUOTA) -> int:
    """Physical cores that this process may use, at least 1.

    Two threads of a core count once, since they share what multiplies. Fewer where the process is
    bound to some processors, or a container may use less than it sees. Where the system does not
    tell, every processor counts.

    Args:
        cpus: Folder in which Linux describes its processors.
        quota: File in which it says how much of them a container may use.
    """
    allowed = _allowed()
    found = {_core(cpus, number) for number in allowed}
    return max(1, min(len(found), _granted(quota, len(found))))


def _allowed() -> set[int]:
    """Numbers of the processors that this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return set(os.sched_getaffinity(0))
    return set(range(os.cpu_count() or 1))


def _core(cpus: Path, number: int) -> tuple[str, str]:
    """What tells the core of a processor from others; the processor's number if nothing does."""
    topology = cpus / f"cpu{number}" / "topology"
    try:
        package = (topology / "physical_package_id").read_text(encoding="ascii").strip()
        return package, (topology / "core_id").read_text(encoding="ascii").strip()
    except OSError:
        return "", str(number)


def _granted(quota: Path, unlimited: int) -> int:
    """Whole processors that a container may use (cgroup v2, "MICROSECONDS PERIOD")."""
    try:
        granted, period = quota.read_text(encoding="ascii").split()
        return int(granted) // int(period)
    except (OSError, ValueError):  # no container, or "max"
        return unlimited
