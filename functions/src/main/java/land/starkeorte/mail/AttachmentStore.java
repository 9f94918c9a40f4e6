package land.starkeorte.mail;

/** Reads what is attached to mails. */
interface AttachmentStore {
    /** The paper's content. */
    byte[] read(String key);
}
