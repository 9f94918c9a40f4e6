package land.starkeorte.bank;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import land.starkeorte.bank.StatementReader.Tally;

/** What a bank lets people save: one statement as XML, or a ZIP of many. Memory stays constant, whatever it holds. */
public final class BankFile {
    /** Bytes, unpacked; 100,000 bookings need less, and nobody has a larger honest statement. */
    public static final long LARGEST = 95_000_000;

    private static final int MOST_ENTRIES = 1_000;

    /** So far an XML file may begin with nothing. */
    private static final int START = 256;

    private final BankStatement statement = new BankStatement();

    /**
     * Reads everything that was booked, in the file's order. What was told before a fault counts for nothing: whoever acts on
     * bookings reads the file twice.
     *
     * @return names of files in an archive that are no XML, and were passed over
     * @throws UnreadableStatementException where it is no bank statement, or none that can be read safely
     */
    public List<String> read(Path file, Consumer<StatementEntry> each) throws UnreadableStatementException {
        try (InputStream content = Files.newInputStream(file)) {
            if (isZip(file)) {
                return zip(content, each);
            }
            var start = new PushbackInputStream(new Limited(content, LARGEST), START);
            if (!isXml(start)) {
                throw new UnreadableStatementException(
                        "",
                        0,
                        "Das ist kein wohlgeformtes XML. Lassen Sie sich den Kontoauszug im Format camt.053 geben; CSV, MT940 und PDF lesen wir nicht.");
            }
            statement.read(start, "", new Tally(), each);
            return List.of();
        } catch (TooLarge tooLarge) {
            throw new UnreadableStatementException(
                    "", 0, "Die Datei ist ausgepackt größer als 95 MB. Teilen Sie den Zeitraum auf.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> zip(InputStream content, Consumer<StatementEntry> each)
            throws IOException, UnreadableStatementException {
        var tally = new Tally();
        var passedOver = new ArrayList<String>();
        int entries = 0;
        long left = LARGEST;
        try (var zip = new ZipInputStream(content)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new UnreadableStatementException(
                            "", 0, "Das Archiv enthält mehr als " + MOST_ENTRIES + " Dateien.");
                }
                String name = entry.getName().replaceAll("[^A-Za-z0-9äöüÄÖÜß._ -]", "_");
                if (entry.isDirectory() || name.startsWith("__MACOSX")) {
                    continue;
                }
                var limited = new Limited(zip, left);
                var start = new PushbackInputStream(limited, START);
                if (isXml(start)) {
                    statement.read(start, name, tally, each);
                } else {
                    passedOver.add(name);
                }
                left = limited.left;
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new UnreadableStatementException("", 0, "Das ZIP-Archiv ist beschädigt.");
        }
        if (tally.statements == 0) {
            throw new UnreadableStatementException("", 0, "Das Archiv enthält keinen Kontoauszug.");
        }
        return passedOver;
    }

    /** In whatever encoding, behind a byte order mark and blanks, it begins with an angle bracket. */
    private static boolean isXml(PushbackInputStream content) throws IOException {
        byte[] start = content.readNBytes(START);
        content.unread(start);
        for (byte sign : start) {
            if (sign == '<') {
                return true;
            }
            if (sign > ' ') {
                return false;
            }
        }
        return false;
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] start = content.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Reads no further than allowed, and leaves the stream below open for the next. */
    private static final class Limited extends FilterInputStream {
        long left;

        Limited(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0 && (left -= read) < 0) {
                throw new TooLarge();
            }
            return read;
        }

        @Override
        public void close() {
            // The ZIP goes on behind this entry.
        }
    }
}
