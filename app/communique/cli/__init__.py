"""The command line.

Nothing is imported here until it is asked for, so that Ctrl-C while the commands still load ends
as it does later: one line, no traceback.
"""

import sys


def main() -> None:
    """Run the command line (the entry point ``communique``)."""
    try:
        from communique.cli.application import app

        app(prog_name="communique")
    except KeyboardInterrupt:
        sys.stderr.write("communique: stopped\n")
        sys.exit(130)
