# A thin shell over tasks.py, which does the same without make:  python tasks.py site
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.DEFAULT_GOAL := help
.PHONY: help site serve scripts test quick lint wheel bench picture widths lock lowest newest clean

help site serve scripts test quick lint wheel bench picture widths lock lowest newest clean:
	@$(if $(PYTHON),,echo "Twolane needs Python 3.11 or newer; name yours with PYTHON=..." >&2; exit 2;) \
	$(PYTHON) tasks.py $@ $(ARGS)
