package land.starkeorte.documents;

/** The look into a file ends here: the reason is found. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final RejectionReason reason;

    RefusedException(RejectionReason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }
}
