package land.starkeorte.payments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.s3.UploadForm;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket that forgets after some days. */
final class S3BankInbox implements BankInbox {
    private final S3Client s3;
    private final S3Signer signer;
    private final BankSettings settings;

    S3BankInbox(S3Client s3, S3Signer signer, BankSettings settings) {
        this.s3 = s3;
        this.signer = signer;
        this.settings = settings;
    }

    @Override
    public UploadForm form(String id, long bytes, Instant now, Duration valid) {
        return signer.upload(
                settings.bankBucket(), settings.bankUploadUrl(), id, "application/octet-stream", bytes, now, valid);
    }

    @Override
    public boolean fetch(String id, Path into) {
        try (var object = s3.getObject(get -> get.bucket(settings.bankBucket()).key(id));
                var file = Files.newOutputStream(into)) {
            object.transferTo(file);
            return true;
        } catch (NoSuchKeyException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
