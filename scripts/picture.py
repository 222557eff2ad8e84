"""Makes docs/images/sitrep.png, the README's picture, from the sample reports.

    .venv/bin/python scripts/picture.py [--chromium PATH]

Needs onrecord installed and a Chromium or Chrome (Debian: `apt-get install chromium`), which it runs headless, offline
and with a fresh profile.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parents[1]
PICTURE = HERE / "docs" / "images" / "sitrep.png"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars")
OFFLINE = ("--disable-background-networking", "--disable-component-update", "--disable-sync")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--chromium", default=next(filter(None, map(shutil.which, NAMES)), None))
    parser.add_argument("--size", default="1200,1560", help="width and height in pixels")
    options = parser.parse_args()
    if options.chromium is None:
        sys.exit("No Chromium found; install one (Debian: apt-get install chromium) or name it with --chromium PATH.")
    with tempfile.TemporaryDirectory() as folder:
        record, page = Path(folder) / "samples.record", Path(folder) / "sitrep.html"
        onrecord = Path(sys.executable).with_name("onrecord")
        subprocess.run([onrecord, "add", record, HERE / "samples" / "idlib-2020"], check=True)
        subprocess.run([onrecord, "sitrep", record, "--output", page], check=True)
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        profile, size = f"--user-data-dir={folder}/profile", f"--window-size={options.size}"
        command = [options.chromium, *QUIET, *OFFLINE, profile, size, f"--screenshot={PICTURE}", page.as_uri()]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    print(f"wrote {PICTURE.relative_to(HERE)}")


if __name__ == "__main__":
    main()
