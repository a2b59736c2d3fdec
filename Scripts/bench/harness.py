"""What all benches share: a throwaway PostgreSQL, commands measured from outside, and a table of figures with limits."""

import collections
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

# Durable as PostgreSQL comes; only what its defaults keep small for the smallest machines is raised.
SETTINGS = {"listen_addresses": "''", "shared_buffers": "1GB", "max_wal_size": "8GB"}
TICKS = os.sysconf("SC_CLK_TCK")

Measure = collections.namedtuple("Measure", "wall client_cpu server_cpu peak_mb")


class Server:
    """A cluster of its own, gone afterwards."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="patuh-bench-", dir=os.environ.get("BENCH_TMP"))
        programs = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True).stdout.strip()
        self.account = []
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root.
            shutil.chown(self.folder, "postgres")
            os.chmod(self.folder, 0o755)
            self.account = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        data = f"{self.folder}/data"
        subprocess.run(
            [*self.account, f"{programs}/initdb", "-U", "patuh", "-A", "trust", "--locale=C.UTF-8", "-D", data],
            check=True, stdout=subprocess.DEVNULL)
        options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value.strip(chr(39))}")]
        self.process = subprocess.Popen(
            [*self.account, f"{programs}/postgres", "-D", data, "-k", self.folder, *options],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PG")},
            "PGHOST": self.folder, "PGUSER": "patuh", "PGDATABASE": "postgres"}
        while subprocess.run(["pg_isready", "-q"], env=self.environment).returncode:
            if self.process.poll() is not None:
                sys.exit("bench: the server did not start")
            time.sleep(0.1)
        return self

    def __exit__(self, *_):
        self.process.send_signal(2)
        self.process.wait()
        shutil.rmtree(self.folder)

    def sql(self, text, database="postgres"):
        """Runs statements with psql."""
        return subprocess.run(
            ["psql", "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-d", database], input=text, text=True,
            check=True, env=self.environment, capture_output=True).stdout.strip()

    def measure(self, command, database, stdin=None, environment=None):
        """Runs a command on a database; its figures, the server's CPU being that of all its processes meanwhile."""
        self.sql("checkpoint")
        self._wait_for_clients()
        cpu = self._cpu()
        start = time.monotonic()
        process = subprocess.Popen(
            command, env={**self.environment, "PGDATABASE": database, **(environment or {})}, text=True, stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        peak = Peak(process.pid)
        process.stdin.write(stdin or "")
        process.stdin.close()
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"bench: {' '.join(command)} failed:\n{errors}")
        self._wait_for_clients()
        return Measure(wall, usage.ru_utime + usage.ru_stime, self._cpu() - cpu, peak.mb)

    def _children(self):
        return pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()

    def _wait_for_clients(self):
        """Waits until the last client's process is gone, whose seconds would be those of the next one."""
        def serves(number):
            try:
                return pathlib.Path(f"/proc/{number}/cmdline").read_bytes().startswith(b"postgres: patuh ")
            except (FileNotFoundError, ProcessLookupError):
                return False

        while any(map(serves, self._children())):
            time.sleep(0.01)

    def _cpu(self):
        """Seconds of all processes of the server, those that have ended included."""
        total = 0
        for number in [str(self.process.pid), *self._children()]:
            try:
                fields = pathlib.Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()
            except FileNotFoundError:
                continue
            total += sum(int(field) for field in fields[11:15 if number == str(self.process.pid) else 13])
        return total / TICKS


def exponent(small, few, large, many):
    """How seconds grow with size: 1 is linear."""
    return math.log(many / few) / math.log(large / small)


class Peak(threading.Thread):
    """The most memory a process has held; getrusage would count what this one held when it started the other."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.mb = 0.0
        self.file = pathlib.Path(f"/proc/{process}/status")
        self.start()

    def run(self):
        while True:
            try:
                marks = [line for line in self.file.read_text().splitlines() if line.startswith("VmHWM")]
            except (FileNotFoundError, ProcessLookupError):
                return
            if not marks:
                return
            self.mb = max(self.mb, int(marks[0].split()[1]) / 1024)
            time.sleep(0.01)


class Figures:
    """The table that is printed as the figures come in."""

    def __init__(self):
        self.missed = 0
        print(f"{'what':<46}{'size':>12}{'wall s':>9}{'client s':>10}{'server s':>10}{'peak MB':>9}")

    def measured(self, what, size, measure):
        print(
            f"{what:<46}{size:>12}{measure.wall:>9.2f}{measure.client_cpu:>10.2f}{measure.server_cpu:>10.2f}"
            f"{measure.peak_mb:>9.0f}", flush=True)

    def held(self, what, figure, limit, unit=""):
        """Holds a figure against its limit."""
        passes = figure <= limit
        self.missed += not passes
        print(f"    {what}: {figure:.2f}{unit} (limit {limit:.3g}{unit}) {'ok' if passes else 'MISSED'}", flush=True)

    def told(self, what, figure, unit=""):
        """A figure without a limit."""
        print(f"    {what}: {figure:.2f}{unit}", flush=True)
