package land.starkeorte.messages;

/** Who writes: the municipality's officials, or the network's office. */
public enum Author {
    MUNICIPALITY,
    STAFF;

    Author other() {
        return this == STAFF ? MUNICIPALITY : STAFF;
    }
}
