package land.starkeorte.mail;

/** Hands letters to the mail service. */
interface MailTransport {
    /**
     * Sends now.
     *
     * @return the service's id of the message
     * @throws Busy when the service asks to come again later
     * @throws Refused when it will never take this letter
     */
    String send(String to, RenderedMail letter, String mailId);

    /** Try again later. */
    final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy(Throwable cause) {
            super(cause);
        }
    }

    /** Trying again is useless. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(Throwable cause) {
            super(cause);
        }
    }
}
