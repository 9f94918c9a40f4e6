package land.starkeorte.store;

/** Too many write the same thing at the same moment; nothing was written, and another try may be made later. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BusyException(int tries) {
        super("Somebody else was quicker at each of " + tries + " tries");
    }
}
