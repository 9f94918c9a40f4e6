/**
 * What was recorded: how it comes to us, how it is kept, who watches it.
 *
 * <p><b>Recordings.</b> The office's browser cuts a file into parts of 16 MiB and sends them straight to S3. Each address is
 * signed for the part's SHA-256, so S3 takes nothing else in its place; what has arrived only S3 knows, so a reloaded page, a
 * lost connection or another computer sends what is missing. The file's checksum is the one over those of its parts, which a
 * browser can make without holding more than one. Captions and chapters are WebVTT, checked line by line, because players pass
 * over in silence what they do not understand.
 *
 * <p><b>The archive.</b> Once the event is over, {@code ArchiveRecordings} reads every byte, compares the checksum and lets S3
 * copy the file in one step (that is why 5 GB are the most), so that no copy is ever half there. Nothing is shown without the
 * filed consent of everybody in it and the office's word; a consent that is taken back hides it at once from who comes, and
 * within five minutes from who has a link. Missing captions and consents are tasks, which close by themselves. Members are
 * told once, in one mail for all that is new. The class is Intelligent-Tiering, for what is older than a year Glacier Instant
 * Retrieval. After {@code RecordingYears} it is deleted, never without a warning 30 days before.
 *
 * <p><b>The library.</b> Members get a link to one object that lives five minutes. The player asks every minute whether the
 * recording may still be seen, stops when it may not, and takes the next link when the browser needs one. What a browser has
 * begun to load with a good link, it loads to its end: S3 looks at a link when a request begins. Not CloudFront's signed
 * cookies: they need a key of our own to keep and to change, and open a path, not a file; a presigned link is made of the
 * function's rights alone, answers range requests, and few people watch at the same time. What is searched for, and where
 * somebody stopped, stay in the browser.
 */
@NullMarked
package land.starkeorte.recordings;

import org.jspecify.annotations.NullMarked;
