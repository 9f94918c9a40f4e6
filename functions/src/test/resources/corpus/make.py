"""Makes the harmless files beside it, each by a real program. Needs LibreOffice (writer, calc), Ghostscript, qpdf, Chromium, and from PyPI
reportlab pikepdf pypdf fpdf2 img2pdf pillow weasyprint cairocffi openpyxl python-docx XlsxWriter. Run: python make.py FOLDER
"""

import io
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import cairocffi
import docx
import fpdf
import img2pdf
import openpyxl
import openpyxl.chart
import pikepdf
import pypdf
import weasyprint
import xlsxwriter
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

OUT = Path(sys.argv[1])
WORK = Path(tempfile.mkdtemp())
TEXT = "Leerstand im Ortskern: Konzept für das alte Rathaus. Größe, Straße, Übersicht."
PAGE = f"""<html lang="de"><head><title>Konzept</title><style>@page {{ size: A4 }}</style></head><body><h1>Konzept</h1><p>{TEXT}</p>
<p><a href="https://starke-orte.example/">Netzwerk</a></p><table border="1"><tr><th>Jahr</th><th>Betrag</th></tr><tr><td>2026</td><td>1.200</td></tr></table>
</body></html>"""
FORM = PAGE.replace("</body>", '<form><label>Name <input name="name"></label></form></body>')


def run(*command):
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=180)


def office(source, target, options=""):
    """By LibreOffice."""
    run("soffice", f"-env:UserInstallation=file://{WORK}/profile", "--headless", "--convert-to", target + options, "--outdir", WORK / "out", source)
    return WORK / "out" / f"{Path(source).stem}.{target.split(':')[0]}"


def keep(source, name):
    (OUT / name).write_bytes(Path(source).read_bytes())


