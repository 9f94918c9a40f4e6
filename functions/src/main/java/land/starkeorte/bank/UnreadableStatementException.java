package land.starkeorte.bank;

/** A file that is no bank statement, or none that can be read safely. */
public final class UnreadableStatementException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;

    /**
     * Nothing of the file is to be used.
     *
     * @param file name inside the ZIP, empty where there is none
     * @param line from 1; 0 where no line is meant
     * @param reason German, for the office
     */
    public UnreadableStatementException(String file, int line, String reason) {
        super(reason);
        this.file = file;
        this.line = line;
    }

    /** For the office: where and why. */
    public String words() {
        return (file.isEmpty() ? "" : file + ", ") + (line == 0 ? "" : "Zeile " + line + ": ") + getMessage();
    }
}
