package land.starkeorte.fees;

/**
 * What paying by card needs; both are "-" where it is not offered.
 *
 * @param cardLink address of the provider's payment page
 * @param cardSecret with which the provider signs what it tells
 */
public record CardSettings(String cardLink, String cardSecret) {
    boolean isOffered() {
        return !cardLink.equals("-");
    }
}
