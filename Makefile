# One word to run, one to check all. On a machine without make: `sh packaging/linux/run`, `sh packaging/linux/test`.
.PHONY: run demo test locks installed smoke-windows

run:            ## the window
	sh packaging/linux/run

demo:           ## the main job on invented people, in ./build/demo
	sh packaging/linux/run demo --folder build/demo

test:           ## every check; WORDS="tests/domain -k dates" goes to pytest
	sh packaging/linux/test $(WORDS)

locks:          ## packaging/locks/*.txt anew from pyproject.toml
	sh packaging/locks/make

installed:      ## a wheel in an empty environment: does the program work away from its checkout?
	sh packaging/linux/installed

smoke-windows:  ## the program in a Windows Python under Wine
	bash packaging/windows/smoke
