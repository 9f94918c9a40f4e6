package land.starkeorte.accounts;

/** Where people sign in. */
interface UserPool {
    /**
     * This person may act so; known people keep what they have.
     *
     * @return false where the person's account is bound to another municipality already
     */
    boolean open(String mail, String group, String ags);

    /** And no longer; nothing where nobody of this name is known. */
    void close(String mail, String group);
}
