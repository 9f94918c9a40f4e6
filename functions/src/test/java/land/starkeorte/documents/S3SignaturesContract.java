package land.starkeorte.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import land.starkeorte.platform.Secrets;
import org.junit.jupiter.api.Test;

/** Signatures bite. LocalStack does not check those of forms, so that only MiniStack can be asked; without buckets it fails. */
class S3SignaturesContract {
    private final Buckets buckets = Buckets.shared();
    private final String key = Secrets.id() + "/" + Secrets.id();

    @Test
    void aFormWhoseSignatureOrDateWasChangedIsRefused() throws Exception {
        byte[] content = "%PDF-1.7 something".getBytes();
        var form = buckets.files()
                .uploadForm(key, "application/pdf", content.length, Instant.now(), Duration.ofMinutes(10));
        String signature = form.fields().get("X-Amz-Signature");
        String changed = (signature.startsWith("0") ? "1" : "0") + signature.substring(1);
        assertThat(buckets.post(buckets.with(form, "X-Amz-Signature", changed), content))
                .as("changed signature")
                .isEqualTo(403);
        String date = form.fields().get("X-Amz-Date");
        String another = date.replaceFirst("..Z$", date.endsWith("00Z") ? "01Z" : "00Z");
        assertThat(buckets.post(buckets.with(form, "X-Amz-Date", another), content))
                .as("changed date")
                .isEqualTo(403);
    }

    @Test
    void aLinkWithoutItsSignatureOrWithAnotherExpiryOpensNothing() throws Exception {
        buckets.files().archive(key, buckets.upload(key, "inhalt".getBytes()));
        String link = buckets.files().link(key, "Größe.pdf", "application/pdf", Duration.ofMinutes(1));
        assertThat(Buckets.get(link).statusCode()).isEqualTo(200);
        assertThat(Buckets.get(link.replaceAll("\\?.*", "")).statusCode()).isEqualTo(403);
        assertThat(Buckets.get(link.replace("Expires=60", "Expires=61")).statusCode())
                .isEqualTo(403);
    }
}
