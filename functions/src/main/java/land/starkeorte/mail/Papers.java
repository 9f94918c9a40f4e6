package land.starkeorte.mail;

/** Reads what is attached to mails. */
interface Papers {
    /** The paper's content. */
    byte[] read(String key);
}