def picture(size=(320, 240), mode="RGB"):
    image = Image.new("RGB", size, (214, 228, 210))
    draw = ImageDraw.Draw(image)
    draw.rectangle([size[0] // 5, size[1] // 3, size[0] * 4 // 5, size[1] - 9], fill=(150, 90, 60))
    draw.polygon([(size[0] // 6, size[1] // 3), (size[0] // 2, 8), (size[0] * 5 // 6, size[1] // 3)], fill=(90, 40, 30))
    return image.convert(mode)


def pictures():
    small = picture()
    small.save(OUT / "pillow-baseline.jpg", quality=80)
    small.save(OUT / "pillow-progressive.jpg", progressive=True, quality=80)
    picture(mode="L").save(OUT / "pillow-grey.jpg")
    picture(mode="CMYK").save(OUT / "pillow-cmyk.jpg")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Kamera"
    small.save(OUT / "phone-sideways.jpg", exif=exif)
    # As phones do: a second, smaller picture behind the first.
    second = io.BytesIO()
    picture((64, 48)).save(second, "JPEG")
    (OUT / "phone-second-picture.jpg").write_bytes((OUT / "pillow-baseline.jpg").read_bytes() + second.getvalue())
    small.save(OUT / "pillow-multi-picture.jpg", "MPO", save_all=True, append_images=[picture((64, 48))])
    small.save(OUT / "pillow-rgb.png")
    picture(mode="P").save(OUT / "pillow-palette.png")
    picture(mode="1").save(OUT / "pillow-black-and-white.png")
    picture(mode="LA").save(OUT / "pillow-see-through-grey.png")
    picture(mode="RGBA").save(OUT / "pillow-see-through.png")
    picture(mode="L").convert("I;16").save(OUT / "pillow-16-bit.png")
    for sampling in range(3):
        small.save(OUT / f"pillow-colours-{sampling}.jpg", subsampling=sampling, quality=70, dpi=(300, 300))
    small.save(OUT / "pillow-optimised.jpg", optimize=True)
    picture(mode="P").resize((200, 150)).save(OUT / "pillow-see-through-palette.png", transparency=0)
    picture((90, 1200)).save(OUT / "pillow-tall.png", optimize=True)
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, 200, 120)
    context = cairocffi.Context(surface)
    context.set_source_rgb(0.2, 0.4, 0.6)
    context.paint()
    surface.write_to_png(str(OUT / "cairo.png"))


def pdfs():
    def lab(name, **options):
        page = canvas.Canvas(str(OUT / name), pagesize=A4, invariant=True, **options)
        page.setTitle("Konzept")
        return page

    page = lab("reportlab-plain.pdf", pageCompression=0)
    page.drawString(80, 700, TEXT)
    page.showPage()
    page.save()
    page = lab("reportlab-ascii85-links-outline.pdf")
    page.drawString(80, 700, "Siehe Netz")
    page.linkURL("https://starke-orte.example/", (80, 690, 200, 715))
    page.bookmarkPage("eins")
    page.addOutlineEntry("Eins", "eins")
    page.showPage()
    page.drawInlineImage(picture((60, 40)), 80, 600)
    page.showPage()
    page.save()
    page = lab("reportlab-form.pdf")
    page.acroForm.textfield(name="name", x=80, y=700, width=200, height=20)
    page.acroForm.checkbox(name="ja", x=80, y=650)
    page.acroForm.choice(name="land", x=80, y=600, options=["Bayern", "Sachsen"], value="Bayern")
    page.showPage()
    page.save()

    pdf = fpdf.FPDF()
    pdf.set_creation_date(datetime(2026, 1, 1, tzinfo=UTC))
    pdf.add_page()
    pdf.set_font("helvetica", size=12)
    pdf.cell(text="Konzept Leerstand", link="https://starke-orte.example/")
    pdf.output(str(OUT / "fpdf2.pdf"))

    weasyprint.HTML(string=PAGE).write_pdf(OUT / "weasyprint.pdf")
    for variant in ("pdf/ua-1", "pdf/a-2b", "pdf/a-3u", "pdf/a-4u"):
        weasyprint.HTML(string=PAGE).write_pdf(OUT / f"weasyprint-{variant.replace('/', '')}.pdf", pdf_variant=variant)
    weasyprint.HTML(string=PAGE).write_pdf(OUT / "weasyprint-uncompressed-streams.pdf", uncompressed_pdf=True)

    surface = cairocffi.PDFSurface(str(OUT / "cairo.pdf"), 595, 842)
    context = cairocffi.Context(surface)
    context.move_to(80, 100)
    context.show_text("Konzept")
    context.show_page()
    surface.finish()

    (WORK / "page.html").write_text(FORM)
    run("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={WORK}/chromium", f"--print-to-pdf={OUT}/chromium.pdf",
        "--no-pdf-header-footer", "--generate-pdf-document-outline", f"file://{WORK}/page.html")
    run("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={WORK}/chromium", f"--screenshot={OUT}/chromium-screenshot.png",
        "--window-size=390,300", f"file://{WORK}/page.html")

    (WORK / "page.ps").write_text("%!PS\n/Helvetica findfont 20 scalefont setfont 80 700 moveto (Konzept) show showpage\n")
    for name, options in {"ghostscript.pdf": ["-sDEVICE=pdfwrite"], "ghostscript-1.4.pdf": ["-sDEVICE=pdfwrite", "-dCompatibilityLevel=1.4"],
                          "ghostscript-scan-g4.pdf": ["-sDEVICE=pdfwrite", "-r72"]}.items():
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", *options, f"-sOutputFile={OUT / name}", WORK / "page.ps")
    for level in ("1.3", "1.5", "1.6", "1.7", "2.0"):
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-dCompatibilityLevel={level}", f"-sOutputFile={OUT / f'ghostscript-{level}.pdf'}", WORK / "page.ps")
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-dCompressPages=false", f"-sOutputFile={OUT / 'ghostscript-uncompressed.pdf'}", WORK / "page.ps")
    for device, name in {"pnggray": "ghostscript-grey.png", "png256": "ghostscript-256.png", "pngalpha": "ghostscript-alpha.png", "jpeggray": "ghostscript-grey.jpg",
                         "jpegcmyk": "ghostscript-cmyk.jpg", "pdfimage32": "ghostscript-scanned-cmyk.pdf"}.items():
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", f"-sDEVICE={device}", "-r12" if "cmyk" in name else "-r40", f"-sOutputFile={OUT / name}", WORK / "page.ps")
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffg4", "-r100", f"-sOutputFile={WORK / 'fax.tif'}", WORK / "page.ps")
    (OUT / "img2pdf-fax.pdf").write_bytes(img2pdf.convert(str(WORK / "fax.tif")))
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tifflzw", "-r50", f"-sOutputFile={WORK / 'lzw.tif'}", WORK / "page.ps")
    (OUT / "img2pdf-lzw.pdf").write_bytes(img2pdf.convert(str(WORK / "lzw.tif")))
    for device, name in {"pdfimage24": "ghostscript-scanned-colour.pdf", "pdfimage8": "ghostscript-scanned-grey.pdf",
                         "png16m": "ghostscript.png", "pngmono": "ghostscript-mono.png", "jpeg": "ghostscript.jpg"}.items():
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", f"-sDEVICE={device}", "-r50", f"-sOutputFile={OUT / name}", WORK / "page.ps")

    for name, image in {"jpeg": "pillow-baseline.jpg", "png": "pillow-rgb.png", "palette": "pillow-palette.png", "mono": "pillow-black-and-white.png"}.items():
        (OUT / f"img2pdf-{name}.pdf").write_bytes(img2pdf.convert(str(OUT / image)))
    picture(mode="1").save(OUT / "pillow-scan.pdf")
    picture().save(OUT / "pillow-photo.pdf")

    office(WORK / "konzept.html", "odt:writer8")
    writer = WORK / "out/konzept.odt"
    keep(office(writer, "pdf"), "libreoffice.pdf")
    keep(office(writer, "pdf", ':writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'),
         "libreoffice-pdfa-2.pdf")
    keep(office(writer, "pdf", ':writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"},"InitialView":{"type":"long","value":"1"}}'),
         "libreoffice-ua-outline.pdf")
    for version in (1, 15, 16, 17):
        keep(office(writer, "pdf", f':writer_pdf_Export:{{"SelectPdfVersion":{{"type":"long","value":"{version}"}}}}'), f"libreoffice-version-{version}.pdf")
    (WORK / "formular.html").write_text(FORM)
    keep(office(WORK / "formular.html", "pdf"), "libreoffice-form.pdf")
    base = OUT / "libreoffice.pdf"
    for name, options in {"no-object-streams": ["--object-streams=disable"], "recompressed": ["--recompress-flate", "--compression-level=9"],
                          "uncompressed": ["--stream-data=uncompress"], "normalised": ["--normalize-content=y"], "oldest": ["--force-version=1.2"],
                          "rotated": ["--rotate=+90:1"], "pages": ["--pages", base, "1", base, "1", "--"]}.items():
        run("qpdf", *options, base, OUT / f"qpdf-{name}.pdf")
    for name in ("chromium", "fpdf2", "cairo", "reportlab-form"):
        run("qpdf", "--linearize", "--object-streams=generate", OUT / f"{name}.pdf", OUT / f"qpdf-of-{name}.pdf")
    for name in ("chromium", "libreoffice-form"):
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={OUT / f'ghostscript-of-{name}.pdf'}", OUT / f"{name}.pdf")
    run("qpdf", "--linearize", base, OUT / "qpdf-linearized.pdf")
    run("qpdf", "--object-streams=generate", base, OUT / "qpdf-object-streams.pdf")
    run("qpdf", "--qdf", OUT / "reportlab-form.pdf", OUT / "qpdf-uncompressed-form.pdf")
    with pikepdf.open(base) as pdf:
        pdf.Root.OpenAction = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=[pdf.pages[0].obj, pikepdf.Name.Fit]))
        pdf.save(OUT / "pikepdf-opens-at-page.pdf", linearize=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    writing = pypdf.PdfWriter()
    for name in ("reportlab-plain.pdf", "fpdf2.pdf", "chromium.pdf"):
        writing.append(OUT / name)
    writing.add_metadata({"/Title": "Zusammengefügt"})
    writing.write(OUT / "pypdf-merged.pdf")
    writing = pypdf.PdfWriter(OUT / "reportlab-form.pdf", incremental=True)
    writing.update_page_form_field_values(writing.pages[0], {"name": "Musterstadt"})
    writing.write(OUT / "pypdf-form-filled-incrementally.pdf")


def offices():
    document = docx.Document()
    document.core_properties.author = ""
    document.add_heading("Konzept", 1)
    document.add_paragraph(TEXT)
    image = io.BytesIO()
    picture().save(image, "PNG")
    document.add_picture(image)
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "Jahr"
    document.sections[0].header.paragraphs[0].text = "Stadt"
    document.save(OUT / "python-docx.docx")

    (WORK / "konzept.html").write_text(PAGE)
    for source, targets in {OUT / "python-docx.docx": ["odt", "docx"], WORK / "konzept.html": ["docx:MS Word 2007 XML"]}.items():
        for target in targets:
            made = office(source, target)
            keep(made, f"libreoffice-{source.stem}.{made.suffix[1:]}")

    book = openpyxl.Workbook()
    book.properties.creator = ""
    sheet = book.active
    for row in (["Jahr", "Betrag"], [2025, 100], [2026, 250], ["Summe", "=SUM(B2:B3)"], ["a|b", '=IF(B2>1,"x|y","cmd|z")']):
        sheet.append(row)
    sheet["A7"] = "Netzwerk"
    sheet["A7"].hyperlink = "https://starke-orte.example/"
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(sheet, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    sheet.add_chart(chart, "D2")
    book.save(OUT / "openpyxl-chart.xlsx")

    book = xlsxwriter.Workbook(str(OUT / "xlsxwriter.xlsx"))
    sheet = book.add_worksheet("Plan 'A|B'".replace("'", ""))
    sheet.write("A1", "Leerstand")
    sheet.write_comment("A1", "Bitte prüfen")
    sheet.write_url("A2", "https://starke-orte.example/")
    sheet.write_formula("A3", "='Plan A|B'!A1&\"|\"")
    sheet.data_validation("B1", {"validate": "list", "source": ["ja", "nein"]})
    sheet.conditional_format("A1:B9", {"type": "formula", "criteria": "=$A$1=\"x|y\"", "format": book.add_format({"bold": True})})
    sheet.insert_button("D4", {"caption": "Drucken"})
    image = io.BytesIO()
    picture().save(image, "JPEG")
    sheet.insert_image("D8", "haus.jpg", {"image_data": image})
    book.add_chart({"type": "pie"}).add_series({"values": "='Plan A|B'!$B$1:$B$3"})
    book.define_name("Bereich", "='Plan A|B'!$A$1:$B$3")
    book.close()

    for source in ("openpyxl-chart.xlsx", "xlsxwriter.xlsx"):
        for target in ("ods", "xlsx"):
            made = office(OUT / source, target)
            keep(made, f"libreoffice-{Path(source).stem}.{target}")
    keep(office(OUT / "openpyxl-chart.xlsx", "pdf"), "libreoffice-calc.pdf")
    for n, formula in enumerate(["=SUM(A1:A9)", "=VLOOKUP(1,A1:B9,2,FALSE)", '=HYPERLINK("https://starke-orte.example/","Netz")', '=TEXT(A1,"0|0")']):
        book = openpyxl.Workbook()
        book.properties.creator = ""
        book.active.append([1, 2, formula])
        book.active.protection.sheet = n == 3
        book.save(WORK / f"formel-{n}.xlsx")
        keep(WORK / f"formel-{n}.xlsx", f"openpyxl-formula-{n}.xlsx")
        keep(office(WORK / f"formel-{n}.xlsx", "ods"), f"libreoffice-formula-{n}.ods")
    for n, breaks in enumerate(["section", "list", "style"]):
        document = docx.Document()
        document.core_properties.author = ""
        document.add_paragraph(TEXT, style={"section": None, "list": "List Bullet", "style": "Intense Quote"}[breaks])
        if breaks == "section":
            document.add_section()
        document.save(WORK / f"{breaks}.docx")
        for target in ("odt", "docx"):
            keep(office(WORK / f"{breaks}.docx", target), f"libreoffice-{breaks}.{target}")
    (WORK / "werte.csv").write_text("Jahr;Betrag\n2026;12\n")
    for target in ("ods", "xlsx"):
        keep(office(WORK / "werte.csv", target), f"libreoffice-csv.{target}")
    (WORK / "text.txt").write_text(TEXT)
    for target in ("odt", "docx"):
        keep(office(WORK / "text.txt", target), f"libreoffice-text.{target}")


OUT.mkdir(exist_ok=True)
pictures()
offices()
pdfs()
