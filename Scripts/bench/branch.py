"""Invents a branch of any size: offices, registered employers, and the wage lines of months (SIPP, about 85 bytes).

Employers' sizes fall off as those of real branches do: 50 workers on average, half of the employers with 17 or fewer.
The same numbers give the same people in every month.
"""

import csv
import datetime
import itertools
import pathlib

WORKERS_PER_EMPLOYER = 50
FIRST_BIRTH_DATE = datetime.date(1966, 1, 1)
BIRTH_DATES = 14_000
FIRST_NAMES = "Agus Budi Dewi Eko Fitri Hendra Indah Joko Kartika Lestari Maria Nur Putri Rizki Sari Tono Wahyu Yanti".split()
LAST_NAMES = "Hidayat Kusuma Lubis Mulyadi Nasution Pratama Rahman Santoso Siregar Utami Wibowo Wijaya Yusuf".split()
OFFICES = """\
Kode Kantor;Jenis;Nama;Alamat;Kota;Kode Provinsi;Wilayah Kerja;Kepala;Jabatan Kepala;Nomor Pegawai Kepala;\
Kode Unit Surat;Zona Waktu;Telepon;Kantor Mitra
1401;BPJS_KESEHATAN;Kantor Cabang Pontianak;Jl. Melati 1;Pontianak;61;61.71|61.12|61.02;Tono;Kepala Cabang;07528;\
IV-02;WIB;(000) 5550000;DNK61
DNK61;DISNAKER;Dinas Tenaga Kerja Kalimantan Barat;Jl. Melati 2;Pontianak;61;61.71|61.12|61.02;Joko;Kepala Dinas;\
199110092015031001;NAKERTRANS;WIB;(000) 5550001;1401
"""


def district_codes():
    table = pathlib.Path(__file__).parents[2] / "SQL/reference/district.csv"
    with open(table, newline="") as file:
        return [row["code"] for row in csv.DictReader(file) if row["code"].startswith("61.")]


def sizes(lines, employers):
    """Workers of each employer, largest first, that add up to the lines."""
    weights = [(rank + 10) ** -0.95 for rank in range(employers)]
    scale = (lines - 4 * employers) / sum(weights)
    counts = [4 + int(weight * scale) for weight in weights]
    counts[0] += lines - sum(counts)
    return counts


def write_employers(path, employers, districts):
    with open(path, "w") as file:
        file.write(
            "Kode Badan Usaha;Nama Badan Usaha;Alamat;Kode Wilayah;NPWP;NIB;NPP BPJS TK;Skala Usaha;Virtual Account;"
            "Tanggal Registrasi;Status;Tanggal Nonaktif\n")
        for number in range(employers):
            file.write(
                f"{number + 1:08};PT Contoh {number + 1};Jl. Contoh {number % 300 + 1};"
                f"{districts[number % len(districts)]};;;{90_000_000 + number};KECIL;88888{number + 1:011};"
                "01/02/2020;AKTIF;\n")


def write_wages(path, counts, districts, month, newcomers):
    areas = [code.replace(".", "") for code in districts]
    birth_dates = []
    for offset in range(BIRTH_DATES):
        date = FIRST_BIRTH_DATE + datetime.timedelta(offset)
        day = date.day + (40 if offset % 2 else 0)
        birth_dates.append((f"{day:02}{date:%m%y}", f"{date:%d-%m-%Y}"))
    names = [f"{first} {last}" for first, last in itertools.product(FIRST_NAMES, LAST_NAMES)]
    places = len(areas) * len(birth_dates)
    person = 0
    # One month has as many newcomers as the one before had leavers; their numbers lie above all others.
    shift = sum(counts) * (2 if newcomers else 1)
    with open(path, "w", buffering=1 << 20) as file:
        file.write("NIK;NO_PEGAWAI;KPJ;KODE_TK;NAMA_LENGKAP;TGL_LAHIR;UPAH;RAPEL;BLTH;NPP\n")
        for employer, count in enumerate(counts):
            rows = []
            for _ in range(count):
                number = person + (shift if newcomers and person * 37 % 100 < newcomers else 0)
                # A step prime to the number of places visits each once before any serial number is used twice.
                serial, step = divmod(number, places)
                place = step * 1_000_003 % places
                digits, date = birth_dates[place % BIRTH_DATES]
                rows.append(
                    f"{areas[place // BIRTH_DATES]}{digits}{serial + 1:04};K{person % 100_000:05};{10_000_000_000 + number};;"
                    f"{names[number % len(names)]};{date};{2_500_000 + number * 7919 % 4_000 * 1_000};0;{month};"
                    f"{90_000_000 + employer}\n")
                person += 1
            file.write("".join(rows))


def write(folder, lines, months, newcomers=0):
    """Writes kantor.csv, employers.csv and wages-MONTH.csv for each month into a folder.

    From the second month on `newcomers` percent of the people are others than in the first.
    """
    districts = district_codes()
    counts = sizes(lines, max(1, lines // WORKERS_PER_EMPLOYER))
    (folder / "kantor.csv").write_text(OFFICES)
    write_employers(folder / "employers.csv", len(counts), districts)
    for place, month in enumerate(months):
        write_wages(folder / f"wages-{month}.csv", counts, districts, month, newcomers if place else 0)
