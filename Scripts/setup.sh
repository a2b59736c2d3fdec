#!/usr/bin/env bash
# Installs what Patuh needs to build, test and print, as far as it is missing. Debian 12 or newer, root or sudo.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v swift >/dev/null || {
    echo "setup: Swift 6.2 or newer is needed; see https://www.swift.org/install" >&2
    exit 1
}

packages=(
    libpq-dev libssl-dev libzip-dev libexpat1-dev libxlsxwriter-dev pkg-config
    postgresql python3 python3-venv fonts-liberation poppler-utils
)
missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
    echo "setup: installing ${missing[*]}"
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    # Patuh runs a PostgreSQL of its own: Debian's package need not create and start a cluster for us.
    if [[ " ${missing[*]} " == *" postgresql "* ]] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        "${as_root[@]}" mkdir -p /etc/postgresql-common
        echo "create_main_cluster = false" | "${as_root[@]}" tee /etc/postgresql-common/createcluster.conf >/dev/null
    fi
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

requirements=Reports/typesetter/requirements.txt
if ! cmp -s "$requirements" .venv/requirements.txt; then
    echo "setup: typesetter into .venv"
    rm -rf .venv
    /usr/bin/python3 -m venv .venv
    .venv/bin/pip install --quiet --disable-pip-version-check -r "$requirements"
    cp "$requirements" .venv/requirements.txt
fi
