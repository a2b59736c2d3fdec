"""Writes all the other lists of a branch whose wage file of October 2026 is there already: one line for each worker in those
that name workers, and once more with a correction in the first row."""

import datetime

MONTHS = [datetime.date(2025 + (11 + place) // 12, (11 + place) % 12 + 1, 1) for place in range(11)]
CONTRIBUTION_CAP = 12_000_000
HEADINGS = {
    "jkn-members": "Data per: 31-10-2026\n\nNO;NIK;NAMA LENGKAP;TANGGAL LAHIR;JENIS KELAMIN;KELAS RAWAT;TGL MULAI AKTIF;"
    "STATUS KEPESERTAAN;GAJI;KODE PERUSAHAAN;HUBUNGAN KELUARGA;NIK PESERTA UTAMA;TGL NONAKTIF\n",
    "workers": "Data per: 31-10-2026\n\nNo;Kode Badan Usaha;NIK;No KK;Nama;Tanggal Lahir;Jenis Kelamin;Hubungan Keluarga;Upah;"
    "Mulai Bekerja;Selesai Bekerja;Status Pegawai\n",
    "segments": "Data per: 31-10-2026\n\nNo;NIK;Nama Peserta;Tgl Lahir;L/P;Segmen;Status;TMT;Tgl Nonaktif\n",
    "bills": "Kode Badan Usaha;Bulan;Jumlah Peserta;Jumlah Tagihan;Jatuh Tempo\n",
    "payments": "Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi\n",
    "headcounts": "Kode Badan Usaha;Bulan;Jumlah TK Aktif;Jumlah Peserta JKN;Total Upah\n",
    "wlkp": "Nomor WLKP;Nama Perusahaan;Alamat;Kode Wilayah;NIB;NPWP;KBLI;Skala Usaha;Jumlah TK;TK Laki-laki;TK Perempuan;TKA;"
    "Kode Badan Usaha;NPP BPJS TK;Tanggal Lapor;Status\n",
}


def path(folder, kind, corrected=False):
    return folder / f"{kind}{'-corrected' if corrected else ''}.csv"


def write(folder, wages):
    """Writes each list twice: as it was first, and with another wage, amount or date in its first row."""
    files = {kind: open(path(folder, kind), "w", buffering=1 << 20) for kind in HEADINGS}
    for kind, file in files.items():
        file.write(HEADINGS[kind])
    with open(wages) as lines:
        next(lines)
        employer, workers = None, []
        for number, line in enumerate(lines):
            nik, _, _, _, name, birth_date, wage, _, _, npp = line.rstrip("\n").split(";")
            if npp != employer:
                _write_employer(files, employer, workers)
                employer, workers = npp, []
            workers.append((number, nik, name, birth_date, int(wage)))
        _write_employer(files, employer, workers)
    for kind, file in files.items():
        file.close()
        _correct(folder, kind)


def _write_employer(files, npp, workers):
    if not workers:
        return
    number = int(npp) - 90_000_000
    code = f"{number + 1:08}"
    # One worker in twenty is not enrolled, and one in a hundred of the others with half the wage.
    enrolled = [worker for worker in workers if worker[0] % 20]
    for place, nik, name, birth_date, wage in workers:
        sex = "P" if int(nik[6:8]) > 40 else "L"
        files["workers"].write(f"{place};{code};{nik};;{name};{birth_date};{sex};;{wage};01-01-2020;;TETAP\n")
        if place % 20:
            reported = wage // 2 if place % 100 == 1 else wage
            files["jkn-members"].write(
                f"{place};{nik};{name};{birth_date};{sex};2;01-06-2024;AKTIF;{reported};{code};TK;;\n")
        segment = "PBI" if place % 200 == 0 else "PBPU"
        status = "AKTIF" if place % 20 == 0 else "NONAKTIF"
        left = "" if place % 20 == 0 else "01-06-2024"
        files["segments"].write(f"{place};{nik};{name};{birth_date};{sex};{segment};{status};01-01-2019;{left}\n")
    due = sum(min(wage, CONTRIBUTION_CAP) // 20 for _, _, _, _, wage in enrolled)
    for place, month in enumerate(MONTHS):
        files["bills"].write(f"{code};{month:%Y-%m};{len(enrolled)};{due};10/{month:%m/%Y}\n")
        files["headcounts"].write(f"{code};{month:%Y-%m};{len(workers)};{len(enrolled)};{sum(w[4] for w in workers)}\n")
        # One employer in ten has paid nothing for some months.
        if due and (number % 10 or place < 6):
            files["payments"].write(f"09/{month:%m/%Y};{code};{due};BRI;BRI{number}-{place}\n")
    # The labour office knows one employer in four by its own number alone.
    files["wlkp"].write(
        f"W-{number};CONTOH {number + 1}, PT;Jl. Contoh {number};61.71;;;56101;KECIL;{len(workers)};{len(workers)};0;0;"
        f"{code if number % 4 == 0 else ''};{npp if number % 4 in (1, 2) else ''};09/05/2026;AKTIF\n")


def _correct(folder, kind):
    changes = {
        "jkn-members": ("01-06-2024", "01-07-2024"), "workers": ("01-01-2020", "02-01-2020"), "segments": ("01-01-2019", "02-01-2019"),
        "bills": (";10/", ";11/"), "payments": ("BRI0-0", "BRI0-0X"), "headcounts": ("\n", "0\n"), "wlkp": ("KECIL", "MIKRO"),
    }
    with open(path(folder, kind)) as first, open(path(folder, kind, corrected=True), "w", buffering=1 << 20) as second:
        for _ in range(HEADINGS[kind].count("\n")):
            second.write(next(first))
        second.write(next(first).replace(*changes[kind], 1))
        for line in first:
            second.write(line)
