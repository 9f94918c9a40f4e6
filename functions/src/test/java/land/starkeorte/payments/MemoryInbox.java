package land.starkeorte.payments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import land.starkeorte.s3.UploadForm;

public final class MemoryInbox implements BankInbox {
    public final Map<String, byte[]> files = new HashMap<>();

    @Override
    public UploadForm form(String id, long bytes, Instant now, Duration valid) {
        return new UploadForm("memory", Map.of("key", id, "bytes", Long.toString(bytes)));
    }

    @Override
    public boolean fetch(String id, Path into) {
        try {
            if (files.containsKey(id)) {
                Files.write(into, files.get(id));
            }
            return files.containsKey(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
