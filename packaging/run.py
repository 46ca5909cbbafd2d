"""`python packaging/run.py [WORDS...]`: the program from a fresh clone, on any system that has Python 3.11.

On Debian start it through `packaging/linux/run`, which sees to Qt's system libraries first.
"""

import os
import subprocess
import sys

import environment

environment.prepare("run")
program = [str(environment.started("govmail-desk")), *sys.argv[1:]]
if sys.platform == "win32":  # exec on Windows leaves the console before the program is done
    raise SystemExit(subprocess.run(program, check=False).returncode)
os.execv(program[0], program)
