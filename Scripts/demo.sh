#!/usr/bin/env bash
# The main job on the sample branch: evidence in, audit, findings, visits, letters, reports; leaves everything in out/.
set -euo pipefail
cd "$(dirname "$0")/.."

patuh=${1:?usage: Scripts/demo.sh PATH-TO-PATUH}
sample=SQL/sample
out=out

# A database of its own on the private PostgreSQL, whatever the shell says about other servers.
unset DATABASE_URL PGHOST PGHOSTADDR PGPORT PGSERVICE PGDATABASE PGUSER
export PATUH_DATABASE=patuh_demo
# The sample has a calendar of its own: its visits have been held when they are recorded.
export PATUH_TODAY=2026-12-31

step() { printf '\n== %s\n' "$1"; }

mkdir -p "$out"
rm -rf "$out"/letters "$out"/*.{pdf,csv,json,txt}
"$patuh" db drop --if-exists --confirm "$PATUH_DATABASE"

step "Import what the branch and the labour office have"
"$patuh" import offices "$sample/kantor.csv"
"$patuh" import officers "$sample/petugas.csv"
"$patuh" import absences "$sample/absensi_petugas.csv"
"$patuh" import jkn-businesses --as-of 2026-10-31 "$sample/jkn_badan_usaha.csv"
"$patuh" import wlkp "$sample/wlkp.csv"
"$patuh" import jkn-members "$sample/jkn_peserta.csv"
"$patuh" import bpjstk-wages "$sample"/bpjstk_upah_*.csv
"$patuh" import bills "$sample/tagihan.csv"
"$patuh" import payments --as-of 2026-10-31 "$sample/pembayaran.csv"

step "Audit as of 31 October 2026"
"$patuh" audit run --as-of 2026-10-31

step "Findings against what was planted in the sample"
"$patuh" sample compare "$sample/truth.csv"

step "The proof of one finding"
"$patuh" finding list --format csv -o "$out/findings.csv"
finding=$("$patuh" finding list --rule IUR-01 --format csv | sed -n '2s/,.*//p')
"$patuh" audit explain "$finding" | tee "$out/proof-$finding.txt"

step "Joint inspections in December 2026"
"$patuh" inspection plan --month 2026-12 --on 2026-11-02
"$patuh" inspection show --month 2026-12 --format pdf -o "$out/plan.pdf"
"$patuh" inspection show --month 2026-12 --format csv --section visits -o "$out/plan.csv"

step "Letters: summons and field notices, then first warnings after the visits"
"$patuh" letter issue visits --month 2026-12 --on 2026-11-02
"$patuh" inspection show --month 2026-12 --format csv --section visits | tail -n +2 | tr -d '\r' | cut -d, -f1,2 | {
    number=0
    while IFS=, read -r day code; do
        number=$((number + 1))
        "$patuh" inspection record "$code" --held-on "$day" --report "$number/LHPA/IV-02/1226" </dev/null 2>/dev/null
    done
    echo "$number examinations recorded"
}
"$patuh" letter issue warning --on 2026-12-21
"$patuh" letter print -o "$out/letters"

step "Reports"
employer=$("$patuh" finding list --rule IUR-01 --format csv | sed -n 2p | cut -d, -f3)
"$patuh" report branch --format pdf -o "$out/branch.pdf"
"$patuh" report branch --format json -o "$out/branch.json"
"$patuh" report employer "$employer" --format pdf -o "$out/employer-$employer.pdf"
"$patuh" coverage
"$patuh" coverage --format pdf -o "$out/coverage.pdf"

step "What lies where"
cat <<TEXT
$out/letters/           summons (SPPK), field notices (SPPL), first warnings (TEGURAN-1) as PDF/A
$out/plan.pdf .csv      the inspection plan, with whoever is left out and why
$out/findings.csv       all findings; $out/proof-$finding.txt is the proof of one
$out/branch.pdf .json   the report on the branch; $out/employer-$employer.pdf on one employer
$out/coverage.pdf       published coverage figures, recomputed

Go on with the same data:
  export PATUH_DATABASE=$PATUH_DATABASE PATUH_TODAY=$PATUH_TODAY
  $patuh finding list --employer $employer
  $patuh audit explain $finding --lang en
  $patuh --help
TEXT
