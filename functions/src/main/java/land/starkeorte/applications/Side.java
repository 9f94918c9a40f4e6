package land.starkeorte.applications;

/** Who writes: the municipality's officials, or the network's office. */
enum Side {
    MUNICIPALITY,
    STAFF;

    Side other() {
        return this == STAFF ? MUNICIPALITY : STAFF;
    }
}
