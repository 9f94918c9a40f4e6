package land.starkeorte.accounts;

/**
 * What somebody may do for a municipality.
 *
 * @param mail normalised
 * @param group Cognito's, {@code member} or {@code founder}
 * @param open whether they may, or may no longer
 * @param done whether Cognito knows
 */
record Account(String mail, String group, String ags, boolean open, boolean done, int version) {
    Account wanted(boolean isOpen) {
        return new Account(mail, group, ags, isOpen, false, version);
    }

    Account made() {
        return new Account(mail, group, ags, open, true, version);
    }
}
