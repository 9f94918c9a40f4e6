package land.starkeorte.payments;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import land.starkeorte.s3.UploadForm;

/** Where the office drops the bank's files. */
interface BankInbox {
    /** Lets a browser send exactly this file, until it expires. */
    UploadForm form(String id, long bytes, Instant now, Duration valid);

    /** Streams what was sent into a file; false where nothing lies there. */
    boolean fetch(String id, Path into);
}
