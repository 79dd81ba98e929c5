"""Speaks to `apusdb driver`: one JSON object a line each way, with a time limit an answer."""
import json
import os
import select
import subprocess
import tempfile


class DriverGone(Exception):
    """The process ended without an answer."""


class DriverHangs(Exception):
    """No answer in time; the process was killed."""


class DatabaseError(Exception):
    """A typed error. `page`, `offset` and `detail` are there when a page of the file is damaged."""

    def __init__(self, reply):
        super().__init__(reply['error'])
        self.code = reply.get('code')
        self.page = reply.get('page')
        self.offset = reply.get('offset')
        self.detail = reply.get('detail')


class Driver:
    """One driver process. It is started when first needed and again after it died."""

    def __init__(self, apusdb, timeout=60, limit=None):
        self.command = [apusdb, 'driver']
        self.timeout = timeout
        self.limit = limit
        self.process = None
        self.errors = tempfile.TemporaryFile()

    def start(self):
        if self.process is None:
            self.errors.seek(0)
            self.errors.truncate()
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                            stderr=self.errors, bufsize=0, preexec_fn=self.limit)
            self.buffer = b''

    def kill(self):
        """Ends the process as a crash would: nothing is rolled back, nothing is tidied."""
        if self.process:
            self.process.kill()
            self._gone()

    def close(self):
        """Ends the process in order; answers its exit status."""
        if not self.process:
            return 0
        self.process.stdin.close()
        try:
            status = self.process.wait(self.timeout)
        except subprocess.TimeoutExpired:
            self.kill()
            raise DriverHangs('at the end')
        self._gone()
        return status

    def _gone(self):
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                pipe.close()
            except OSError:
                pass
        self.process = None

    def last_words(self):
        """What the process said on standard error."""
        self.errors.seek(0)
        return self.errors.read().decode(errors='replace')

    def request(self, **request):
        self.start()
        try:
            self.process.stdin.write(json.dumps(request).encode() + b'\n')
        except OSError:
            pass
        descriptor = self.process.stdout.fileno()
        parts = []
        while True:
            if not select.select([descriptor], [], [], self.timeout)[0]:
                self.kill()
                raise DriverHangs(str(request)[:200])
            chunk = os.read(descriptor, 1 << 20)
            if not chunk:
                self._gone()
                raise DriverGone(str(request)[:200])
            parts.append(chunk)
            if chunk.endswith(b'\n'):
                break
        reply = json.loads(b''.join(parts))
        if 'error' in reply:
            raise DatabaseError(reply)
        return reply

    def open(self, path):
        self.request(open=path)

    def sql(self, text):
        """The rows of one statement."""
        return self.request(sql=text)['rows']
