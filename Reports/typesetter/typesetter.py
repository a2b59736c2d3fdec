"""Sets Patuh's letters and reports: one JSON job per line in, one JSON answer per line out.

    {"id": 1, "template": "letters/sppk.typ", "data": {...}, "timestamp": 1793577600}
    {"id": 1, "pdf": "<base64>"}   or   {"id": 1, "error": "letters/sppk.typ:12: ..."}

An answer without an id says that the worker itself cannot work. Data reaches a template as JSON, never as markup.
The same job gives the same bytes. Errors name the template and the line, never what stood in the data.
"""

import argparse
import base64
import io
import json
import os
import re
import sys

# PDF/A-2a: made for archives, tagged for screen readers, text that can be searched and copied.
STANDARD = "a-2a"
FONT = "Liberation Sans"
FONT_FOLDERS = [
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/liberation-sans",
    "/usr/share/fonts/liberation",
]
# Words shorter than this are too common to be worth hiding, and hiding them would garble the message.
SHORTEST_HIDDEN = 3


def answer(**fields):
    sys.stdout.write(json.dumps(fields) + "\n")
    sys.stdout.flush()


def give_up(message):
    answer(id=None, error=message)
    sys.exit(3)


try:
    import segno
    import typst
except ImportError as error:
    give_up(f"The Python package {error.name} is not installed.")


def strings(value):
    """Every text inside the data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)


def without_data(message, data):
    """The message with whatever it quotes from the data blanked out, the longest first."""
    for text in sorted(set(strings(data)), key=len, reverse=True):
        if len(text) >= SHORTEST_HIDDEN:
            message = message.replace(text, "…")
    # A character that the font lacks is quoted alone.
    return re.sub(r"\bthe text [\"`]+[^\"`]+[\"`]+", "a character", message)


def place(error, template, root):
    """`template:line`, as the compiler names it: in the template, or in what it imports."""
    found = re.search(r"─ (.+\.typ):(\d+):\d+", error.diagnostic or "")
    if not found:
        return template
    # The compiler names paths from the working directory.
    path = os.path.abspath(found[1])
    return f"{os.path.relpath(path, root) if path.startswith(root + os.sep) else template}:{found[2]}"


def qr_code(text):
    """The code as SVG with its quiet zone, error correction M, one path."""
    picture = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        picture, kind="svg", border=2, xmldecl=False, svgns=True, nl=False, omitsize=True, light="white"
    )
    return picture.getvalue().decode("ascii")


class Worker:
    def __init__(self, root, font_folders):
        folders = [folder for folder in font_folders if os.path.isdir(folder)]
        # No system fonts: they would make the bytes depend on the machine.
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
        if FONT not in fonts.families():
            give_up(f"The font {FONT} is not installed (Debian: fonts-liberation); set PATUH_FONTS to its folder.")
        self.root = os.path.abspath(root)
        self.compiler = typst.Compiler(root=self.root, font_paths=fonts, ignore_system_fonts=True)

    def compile(self, template, data, timestamp):
        path = os.path.abspath(os.path.join(self.root, template))
        if not path.startswith(self.root + os.sep) or not os.path.isfile(path):
            raise ValueError(f"{template}: there is no such template")
        if data.get("qr"):
            data = {**data, "qr_svg": qr_code(data["qr"])}
        try:
            return self.compiler.compile(
                input=path,
                format="pdf",
                pdf_standards=STANDARD,
                timestamp=timestamp,
                sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            )
        except typst.TypstError as error:
            raise ValueError(f"{place(error, template, self.root)}: {without_data(error.message, data)}") from None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", required=True, help="the folder Reports")
    folders = parser.parse_args()
    fonts = os.environ.get("PATUH_FONTS")
    worker = Worker(folders.root, [fonts] if fonts else FONT_FOLDERS)
    for line in sys.stdin:
        identifier = -1
        try:
            job = json.loads(line)
            identifier = job["id"]
            pdf = worker.compile(job["template"], job["data"], job["timestamp"])
            answer(id=identifier, pdf=base64.b64encode(pdf).decode("ascii"))
        except ValueError as error:
            answer(id=identifier, error=str(error))
        except Exception as error:  # the type alone: the text of an unforeseen error may quote the data
            answer(id=identifier, error=f"the typesetter failed with {type(error).__name__}")


if __name__ == "__main__":
    main()
