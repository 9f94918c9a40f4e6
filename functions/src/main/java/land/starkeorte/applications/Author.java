package land.starkeorte.applications;

/** Who writes: the municipality's officials, or the network's office. */
enum Author {
    MUNICIPALITY,
    STAFF;

    Author other() {
        return this == STAFF ? MUNICIPALITY : STAFF;
    }
}
