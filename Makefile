# One word to run, one to check all. On a machine without make: `sh packaging/linux/run`, `sh packaging/linux/test`.
.PHONY: help run demo test bench locks picture installed smoke-windows

help:           ## this list
	@grep -E '^[a-z-]+: +##' Makefile | sed 's/: *## */	/' | expand -t 20

run:            ## the window
	sh packaging/linux/run

demo:           ## the main job on invented people, in build/demo
	sh packaging/linux/run demo --folder build/demo

test:           ## every check; WORDS="tests/domain -k dates" goes to pytest
	sh packaging/linux/test $(WORDS)

bench:          ## each benchmark beside its floor and bound; WORDS="letters searches" runs those
	sh packaging/linux/bench $(WORDS)

locks:          ## the locks from pyproject.toml; WORDS="ruff mypy" or WORDS=all moves those to their newest
	sh packaging/locks/make $(WORDS)

picture:        ## the README's picture, drawn anew from the real window
	sh packaging/linux/libraries run
	.venv/bin/python packaging/draw_window.py

installed:      ## the wheel in an empty environment, the demo from there
	sh packaging/linux/installed

smoke-windows:  ## the program in a Windows Python under Wine
	bash packaging/windows/smoke
