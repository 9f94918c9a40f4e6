package land.starkeorte.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import land.starkeorte.platform.Secrets;
import org.junit.jupiter.api.Test;

/** What signed addresses allow, held against an S3 that verifies signatures. */
class S3LinksContract {
    private static final Duration HOUR = Duration.ofHours(1);

    private final S3RecordingFixture real = new S3RecordingFixture();
    private final RecordingStorage storage = real.storage;
    private final byte[] film = UploadParts.webm((int) MediaFile.PART + 5000);
    private final String key = "incoming/" + Secrets.id() + "/" + Secrets.id();

    @Test
    void theStoreTakesNothingInThePlaceOfWhatWasSigned() throws Exception {
        String upload = storage.begin(key, "video/webm");
        byte[] part = UploadParts.part(film, 2);
        byte[] other = part.clone();
        other[7] ^= 1;
        String url = storage.partUrl(key, upload, 2, UploadParts.sha(part), HOUR);
        assertThat(S3RecordingFixture.send(url, UploadParts.sha(part), other))
                .as("other bytes")
                .isBetween(400, 403);
        assertThat(S3RecordingFixture.send(url, UploadParts.sha(other), other))
                .as("other bytes with their checksum")
                .isEqualTo(403);
        assertThat(S3RecordingFixture.send(url.replace("partNumber=2", "partNumber=3"), UploadParts.sha(part), part))
                .as("another place")
                .isEqualTo(403);
        assertThat(storage.parts(key, upload).orElseThrow()).isEmpty();
    }

    @Test
    void aLinkOpensOneFileForItsTime() throws Exception {
        String archived = key.replace("incoming", "archive");
        for (String at : new String[] {key, archived}) {
            real.put(at, film);
        }
        String link = storage.playing(archived, "video/webm", Duration.ofMinutes(5));
        assertThat(S3RecordingFixture.get(link, "").statusCode()).isEqualTo(200);
        assertThat(S3RecordingFixture.get(link.replace(archived, key), "").statusCode())
                .as("another object")
                .isEqualTo(403);
        assertThat(S3RecordingFixture.get(link.replace("X-Amz-Expires=300", "X-Amz-Expires=90000"), "")
                        .statusCode())
                .as("a longer life")
                .isEqualTo(403);
    }

    @Test
    void aLinkWhoseTimeIsOverOpensNothing() throws Exception {
        real.put(key, UploadParts.webm(10));
        String link = storage.playing(key, "video/webm", Duration.ofSeconds(2));
        Instant end = Instant.now().plusSeconds(20);
        int status = S3RecordingFixture.get(link, "").statusCode();
        assertThat(status).isEqualTo(200);
        while (status == 200 && Instant.now().isBefore(end)) {
            status = S3RecordingFixture.get(link, "").statusCode();
        }
        assertThat(status).isEqualTo(403);
    }
}
