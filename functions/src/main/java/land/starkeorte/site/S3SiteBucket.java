package land.starkeorte.site;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The site's bucket; only what lies under the addresses of what is published is touched. */
final class S3SiteBucket implements SiteBucket {
    private final S3Client s3;
    private final String web;
    private final String documents;

    S3SiteBucket(S3Client s3, String web, String documents) {
        this.s3 = s3;
        this.web = web;
        this.documents = documents;
    }

    @Override
    public Map<String, String> shown() {
        var shown = new TreeMap<String, String>();
        for (String prefix : List.of("mitglieder", "karte", "veranstaltungen", "index.html")) {
            s3.listObjectsV2Paginator(list -> list.bucket(web).prefix(prefix))
                    .contents()
                    .forEach(object -> shown.put(object.key(), object.eTag().replace("\"", "")));
        }
        return shown;
    }

    @Override
    public void show(String key, String type, String cache, byte[] content) {
        s3.putObject(
                put -> put.bucket(web).key(key).contentType(type).cacheControl(cache), RequestBody.fromBytes(content));
    }

    @Override
    public void remove(String key) {
        s3.deleteObject(delete -> delete.bucket(web).key(key));
    }

    @Override
    public Optional<InputStream> picture(String key) {
        try {
            return Optional.of(s3.getObject(get -> get.bucket(documents).key(key)));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }
}
