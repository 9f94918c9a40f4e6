/**
 * Documents of a dossier: from the browser into quarantine, checked, scanned, and only then part of the dossier.
 *
 * <p>A browser asks to upload one file and gets a form signed for exactly that key, type and size, valid for ten minutes
 * ({@code PostPolicy}, byte for byte what AWS's JavaScript SDK signs). The file goes into quarantine. Two opinions are needed,
 * in either order, each about the same version of the object: our check (type by content, size, SHA-256, no password, no bomb,
 * nothing that runs or reaches outside: JavaScript, launches, macros, DDE, linked templates, attachments, a second file behind
 * the first) and the malware scan. Both good: that version is copied into the archive and accepted. Anything else, an
 * impossible or skipped scan included: refused with a reason that the applicant reads, deleted, and a task for the office. A
 * file uploaded over a checked one is never taken for it. Events that come twice, reversed or at the same moment, and
 * functions killed before or after any of their calls, end the same; a sweep every quarter of an hour finishes what no event
 * did, and refuses what has killed each of its checks. Attachments are refused, an e-invoice's own data too: nobody here reads
 * them, and nobody sees what else they are. Locally a stand-in ({@code infra/localcloud/standins.py}) scans for the EICAR test
 * file.
 */
@NullMarked
package land.starkeorte.documents;

import org.jspecify.annotations.NullMarked;
