# make demo: the main job on the sample branch.  make test: all tests.  make install PREFIX=/usr/local
# make fuzz: a hundred thousand damaged files and more damaged values for the readers, under the address sanitizer.
PREFIX ?= /usr/local
RELEASE = .build/release/patuh

.PHONY: demo test bench bench-import bench-audit bench-office fuzz lint release install setup clean

demo: release
	Scripts/demo.sh $(RELEASE)

test: setup
	swift build --product patuh
	Scripts/test.sh

fuzz:
	PATUH_FUZZ=$(or $(FILES),100000) swift test --sanitize=address --scratch-path .build-asan --disable-xctest \
		--filter FuzzTests

# How fast it is, as ratios measured in one run; fails when a limit is missed. A quick one: BENCH_LINES=100000 and
# BENCH_EMPLOYERS=2000.
bench: bench-import bench-audit bench-office

bench-import: release
	Scripts/bench/import.py $(RELEASE)

bench-audit: release .venv-bench
	.venv-bench/bin/python Scripts/bench/audit.py $(RELEASE)

bench-office: release
	Scripts/bench/office.py $(RELEASE)

# What audits are measured against; nothing else needs it.
.venv-bench:
	python3 -m venv $@
	$@/bin/pip install --quiet --disable-pip-version-check duckdb 'psycopg[binary]' sqlalchemy

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

release: setup
	swift build -c release --product patuh --static-swift-stdlib

# The binary, its SQL and Reports, the scenarios of the rules, and the typesetter; nothing of the checkout is needed afterwards.
install: release
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/patuh $(DESTDIR)$(PREFIX)/lib/patuh
	install -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/patuh
	strip $(DESTDIR)$(PREFIX)/bin/patuh
	rm -rf $(addprefix $(DESTDIR)$(PREFIX)/share/patuh/,SQL Reports Scenarios)
	cp -R SQL Reports $(DESTDIR)$(PREFIX)/share/patuh/
	install -d $(DESTDIR)$(PREFIX)/share/patuh/Scenarios
	cp -R Tests/Scenarios/README.md Tests/Scenarios/base Tests/Scenarios/*-[0-9]* $(DESTDIR)$(PREFIX)/share/patuh/Scenarios/
	/usr/bin/python3 -m venv --clear $(DESTDIR)$(PREFIX)/lib/patuh/venv
	$(DESTDIR)$(PREFIX)/lib/patuh/venv/bin/pip install --quiet --disable-pip-version-check \
		-r Reports/typesetter/requirements.txt

setup:
	@Scripts/setup.sh

clean:
	rm -rf .build out .venv .venv-bench
