"""The part of `shell_test.py` that sits at a terminal."""
import os
import pty
import select
import signal
import tempfile
import time

UP, DOWN, LEFT, HOME, END, DELETE = '\x1b[A', '\x1b[B', '\x1b[D', '\x1b[H', '\x1b[F', '\x1b[3~'
CTRL_A, CTRL_C, CTRL_D, CTRL_E, CTRL_K, CTRL_R, CTRL_U, CTRL_W, CTRL_Y = (chr(ord(c) & 31) for c in 'ACDEKRUWY')
ENDLESS = 'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c;\r'


class Session:
    """A shell at a pseudo-terminal of its own."""

    def __init__(self, program, folder, arguments):
        self.seen = b''
        self.process, self.master = pty.fork()
        if self.process == 0:
            os.environ.update(HOME=folder, TERM='xterm', LC_ALL='C.UTF-8')
            os.chdir(folder)
            os.execv(program, [program] + arguments)

    def type(self, text):
        os.write(self.master, text.encode())

    def expect(self, text, seconds=20):
        """Waits until the text was printed; what was printed up to it is forgotten then."""
        wanted = text.encode()
        end = time.time() + seconds
        while wanted not in self.seen and time.time() < end:
            if select.select([self.master], [], [], 0.2)[0]:
                try:
                    self.seen += os.read(self.master, 65536)
                except OSError:
                    break
        found = wanted in self.seen
        if found:
            self.seen = self.seen.partition(wanted)[2]
        return found

    def status(self, seconds=10):
        """The exit status; None when the shell had to be killed."""
        end = time.time() + seconds
        try:
            while time.time() < end:
                # What is printed has to be read, or the shell cannot end.
                if select.select([self.master], [], [], 0.05)[0]:
                    try:
                        os.read(self.master, 65536)
                    except OSError:
                        pass
                done, code = os.waitpid(self.process, os.WNOHANG)
                if done:
                    return os.waitstatus_to_exitcode(code)
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            return None
        finally:
            os.close(self.master)


class Terminal:
    def __init__(self, program, check):
        self.program = program
        self.check = check

    def run(self):
        try:
            for descriptor in pty.openpty():
                os.close(descriptor)
        except OSError as error:
            print('the terminal tests are left out: no pseudo-terminal here (%s)' % error)
            return
        with tempfile.TemporaryDirectory() as folder:
            self.first(folder)
            self.second(folder)

    def first(self, folder):
        shell = Session(self.program, folder, ['t.db'])

        def answers(name, keys, wanted):
            shell.type(keys)
            # The answer stands on a line of its own; what was typed does not.
            good = shell.expect('\r\n' + wanted + '\r\n')
            self.check('terminal: ' + name, good, repr(shell.seen))
            shell.expect('apusdb> ')

        self.check('terminal: prompt', shell.expect('apusdb> '), repr(shell.seen))
        answers('answer', 'SELECT 40 + 2;\r', '42')
        answers('left', 'SELECT 100;' + LEFT + LEFT + '8\r', '1080')
        answers('history', UP + '\r', '1080')
        answers('older history', UP + UP + '\r', '42')
        answers('back to the new line', 'SELECT 5' + UP + DOWN + ';\r', '5')
        answers('home and end', '40;' + HOME + 'SELECT ' + END + LEFT + '4\r', '404')
        answers('home and end by letter', '41;' + CTRL_A + 'SELECT ' + CTRL_E + LEFT + '4\r', '414')
        answers('backspace', 'SELECT 12x\x7f;\r', '12')
        answers('delete', 'SELECT 1x3;' + LEFT * 3 + DELETE + '\r', '13')
        answers('kill and yank', "SELECT 'k';" + CTRL_U + CTRL_Y + '\r', 'k')
        answers('kill to the end', "SELECT 'e'; nonsense" + LEFT * 9 + CTRL_K + '\r', 'e')
        answers('kill a word', "SELECT 'w' nonsense" + CTRL_W + ';\r', 'w')
        answers('search', CTRL_R + '40 +' + '\r', '42')
        answers('other alphabets', "SELECT 'äx日';" + LEFT * 3 + '\x7fö\r', 'äö日')
        answers('a tab is text', "SELECT hex('a\tb');\r", '610962')
        shell.type('SELECT 7\r')
        self.check('terminal: continuation prompt', shell.expect('   ...> '), repr(shell.seen))
        answers('continuation', '+ 8;\r', '15')
        answers('pasted lines', 'SELECT 1\n+ 20\n;\n', '21')
        answers('Ctrl-C drops a line', 'SELECT nonsense' + CTRL_C + "SELECT 'line';\r", 'line')
        shell.type('CREATE TABLE t(a); INSERT INTO t VALUES (1), (2);\r')
        shell.type('DELETE FROM t\r')
        self.check('terminal: second line', shell.expect('   ...> '), repr(shell.seen))
        shell.type(CTRL_C)
        answers('Ctrl-C runs nothing of a statement that has begun', 'SELECT count(*) FROM t;\r', '2')
        shell.type(ENDLESS)
        time.sleep(1)
        shell.type(CTRL_C)
        self.check('terminal: Ctrl-C', shell.expect('interrupted'), repr(shell.seen))
        answers('after Ctrl-C', "SELECT 'still ' || 'here';\r", 'still here')
        shell.type(".mode box\rSELECT 'x' AS y;\r")
        self.check('terminal: dot command', shell.expect('│ y │'), repr(shell.seen))
        shell.type('SELECT nosuch;\r')
        self.check('terminal: caret', shell.expect('^--- error here'), repr(shell.seen))
        # Ctrl-D means the end only to who waits for a line.
        shell.expect('apusdb> ')
        shell.type(CTRL_D)
        # The statements that failed are remembered.
        status = shell.status()
        self.check('terminal: Ctrl-D ends', status == 1, str(status))

    def second(self, folder):
        """The next session knows the lines of the last one."""
        shell = Session(self.program, folder, ['t.db'])
        shell.expect('apusdb> ')
        shell.type(CTRL_R + 'count' + '\r')
        self.check('terminal: history of an earlier session', shell.expect('\r\n2\r\n'), repr(shell.seen))
        shell.type('.quit\r')
        status = shell.status()
        self.check('terminal: .quit', status == 0, str(status))
        mode = os.stat(os.path.join(folder, '.apusdb_history')).st_mode & 0o777
        self.check('terminal: history is private', mode == 0o600, oct(mode))
