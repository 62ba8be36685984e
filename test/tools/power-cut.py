#!/usr/bin/env python3
"""Cuts the power of a store, in effect: docs/power-cut.md says how and what came of it.

Usage, as root, in the project's directory: python3 test/tools/power-cut.py [CUTS] [SECONDS] [unsynced]

`unsynced` leaves out the sync at each commit, to show that this tool notices lost rows.
"""

import fcntl
import json
import os
import random
import struct
import subprocess
import sys
import tempfile
import threading
import time

# EXT4_IOC_SHUTDOWN, flag EXT4_GOING_FLAGS_NOLOGFLUSH: what is not on the disk now never gets there.
EXT4_IOC_SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = 2
IMAGE_BYTES = 1 << 30
NODE = ["node", "--import", "tsx"]


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def cut_power(mount):
    descriptor = os.open(mount, os.O_RDONLY)
    try:
        fcntl.ioctl(descriptor, EXT4_IOC_SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
    finally:
        os.close(descriptor)


class Writer:
    """A process that keeps rows; `acknowledged` is the number of the last that it said is kept."""

    def __init__(self, store, first, how):
        self.acknowledged = first - 1
        command = NODE + ["test/service/store/writing-child.ts", store, str(first), how]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.begun = threading.Event()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stdout:
            self.acknowledged = int(line)
            self.begun.set()
        self.begun.set()

    def end(self):
        self.process.kill()
        self.process.wait()


def look(store, first, last):
    command = NODE + ["test/tools/kept-rows.ts", store, str(last), str(first)]
    found = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if found.returncode != 0:
        sys.exit("The store cannot be read after the cut:\n" + found.stderr)
    return json.loads(found.stdout)


def main(cuts, seconds, how):
    home = tempfile.mkdtemp(prefix="power-cut-")
    image, mount = os.path.join(home, "image"), os.path.join(home, "mount")
    os.mkdir(mount)
    with open(image, "wb") as file:
        file.truncate(IMAGE_BYTES)
    run("mkfs.ext4", "-q", "-F", image)
    run("mount", "-o", "loop", image, mount)
    totals = {"acknowledged": 0, "lost": 0, "torn": 0, "damaged": 0}
    try:
        store, first = os.path.join(mount, "store"), 1
        for cut in range(1, cuts + 1):
            writer = Writer(store, first, how)
            writer.begun.wait()
            time.sleep(seconds * (0.2 + 0.8 * random.random()))
            last = writer.acknowledged
            cut_power(mount)
            writer.end()
            run("umount", mount)
            run("mount", "-o", "loop", image, mount)
            found = look(store, first, last)
            print(f"cut {cut}: {last - first + 1} rows acknowledged, {found}", flush=True)
            totals["acknowledged"] += last - first + 1
            totals["lost"] += found["lost"]
            totals["torn"] += found["torn"]
            totals["damaged"] += len(found["damage"])
            first = found["next"]
    finally:
        run("umount", mount)
        os.remove(image)
        os.rmdir(mount)
        os.rmdir(home)
    print(json.dumps({"cuts": cuts, **totals}))
    return 1 if totals["lost"] or totals["torn"] or totals["damaged"] else 0


if __name__ == "__main__":
    cuts, seconds, how = sys.argv[1:] + ["10", "6", "synced"][len(sys.argv) - 1 :]
    sys.exit(main(int(cuts), float(seconds), how))
