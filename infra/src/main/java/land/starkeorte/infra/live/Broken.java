package land.starkeorte.infra.live;

/** What was saved does not compile; the message says where and why, as a person reads it. */
final class Broken extends Exception {
    Broken(String words) {
        super(words);
    }

    Broken(String words, Throwable cause) {
        super(words, cause);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
