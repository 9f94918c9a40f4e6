package land.starkeorte.accounts;

/**
 * What somebody may do for a municipality.
 *
 * @param mail normalised
 * @param group Cognito's, {@code member} or {@code founder}
 * @param open whether they may, or may no longer
 * @param done whether Cognito knows
 */
record AccountGrant(String mail, String group, String ags, boolean open, boolean done, int version) {
    AccountGrant wanted(boolean isOpen) {
        return new AccountGrant(mail, group, ags, isOpen, false, version);
    }

    AccountGrant made() {
        return new AccountGrant(mail, group, ags, open, true, version);
    }
}
