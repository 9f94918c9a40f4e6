package land.starkeorte.mail;

/** Whoever must act when a mail came back. May be told of the same mail any number of times. */
public interface BounceListener {
    /**
     * This mail came back.
     *
     * @param complaint whether its receiver called it spam; otherwise it could not be delivered
     */
    void bounced(Mail mail, boolean complaint);
}
