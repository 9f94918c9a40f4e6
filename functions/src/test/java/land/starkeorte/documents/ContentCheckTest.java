package land.starkeorte.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContentCheckTest {
    private final ContentCheck check = new ContentCheck();

    @TempDir
    private Path folder;

    static Stream<Arguments> honest() {
        return Stream.of(
                Arguments.of(FileType.PDF, SampleFiles.pdf()),
                Arguments.of(FileType.PNG, SampleFiles.png()),
                Arguments.of(FileType.JPEG, SampleFiles.jpeg()),
                Arguments.of(FileType.DOCX, SampleFiles.ooxml(FileType.DOCX)),
                Arguments.of(FileType.XLSX, SampleFiles.ooxml(FileType.XLSX)),
                Arguments.of(FileType.ODT, SampleFiles.odf(FileType.ODT)),
                Arguments.of(FileType.ODS, SampleFiles.odf(FileType.ODS)));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("an EXE named PDF", FileType.PDF, SampleFiles.exe(), RejectionReason.TYPE),
                Arguments.of(
                        "HTML named PDF", FileType.PDF, "<html><script>1</script>".getBytes(), RejectionReason.TYPE),
                Arguments.of("an empty PDF head", FileType.PDF, "%PDF-1.7\n".getBytes(), RejectionReason.BROKEN),
                Arguments.of(
                        "a PDF with a user password",
                        FileType.PDF,
                        SampleFiles.pdf("a", "b"),
                        RejectionReason.ENCRYPTED),
                Arguments.of(
                        "a PDF with an owner password",
                        FileType.PDF,
                        SampleFiles.pdf("", "b"),
                        RejectionReason.ENCRYPTED),
                Arguments.of("a JPEG named PNG", FileType.PNG, SampleFiles.jpeg(), RejectionReason.TYPE),
                Arguments.of(
                        "a spreadsheet named text",
                        FileType.DOCX,
                        SampleFiles.ooxml(FileType.XLSX),
                        RejectionReason.TYPE),
                Arguments.of("any ZIP named DOCX", FileType.DOCX, SampleFiles.zip("a.txt", "a"), RejectionReason.TYPE),
                Arguments.of("an ODS named ODT", FileType.ODT, SampleFiles.odf(FileType.ODS), RejectionReason.TYPE),
                Arguments.of("a PDF named ODT", FileType.ODT, SampleFiles.pdf(), RejectionReason.TYPE),
                Arguments.of("an encrypted DOCX", FileType.DOCX, SampleFiles.ole(), RejectionReason.ENCRYPTED),
                Arguments.of(
                        "an encrypted ODT",
                        FileType.ODT,
                        SampleFiles.odf(FileType.ODT, "META-INF/manifest.xml", "<manifest:encryption-data/>"),
                        RejectionReason.ENCRYPTED),
                Arguments.of(
                        "a DOCX with a macro",
                        FileType.DOCX,
                        SampleFiles.ooxml(FileType.DOCX, "word/vbaProject.bin", "x"),
                        RejectionReason.MACROS),
                Arguments.of(
                        "a DOCX whose list names a macro document",
                        FileType.DOCX,
                        SampleFiles.zip(
                                "[Content_Types].xml",
                                "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"),
                        RejectionReason.MACROS),
                Arguments.of(
                        "an ODS with Basic",
                        FileType.ODS,
                        SampleFiles.odf(FileType.ODS, "Basic/Standard/Module1.xml", "x"),
                        RejectionReason.MACROS),
                Arguments.of(
                        "a bomb",
                        FileType.XLSX,
                        SampleFiles.ooxml(FileType.XLSX, "xl/bomb.xml", new byte[200 * 1024 * 1024]),
                        RejectionReason.BOMB),
                Arguments.of("twenty thousand entries", FileType.DOCX, manyEntries(), RejectionReason.BOMB),
                Arguments.of(
                        "a DOCX cut off",
                        FileType.DOCX,
                        Arrays.copyOf(SampleFiles.ooxml(FileType.DOCX), 120),
                        RejectionReason.BROKEN));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void anHonestFileIsTaken(FileType kind, byte[] content) throws IOException {
        assertThat(check.refuse(file(content), kind)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatIsNotWhatItSaysIsRefused(String what, FileType kind, byte[] content, RejectionReason reason)
            throws IOException {
        assertThat(check.refuse(file(content), kind)).contains(reason);
    }

    @ParameterizedTest
    @EnumSource(FileType.class)
    void noiseIsRefusedAndNeverFailsTheCheck(FileType kind) throws IOException {
        var random = new Random(7);
        for (int round = 0; round < 40; round++) {
            byte[] content = honest().filter(one -> one.get()[0] == kind)
                    .map(one -> ((byte[]) one.get()[1]).clone())
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; i < 1 + content.length / 20; i++) {
                content[random.nextInt(content.length)] = (byte) random.nextInt();
            }
            // Whatever it says of it, it says something.
            assertThat(check.refuse(file(content), kind)).isNotNull();
        }
    }

    static Stream<Arguments> large() {
        byte[] noise = new byte[24 * 1024 * 1024];
        new Random(3).nextBytes(noise);
        // As of a phone, that appends a film to it.
        byte[] picture = MaliciousFiles.join(SampleFiles.jpeg(), noise);
        return Stream.of(
                Arguments.of(FileType.JPEG, picture),
                Arguments.of(FileType.DOCX, SampleFiles.ooxml(FileType.DOCX, "word/media/image1.bin", noise)),
                Arguments.of(FileType.ODS, SampleFiles.odf(FileType.ODS, "Pictures/1.bin", noise)),
                Arguments.of(FileType.PDF, SampleFiles.pdf(noise)));
    }

    /** What is allocated, which is more than what is ever held at once. */
    @ParameterizedTest
    @MethodSource("large")
    void aLargeFileIsCheckedInLittleMemory(FileType kind, byte[] content) throws IOException {
        Path file = file(content);
        assertThat(check.refuse(file, kind)).isEmpty();
        assertThat(allocating(() -> assertThat(check.refuse(file, kind)).isEmpty()))
                .isLessThan(6L * 1024 * 1024);
    }

    /** A catalog in an object stream of one and a half thousand million blanks: 1.5 MB when it is sent. */
    @Test
    void aPdfThatUnpacksToMoreThanAnyMemoryIsRefusedInLittle() throws IOException {
        Path file = folder.resolve("file");
        var packed = new ByteArrayOutputStream();
        try (var flate = new DeflaterOutputStream(packed, new Deflater(9))) {
            byte[] blanks = new byte[1_000_000];
            Arrays.fill(blanks, (byte) ' ');
            flate.write("1 0       << /Type /Catalog /Pages 2 0 R >>".getBytes(UTF_8));
            for (int i = 0; i < 1500; i++) {
                flate.write(blanks);
            }
        }
        Files.write(
                file,
                MaliciousFiles.pdf("", MaliciousFiles.objectStream("/Filter /FlateDecode", packed.toByteArray())));
        assertThat(Files.size(file)).isLessThan(2_000_000);
        assertThat(allocating(() -> assertThat(check.refuse(file, FileType.PDF)).contains(RejectionReason.BOMB)))
                .isLessThan(64L * 1024 * 1024);
    }

    @Test
    void whatTakesTooLongIsRefused() throws IOException {
        var clock = new AtomicLong();
        Path file = file(MaliciousFiles.pdf("/X [" + "0 ".repeat(5000) + "]", ""));
        assertThat(new ContentCheck(clock::get).refuse(file, FileType.PDF)).isEmpty();
        assertThat(new ContentCheck(() -> clock.getAndAdd(40_000_000_000L)).refuse(file, FileType.PDF))
                .contains(RejectionReason.BOMB);
    }

    @Test
    void anErrorOfTheMachineIsAnAnswerToo() throws IOException {
        for (VirtualMachineError error : List.of(new OutOfMemoryError("x"), new StackOverflowError("x"))) {
            var failing = new ContentCheck(() -> {
                throw error;
            });
            assertThat(failing.refuse(file(SampleFiles.pdf()), FileType.PDF)).contains(RejectionReason.UNCHECKED);
        }
    }

    /** A chart brings its table along; a letter names the template it was made from. */
    @Test
    void whatOfficesHaveInTheirFilesAndHarmsNobodyIsTaken() throws IOException {
        for (byte[] docx : List.of(
                SampleFiles.ooxml(
                        FileType.DOCX, "word/embeddings/Microsoft_Excel_Sheet1.xlsx", SampleFiles.ooxml(FileType.XLSX)),
                SampleFiles.ooxml(
                        FileType.DOCX,
                        "word/_rels/settings.xml.rels",
                        "<Relationships><Relationship Type=\"http://x/attachedTemplate\" Target=\"file:///C:\\Vorlagen\\Brief.dotx\" TargetMode=\"External\"/></Relationships>"),
                SampleFiles.ooxml(
                        FileType.DOCX,
                        "word/_rels/document.xml.rels",
                        "<Relationships><Relationship Type=\"http://x/hyperlink\" Target=\"https://starke-orte.example\" TargetMode=\"External\"/></Relationships>"))) {
            assertThat(check.refuse(file(docx), FileType.DOCX)).isEmpty();
        }
        String clicked = "/Outlines << /A << /S /URI /URI (https://starke-orte.example) >> >> /OpenAction [3 0 R /Fit]";
        assertThat(check.refuse(file(MaliciousFiles.pdf(clicked, "")), FileType.PDF))
                .isEmpty();
    }

    private static long allocating(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static byte[] manyEntries() {
        return SampleFiles.zip(IntStream.range(0, 20_000)
                .boxed()
                .flatMap(i -> Stream.of("a" + i, (Object) ""))
                .toArray());
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }
}
